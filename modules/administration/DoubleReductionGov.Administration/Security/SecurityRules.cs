using DoubleReductionGov.Platform;

namespace DoubleReductionGov.Administration.Security;

/// <summary>The two named policies. Their numbers and where these come from stand in <see cref="SecurityRules"/>.</summary>
public enum SecurityPolicyName
{
    /// <summary>GB/T 22239-2019, level three: composition and periodic change of passwords.</summary>
    Dengbao3,

    /// <summary>OWASP ASVS 5.0, level two: long passwords, neither composition nor forced change.</summary>
    Asvs5,
}

internal enum SecurityUnit
{
    None,
    Characters,
    Classes,
    Days,
    Passwords,
    Attempts,
    Minutes,
    Hours,
    Sessions,
}

/// <summary>What a policy asks for, and the clause that asks for it. "Own number": the clause names the duty, the number is ours.</summary>
internal sealed record PolicyValue(int Value, string Source);

/// <summary>A number of the policy. 0 switches a rule off where its minimum is 0.</summary>
internal sealed record SecurityRule(string Key, SecurityUnit Unit, PolicyValue Dengbao3, PolicyValue Asvs5, int Minimum, int Maximum)
{
    public string SettingName { get; init; } = "Administration.Security." + Key;

    public PolicyValue Of(SecurityPolicyName policy) => policy == SecurityPolicyName.Dengbao3 ? Dengbao3 : Asvs5;
}

internal static class SecurityRules
{
    private const string Authentication = "GB/T 22239-2019 8.1.4.1 a)";
    private const string Failures = "GB/T 22239-2019 8.1.4.1 b)";
    private const string TwoFactors = "GB/T 22239-2019 8.1.4.1 d)";
    private const string OwnNumber = " (own number)";
    private const string NotAsked = "-";

    public static readonly SecurityRule PasswordMinimumLength = new(
        nameof(PasswordMinimumLength), SecurityUnit.Characters, new(8, Authentication + OwnNumber), new(15, "ASVS 5.0 6.2.1"), 8, 64);

    public static readonly SecurityRule PasswordCharacterClasses = new(
        nameof(PasswordCharacterClasses), SecurityUnit.Classes, new(3, Authentication + OwnNumber), new(0, "ASVS 5.0 6.2.5"), 0, 4);

    public static readonly SecurityRule PasswordMaximumAgeDays = new(
        nameof(PasswordMaximumAgeDays), SecurityUnit.Days, new(90, Authentication + OwnNumber), new(0, "ASVS 5.0 6.2.10"), 0, 3650);

    public static readonly SecurityRule PasswordHistoryLength = new(
        nameof(PasswordHistoryLength), SecurityUnit.Passwords, new(5, Authentication + OwnNumber), new(0, NotAsked), 0, 24);

    public static readonly SecurityRule CommonPasswordsRefused = new(
        nameof(CommonPasswordsRefused), SecurityUnit.None, new(1, Authentication + OwnNumber), new(1, "ASVS 5.0 6.2.4"), 0, 1);

    public static readonly SecurityRule InitialPasswordDays = new(
        nameof(InitialPasswordDays), SecurityUnit.Days, new(7, Authentication + OwnNumber), new(7, "ASVS 5.0 6.4.1" + OwnNumber), 1, 30);

    public static readonly SecurityRule LockoutThreshold = new(
        nameof(LockoutThreshold), SecurityUnit.Attempts, new(5, Failures + OwnNumber), new(10, "ASVS 5.0 6.3.1" + OwnNumber), 3, 100);

    public static readonly SecurityRule LockoutMinutes = new(
        nameof(LockoutMinutes), SecurityUnit.Minutes, new(30, Failures + OwnNumber), new(15, "ASVS 5.0 6.3.1" + OwnNumber), 1, 1440);

    public static readonly SecurityRule IdleMinutes = new(
        nameof(IdleMinutes), SecurityUnit.Minutes, new(30, Failures + OwnNumber), new(30, "ASVS 5.0 7.3.1" + OwnNumber), 5, 1440);

    public static readonly SecurityRule AbsoluteHours = new(
        nameof(AbsoluteHours), SecurityUnit.Hours, new(12, Failures + OwnNumber), new(12, "ASVS 5.0 7.3.2" + OwnNumber), 1, 720);

    /// <summary>Older sessions of the account end when there are more; 0: any number.</summary>
    public static readonly SecurityRule MaximumSessions = new(
        nameof(MaximumSessions), SecurityUnit.Sessions, new(3, NotAsked), new(5, "ASVS 5.0 7.1.2" + OwnNumber), 0, 100);

    /// <summary>A <see cref="SecondFactorDuty"/>.</summary>
    public static readonly SecurityRule SecondFactor = new(
        nameof(SecondFactor), SecurityUnit.None, new((int)SecondFactorDuty.Everyone, TwoFactors), new((int)SecondFactorDuty.Everyone, "ASVS 5.0 6.3.3"), 0, 2);

    /// <summary>How long the steps of a sign-in may take.</summary>
    public static readonly SecurityRule TicketMinutes = new(
        nameof(TicketMinutes), SecurityUnit.Minutes, new(10, NotAsked), new(10, "ASVS 5.0 6.5.5"), 1, 10);

    public static readonly SecurityRule ConfirmationMinutes = new(
        nameof(ConfirmationMinutes), SecurityUnit.Minutes, new(10, NotAsked), new(10, "ASVS 5.0 7.5.3" + OwnNumber), 1, 60)
    {
        SettingName = PlatformSettings.ConfirmationMinutes,
    };

    public static readonly IReadOnlyList<SecurityRule> All =
    [
        PasswordMinimumLength, PasswordCharacterClasses, PasswordMaximumAgeDays, PasswordHistoryLength, CommonPasswordsRefused, InitialPasswordDays,
        LockoutThreshold, LockoutMinutes, IdleMinutes, AbsoluteHours, MaximumSessions, SecondFactor, TicketMinutes, ConfirmationMinutes,
    ];
}

/// <summary>Who needs a second factor.</summary>
internal enum SecondFactorDuty
{
    Nobody,

    /// <summary>System, security and audit administrators.</summary>
    Officers,
    Everyone,
}
