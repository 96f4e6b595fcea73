namespace DoubleReductionGov.Directory;

/// <summary>Refusals of this module.</summary>
public static class DirectoryErrors
{
    /// <summary>A county is entered without saying why.</summary>
    public const string PurposeIsRequired = "Directory:PurposeIsRequired";

    /// <summary>The purpose is longer than <see cref="ICountyVisits.PurposeMaxLength"/>; data: <c>maxLength</c>.</summary>
    public const string PurposeIsTooLong = "Directory:PurposeIsTooLong";

    /// <summary>The person has another account already; data: <c>name</c>.</summary>
    public const string PersonHasAccount = "Directory:PersonHasAccount";

    /// <summary>Another county has the division code; data: <c>code</c>.</summary>
    public const string CountyCodeExists = "Directory:CountyCodeExists";
}
