using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Identity;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.SecondFactor;

/// <summary>The signed-in person's own second factor. Every change ends the person's other sessions.</summary>
[Route("api/account/second-factor")]
[Authorize]
[NeedsSession]
[NeedsConfirmation]
public sealed class SecondFactorAppService : ApplicationService
{
    private SecondFactors Factors => LazyServiceProvider.LazyGetRequiredService<SecondFactors>();

    private AccountSessions Sessions => LazyServiceProvider.LazyGetRequiredService<AccountSessions>();

    private SignInLogWriter Log => LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>();

    /// <summary>A new secret for an authenticator app; it counts once <see cref="EnableAsync"/> has seen its first code.</summary>
    [HttpPost("start")]
    public async Task<AuthenticatorDto> StartAsync() => await Factors.StartAsync(await UserAsync());

    /// <returns>The recovery codes; they are not shown again.</returns>
    [HttpPost("enable")]
    public async Task<RecoveryCodesDto> EnableAsync([FromBody] CodeInput input)
    {
        var user = await UserAsync();
        var codes = await Factors.EnableAsync(user, input.Code);
        await RenewSessionAsync(user, SignInActions.TwoFactorEnabled);
        return new RecoveryCodesDto(codes);
    }

    /// <summary>Ten new codes in place of those that are left.</summary>
    [HttpPost("renew-recovery-codes")]
    public async Task<RecoveryCodesDto> RenewRecoveryCodesAsync()
    {
        var user = await UserAsync();
        var factor = await Factors.FindAsync(user);
        if (factor is not { IsEnabled: true })
        {
            throw new BusinessException(AccountErrors.InvalidCode);
        }

        await Log.WriteAsync(SignInActions.RecoveryCodesRenewed, user);
        return new RecoveryCodesDto(factor.RenewRecoveryCodes());
    }

    /// <summary>Refused with Account:SecondFactorIsRequired where the policy asks for one.</summary>
    [HttpPost("disable")]
    public async Task DisableAsync()
    {
        var user = await UserAsync();
        if (await Factors.IsRequiredAsync(user))
        {
            throw new BusinessException(AccountErrors.SecondFactorIsRequired);
        }

        await Factors.RemoveAsync(user);
        await RenewSessionAsync(user, SignInActions.TwoFactorDisabled);
    }

    private Task<IdentityUser> UserAsync() => LazyServiceProvider.LazyGetRequiredService<IdentityUserManager>().GetByIdAsync(CurrentUser.GetId());

    private async Task RenewSessionAsync(IdentityUser user, string action)
    {
        await Sessions.EndAllAsync(user.Id, exceptSessionId: CurrentUser.FindClaimValue(Volo.Abp.Security.Claims.AbpClaimTypes.SessionId));
        await Log.WriteAsync(action, user);
        await LazyServiceProvider.LazyGetRequiredService<SignIn.SignInCookie>().RenewAsync(user);
    }
}

public sealed record CodeInput([Required, StringLength(32)] string Code);

public sealed record RecoveryCodesDto(IReadOnlyList<string> RecoveryCodes);

/// <summary>A lost authenticator: the security administrator takes the second factor away, and the person enrols a new one at the next sign-in.</summary>
[Authorize(SecurityPermissions.SecondFactors)]
public sealed class UserSecondFactorAppService : ApplicationService
{
    [NeedsConfirmation]
    public async Task ResetAsync(Guid userId)
    {
        var user = await LazyServiceProvider.LazyGetRequiredService<IdentityUserManager>().GetByIdAsync(userId);
        await LazyServiceProvider.LazyGetRequiredService<SecondFactors>().RemoveAsync(user);
        await LazyServiceProvider.LazyGetRequiredService<AccountSessions>().EndAllAsync(userId);
        await LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>().WriteAsync(SignInActions.TwoFactorReset, user);
    }
}
