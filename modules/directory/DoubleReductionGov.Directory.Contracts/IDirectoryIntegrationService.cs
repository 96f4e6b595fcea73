namespace DoubleReductionGov.Directory;

/// <summary>
/// What other modules may ask about organisations, people and counties. Organisations and people are those of the current tenant
/// (of the city when there is none); counties are the city's and can be read from anywhere. Needs a unit of work, checks no permission.
/// </summary>
public interface IDirectoryIntegrationService
{
    /// <summary>All organisations of the current tenant in their official order; empty if it has none.</summary>
    Task<IReadOnlyList<OrganisationInfo>> GetOrganisationsAsync();

    /// <summary>All people of the current tenant, by organisation in official order, then by name; empty if it has none.</summary>
    Task<IReadOnlyList<PersonInfo>> GetPeopleAsync();

    /// <summary>The person with this id, or null if the current tenant has none.</summary>
    Task<PersonInfo?> FindPersonAsync(Guid id);

    /// <summary>The person to whom this account belongs, or null if the current tenant has none.</summary>
    Task<PersonInfo?> FindPersonOfUserAsync(Guid userId);

    /// <summary>The active counties in official order, whatever the current tenant is; empty if the city has none.</summary>
    Task<IReadOnlyList<CountyInfo>> GetCountiesAsync();
}

/// <summary>An organisation: a department of the city or of a county.</summary>
/// <param name="Id">Unique across tenants: the education bureaux of two counties have two ids.</param>
/// <param name="Code">Three capital letters, the same for the same department everywhere: <c>EDU</c> is the education bureau of city and counties.</param>
/// <param name="Name">The full official name.</param>
/// <param name="ShortName">The name for tables and charts.</param>
public sealed record OrganisationInfo(Guid Id, string Code, string Name, string ShortName);

/// <summary>A person who can be made responsible for something.</summary>
/// <param name="Id">Unique across tenants.</param>
/// <param name="Name">At most 50 characters. Not unique: two people may share a name.</param>
/// <param name="Post">The post held, null if unknown.</param>
/// <param name="OrganisationId">The one organisation of the person, in the person's own tenant.</param>
/// <param name="UserId">The person's account, null if there is none.</param>
public sealed record PersonInfo(Guid Id, string Name, string? Post, Guid OrganisationId, Guid? UserId);

/// <summary>A county of the city.</summary>
/// <param name="Id">The id of the county's tenant.</param>
/// <param name="Code">The six-digit division code, such as <c>330802</c>.</param>
/// <param name="Name">The official name.</param>
public sealed record CountyInfo(Guid Id, string Code, string Name);
