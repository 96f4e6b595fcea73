using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Administration.Security;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>What is to be done next.</summary>
public enum SignInStep
{
    Done,
    ChangePassword,
    SecondFactor,
    EnrolSecondFactor,
}

public enum ChangePasswordReason
{
    /// <summary>The administrator gave the password; only its owner may know it.</summary>
    FirstSignIn,

    /// <summary>It is older than the policy allows.</summary>
    Expired,
}

/// <param name="TenantId">The county; null for the city.</param>
public sealed record LoginInput(Guid? TenantId, [Required, StringLength(256)] string UserName, [Required, StringLength(128)] string Password);

public sealed record TicketInput([Required, StringLength(4096)] string Ticket);

public sealed record TicketCodeInput([Required, StringLength(4096)] string Ticket, [Required, StringLength(32)] string Code);

public sealed record TicketPasswordInput([Required, StringLength(4096)] string Ticket, [Required, StringLength(128)] string NewPassword);

/// <summary>Where a sign-in stands.</summary>
/// <param name="Ticket">For the next step; null when done.</param>
/// <param name="UserName">Only when done.</param>
/// <param name="Name">The person's name, only when done.</param>
/// <param name="Reason">Only with ChangePassword.</param>
/// <param name="Secret">Only with EnrolSecondFactor: the secret to type into the app, Base32.</param>
/// <param name="Uri">Only with EnrolSecondFactor: to be drawn as a QR code.</param>
/// <param name="RecoveryCodes">Only right after enrolment; not shown again.</param>
public sealed record LoginResult(
    SignInStep Step, string? Ticket = null, string? UserName = null, string? Name = null, ChangePasswordReason? Reason = null,
    string? Secret = null, string? Uri = null, IReadOnlyList<string>? RecoveryCodes = null);

/// <summary>What the sign-in page shows.</summary>
/// <param name="Demonstration">Null unless the demonstration city is loaded.</param>
public sealed record SignInOptionsDto(
    string CityName, IReadOnlyList<SignInCountyDto> Counties, DemonstrationSignInDto? Demonstration,
    IReadOnlyList<ExternalProviderDto> ExternalProviders, PasswordRulesDto PasswordRules);

public sealed record SignInCountyDto(Guid Id, string Name);

/// <param name="Name">The provider's part of the address.</param>
public sealed record ExternalProviderDto(string Name, string DisplayName);

/// <param name="CharacterClasses">How many of small letters, capitals, digits and other characters; 0 asks for none.</param>
public sealed record PasswordRulesDto(
    SecurityPolicyName Policy, int MinimumLength, int MaximumLength, int CharacterClasses, int HistoryLength, bool IsCommonPasswordRefused);

/// <summary>The signed-in person's own account.</summary>
/// <param name="PasswordExpiresAt">Null where the policy forces no change.</param>
/// <param name="ConfirmedUntil">Until when a sensitive act does not ask again; null if it already does.</param>
public sealed record MyAccountDto(
    string UserName, string? Name, string Email, IReadOnlyList<string> Roles, bool SecondFactor, bool SecondFactorRequired, int RecoveryCodesLeft,
    DateTime? PasswordChangedAt, DateTime? PasswordExpiresAt, int Sessions, DateTime? ConfirmedUntil);

public sealed record ChangeOwnPasswordInput([Required, StringLength(128)] string CurrentPassword, [Required, StringLength(128)] string NewPassword);

/// <summary>One of the two; the code is the app's or a recovery code.</summary>
public sealed record ConfirmInput([StringLength(128)] string? Password, [StringLength(32)] string? Code);

public sealed record ConfirmationDto(DateTime ConfirmedUntil);
