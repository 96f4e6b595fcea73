namespace DoubleReductionGov.Directory.Demonstration;

/// <summary>Lists are in official order.</summary>
public sealed record DirectorySeedData(TenantSeed City, IReadOnlyList<CountySeed> Counties);

/// <param name="TenantId">The county's tenant, which exists already.</param>
/// <param name="Code">Six digits.</param>
public sealed record CountySeed(Guid TenantId, string Code, string Name, TenantSeed Content);

public sealed record TenantSeed(IReadOnlyList<OrganisationSeed> Organisations, IReadOnlyList<PersonSeed> People);

/// <param name="Code">Three capital letters, unique in the tenant.</param>
public sealed record OrganisationSeed(string Code, string Name, string ShortName);

/// <param name="OrganisationCode">The code of an organisation of the same tenant.</param>
/// <param name="Name">Unique in the organisation, as far as demonstration data goes.</param>
/// <param name="UserId">The person's account, which exists already; null for a person without one.</param>
public sealed record PersonSeed(string OrganisationCode, string Name, string? Post = null, Guid? UserId = null);

public sealed record DirectorySeedResult(IReadOnlyList<SeededOrganisation> Organisations, IReadOnlyList<SeededPerson> People);

/// <param name="TenantId">Null for the city.</param>
public sealed record SeededOrganisation(Guid? TenantId, string Code, Guid Id);

/// <param name="TenantId">Null for the city.</param>
public sealed record SeededPerson(Guid? TenantId, Guid Id, string Name, Guid OrganisationId, Guid? UserId);
