namespace DoubleReductionGov.Administration;

/// <summary>Refusals of this module.</summary>
public static class AdministrationErrors
{
}
