using System.ComponentModel.DataAnnotations;

namespace DoubleReductionGov.Host.Account;

/// <summary>The refusals of sign-in.</summary>
public static class AccountErrors
{
    /// <summary>Wrong tenant, name or password, or a disabled account: which of them is not told.</summary>
    public const string InvalidUserNameOrPassword = "Account:InvalidUserNameOrPassword";

    /// <summary>Too many failed attempts; {minutes} until the next one is possible.</summary>
    public const string LockedOut = "Account:LockedOut";
}

/// <param name="TenantId">The county; null for the city.</param>
public sealed record LoginInput(Guid? TenantId, [Required, StringLength(256)] string UserName, [Required, StringLength(128)] string Password);

public sealed record LoginResult(string UserName, string? Name);

/// <summary>What the sign-in page shows.</summary>
/// <param name="Demonstration">Null unless the demonstration city is loaded.</param>
public sealed record SignInOptionsDto(string CityName, IReadOnlyList<SignInCountyDto> Counties, DemonstrationSignInDto? Demonstration);

public sealed record SignInCountyDto(Guid Id, string Name);

public sealed record DemonstrationSignInDto(string Password, IReadOnlyList<DemonstrationAccountDto> Accounts);

/// <param name="TenantId">Null for the city.</param>
public sealed record DemonstrationAccountDto(Guid? TenantId, string TenantName, string UserName, string RoleName, string? PersonName);
