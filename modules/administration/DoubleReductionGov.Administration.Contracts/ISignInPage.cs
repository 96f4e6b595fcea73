namespace DoubleReductionGov.Administration;

/// <summary>What the sign-in page shows and only the host knows.</summary>
public interface ISignInPage
{
    /// <summary>The city's name as it stands in headings.</summary>
    string CityName { get; }

    /// <returns>Null unless the demonstration city is loaded.</returns>
    Task<DemonstrationSignInDto?> FindDemonstrationAsync();
}

/// <summary>The accounts to try the product with, and the password of all of them.</summary>
public sealed record DemonstrationSignInDto(string Password, IReadOnlyList<DemonstrationAccountDto> Accounts);

/// <summary>An account of the demonstration.</summary>
/// <param name="TenantId">Null for the city.</param>
/// <param name="TenantName">The city's or the county's name.</param>
/// <param name="UserName">The name to sign in with.</param>
/// <param name="RoleName">In the reader's language.</param>
/// <param name="PersonName">Whose account it is; null for one without a person.</param>
public sealed record DemonstrationAccountDto(Guid? TenantId, string TenantName, string UserName, string RoleName, string? PersonName);
