namespace DoubleReductionGov.Directory;

/// <summary>Names of the roles on which the platform is built; each tenant has its own rows of those of its side.</summary>
public static class DirectoryRoles
{
    /// <summary>Head of the city's office for the double reduction. City.</summary>
    public const string CityLead = "city-lead";

    /// <summary>Staff of the city's office. City.</summary>
    public const string CityStaff = "city-staff";

    /// <summary>Head of the county's office. Counties.</summary>
    public const string CountyLead = "county-lead";

    /// <summary>Staff of the county's office. Counties.</summary>
    public const string CountyStaff = "county-staff";

    /// <summary>A department's account, confined to the rows of its organisation (<see cref="ICurrentOrganisation"/>). City and counties.</summary>
    public const string Department = "department";
}
