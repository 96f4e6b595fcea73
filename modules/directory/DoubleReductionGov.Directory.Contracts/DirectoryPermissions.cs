namespace DoubleReductionGov.Directory;

/// <summary>Permissions of this module.</summary>
public static class DirectoryPermissions
{
    /// <summary>The group under which the others are shown.</summary>
    public const string Group = "Directory";

    /// <summary>Read the organisations of one's own tenant. City and counties.</summary>
    public const string Organisations = "Directory.Organisations";

    /// <summary>Read the people of one's own tenant. City and counties.</summary>
    public const string People = "Directory.People";

    /// <summary>Add and change the people of one's own tenant. City and counties.</summary>
    public const string PeopleManage = "Directory.People.Manage";

    /// <summary>Read who of the city looked into the county, when and why. Counties only.</summary>
    public const string Visits = "Directory.Visits";

    /// <summary>See the list of counties and enter one for a stated purpose. City only.</summary>
    public const string EnterCounty = "Directory.EnterCounty";
}
