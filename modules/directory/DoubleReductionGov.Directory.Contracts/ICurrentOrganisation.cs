namespace DoubleReductionGov.Directory;

/// <summary>The organisation to whose rows the signed-in account is confined.</summary>
public interface ICurrentOrganisation
{
    /// <summary>
    /// Null: not confined, which holds for every account without the role <see cref="DirectoryRoles.Department"/>, for work without
    /// an account, and while a city account is inside a county (<see cref="ICountyVisits"/>), whose organisations are not its own.
    /// <see cref="Guid.Empty"/>: a department account that carries no organisation; no row may match.
    /// </summary>
    Guid? Id { get; }
}

/// <summary>Claims of a signed-in account that this module reads.</summary>
public static class DirectoryClaims
{
    /// <summary>The id of the account's organisation, as text.</summary>
    public const string OrganisationId = "organisation_id";
}
