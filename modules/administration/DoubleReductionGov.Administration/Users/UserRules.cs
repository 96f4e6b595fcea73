using System.Text.RegularExpressions;

namespace DoubleReductionGov.Administration.Users;

/// <summary>What an account's data look like, on the screen and in an import file.</summary>
internal static partial class UserRules
{
    public const int NameMaxLength = 50;
    public const int PostMaxLength = 50;
    public const int EmailMaxLength = 128;
    public const string UserNamePattern = @"^[\p{L}\p{N}._@-]{2,64}$";
    public const string PhonePattern = @"^\+?[0-9]{5,15}$";

    /// <summary>The framework wants an address of every account; this one reaches nobody and is not shown.</summary>
    private const string NoEmailDomain = "@no-email.invalid";

    public static string EmailOrNone(string? email, Guid userId) => string.IsNullOrWhiteSpace(email) ? userId.ToString("N") + NoEmailDomain : email.Trim();

    public static string? ShownEmail(string email) => email.EndsWith(NoEmailDomain, StringComparison.OrdinalIgnoreCase) ? null : email;

    /// <summary>Enough to recognise a number, not enough to call it.</summary>
    public static string? MaskedPhone(string? phone) => phone is null ? null
        : phone.Length < 8 ? new string('*', phone.Length)
        : string.Concat(phone.AsSpan(0, phone.Length - 8), "****", phone.AsSpan(phone.Length - 4));

    [GeneratedRegex(UserNamePattern)]
    public static partial Regex UserName();

    [GeneratedRegex(PhonePattern)]
    public static partial Regex Phone();
}
