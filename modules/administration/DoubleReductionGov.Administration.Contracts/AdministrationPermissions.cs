namespace DoubleReductionGov.Administration;

/// <summary>Permissions of this module.</summary>
public static class AdministrationPermissions
{
    /// <summary>The group under which the others are shown.</summary>
    public const string Group = "Administration";
}
