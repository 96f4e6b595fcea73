namespace DoubleReductionGov.Directory;

/// <summary>Refusals of this module.</summary>
public static class DirectoryErrors
{
    /// <summary>A county is entered without saying why.</summary>
    public const string PurposeIsRequired = "Directory:PurposeIsRequired";

    /// <summary>The purpose is longer than <see cref="ICountyVisits.PurposeMaxLength"/>; data: <c>maxLength</c>.</summary>
    public const string PurposeIsTooLong = "Directory:PurposeIsTooLong";
}
