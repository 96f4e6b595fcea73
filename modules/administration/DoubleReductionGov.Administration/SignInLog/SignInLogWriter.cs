using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.SecurityLog;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.SignInLog;

/// <summary>What is recorded, under the names that ABP has for it where it has one.</summary>
internal static class SignInActions
{
    public const string LoginSucceeded = "LoginSucceeded";
    public const string LoginInvalidUserName = "LoginInvalidUserName";
    public const string LoginInvalidUserNameOrPassword = "LoginInvalidUserNameOrPassword";
    public const string LoginNotAllowed = "LoginNotAllowed";
    public const string LoginLockedout = "LoginLockedout";
    public const string LoginRequiresTwoFactor = "LoginRequiresTwoFactor";
    public const string LoginInvalidCode = "LoginInvalidCode";
    public const string Logout = "Logout";
    public const string ChangePassword = "ChangePassword";
    public const string TwoFactorEnabled = "TwoFactorEnabled";
    public const string TwoFactorDisabled = "TwoFactorDisabled";
    public const string TwoFactorReset = "TwoFactorReset";
    public const string RecoveryCodesRenewed = "RecoveryCodesRenewed";
    public const string Confirmed = "Confirmed";
    public const string ConfirmationFailed = "ConfirmationFailed";
    public const string SessionEnded = "SessionEnded";
    public const string TokenCreated = "TokenCreated";
    public const string TokenRevoked = "TokenRevoked";
    public const string ClientAuthenticated = "ClientAuthenticated";
    public const string ClientRefused = "ClientRefused";
    public const string ClientChanged = "ClientChanged";
    public const string LoginLinked = "LoginLinked";
    public const string LoginUnlinked = "LoginUnlinked";
    public const string LoginNotLinked = "LoginNotLinked";
    public const string AccessDenied = "AccessDenied";

    public static readonly IReadOnlyList<string> All =
    [
        LoginSucceeded, LoginInvalidUserName, LoginInvalidUserNameOrPassword, LoginNotAllowed, LoginLockedout, LoginRequiresTwoFactor, LoginInvalidCode,
        Logout, ChangePassword, TwoFactorEnabled, TwoFactorDisabled, TwoFactorReset, RecoveryCodesRenewed, Confirmed, ConfirmationFailed, SessionEnded,
        TokenCreated, TokenRevoked, ClientAuthenticated, ClientRefused, ClientChanged, LoginLinked, LoginUnlinked, LoginNotLinked, AccessDenied,
    ];
}

/// <summary>Records what happens to accounts with time, address and browser; never a password, a code or a token.</summary>
internal sealed class SignInLogWriter(
    ISecurityLogManager log, IHttpContextAccessor httpContextAccessor, ICurrentUser currentUser, ICurrentTenant currentTenant,
    ICorrelationIdProvider correlationId, IUnitOfWorkManager unitOfWorkManager)
    : ITransientDependency
{
    private const string Identity = "Identity";

    public Task WriteAsync(string action, IdentityUser? user, string identity = Identity) =>
        WriteAsync(action, identity, user?.Id, user?.UserName, clientId: null);

    /// <summary>A name that no account has may be a password typed into the wrong field: only a short hash of it is kept, which tells repetitions.</summary>
    public Task WriteUnknownAsync(string typedName) =>
        WriteAsync(SignInActions.LoginInvalidUserName, Identity, null, "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(typedName)).AsSpan(0, 4)), null);

    public Task WriteClientAsync(string action, string? clientId) => WriteAsync(action, "Client", null, null, clientId);

    /// <summary>An authorisation that failed. The request's own unit of work is rolled back, this is not.</summary>
    public async Task WriteDeniedAsync()
    {
        using var inTenant = currentTenant.Change(currentUser.TenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var request = httpContextAccessor.HttpContext!.Request;
        await WriteAsync(
            SignInActions.AccessDenied, $"{request.Method} {request.Path}", currentUser.Id, currentUser.UserName, currentUser.FindClaimValue(AbpClaimTypes.ClientId));
        await unitOfWork.CompleteAsync();
    }

    private Task WriteAsync(string action, string identity, Guid? userId, string? userName, string? clientId) => log.SaveAsync(info =>
    {
        var context = httpContextAccessor.HttpContext;
        info.Action = action;
        info.Identity = identity;
        info.UserId = userId;
        info.UserName = userName;
        info.ClientId = clientId;
        info.ClientIpAddress = context?.Connection.RemoteIpAddress?.ToString();
        info.BrowserInfo = context?.Request.Headers.UserAgent.ToString();
        info.CorrelationId = correlationId.Get() ?? Activity.Current?.TraceId.ToString() ?? context?.TraceIdentifier;
    });
}
