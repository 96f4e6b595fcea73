namespace DoubleReductionGov.Administration;

/// <summary>Refusals of sign-in and of what people do with their own account.</summary>
public static class AccountErrors
{
    /// <summary>Wrong county, name or password, or a disabled or locked account: which of them is not told.</summary>
    public const string InvalidUserNameOrPassword = "Account:InvalidUserNameOrPassword";

    /// <summary>The password is right, but it was given by the administrator too long ago and never changed.</summary>
    public const string InitialPasswordExpired = "Account:InitialPasswordExpired";

    /// <summary>The step came too late, was already done, or its ticket is not ours.</summary>
    public const string TicketIsInvalid = "Account:TicketIsInvalid";

    /// <summary>The code is wrong, too old or was already used.</summary>
    public const string InvalidCode = "Account:InvalidCode";

    /// <summary>A signed-in person typed a wrong password.</summary>
    public const string InvalidPassword = "Account:InvalidPassword";

    /// <summary>A signed-in person typed too many wrong passwords or codes; {minutes} until the next attempt.</summary>
    public const string LockedOut = "Account:LockedOut";

    /// <summary>Fewer than {minimum} characters.</summary>
    public const string PasswordTooShort = "Account:PasswordTooShort";

    /// <summary>More than {maximum} characters.</summary>
    public const string PasswordTooLong = "Account:PasswordTooLong";

    /// <summary>Fewer than {classes} of: small letters, capital letters, digits, other characters.</summary>
    public const string PasswordTooSimple = "Account:PasswordTooSimple";

    /// <summary>One of the passwords that everybody tries first.</summary>
    public const string PasswordIsCommon = "Account:PasswordIsCommon";

    /// <summary>The user name is a part of it.</summary>
    public const string PasswordContainsUserName = "Account:PasswordContainsUserName";

    /// <summary>The present password, or one of the {count} before it.</summary>
    public const string PasswordUsedBefore = "Account:PasswordUsedBefore";

    /// <summary>The policy in force does not let this account go without a second factor.</summary>
    public const string SecondFactorIsRequired = "Account:SecondFactorIsRequired";

    /// <summary>A token was asked for with a permission that its owner does not have.</summary>
    public const string ScopeNotHeld = "Account:ScopeNotHeld";

    /// <summary>A token must end, within a year.</summary>
    public const string ExpiryNotAllowed = "Account:ExpiryNotAllowed";

    /// <summary>Another client has the id {clientId}.</summary>
    public const string ClientIdIsTaken = "Account:ClientIdIsTaken";

    /// <summary>A client has two secrets already; one must go before a new one comes.</summary>
    public const string TwoSecretsAreActive = "Account:TwoSecretsAreActive";

    /// <summary>No machine may have {permission}: it administers, belongs to the other side or does not exist.</summary>
    public const string PermissionNotForClients = "Account:PermissionNotForClients";
}
