using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>What a signed-in person sees and changes of the own account.</summary>
[Route("api/account")]
[Authorize]
[NeedsSession]
public sealed class MyAccountAppService : ApplicationService
{
    public MyAccountAppService() => LocalizationResource = typeof(AccountResource);

    private IdentityUserManager Users => LazyServiceProvider.LazyGetRequiredService<IdentityUserManager>();

    private SecondFactors Factors => LazyServiceProvider.LazyGetRequiredService<SecondFactors>();

    private AccountSessions Sessions => LazyServiceProvider.LazyGetRequiredService<AccountSessions>();

    private SignInLogWriter Log => LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>();

    private SignInCookie Cookie => LazyServiceProvider.LazyGetRequiredService<SignInCookie>();

    [HttpGet("me")]
    public async Task<MyAccountDto> GetAsync()
    {
        var user = await UserAsync();
        var factor = await Factors.FindAsync(user);
        var sessions = await LazyServiceProvider.LazyGetRequiredService<IRepository<IdentitySession, Guid>>().GetQueryableAsync();
        var days = await LazyServiceProvider.LazyGetRequiredService<SecurityPolicy>().GetAsync(SecurityRules.PasswordMaximumAgeDays);
        var changed = user.LastPasswordChangeTime?.UtcDateTime;
        return new MyAccountDto(
            user.UserName, user.Name, user.Email, CurrentUser.Roles, user.TwoFactorEnabled, await Factors.IsRequiredAsync(user), factor?.RecoveryCodesLeft ?? 0,
            changed, days > 0 ? changed?.AddDays(days) : null, await sessions.CountAsync(s => s.UserId == user.Id), await ConfirmedUntilAsync());
    }

    /// <summary>Ends all other sessions. Refusals: Account:InvalidPassword, Account:LockedOut, and what the policy says of passwords.</summary>
    [HttpPost("password")]
    public async Task ChangePasswordAsync([FromBody] ChangeOwnPasswordInput input)
    {
        await LazyServiceProvider.LazyGetRequiredService<OwnPassword>().EnsureAsync(CurrentUser.GetId(), input.CurrentPassword);
        var user = await UserAsync();
        await LazyServiceProvider.LazyGetRequiredService<PasswordChange>().ChangeAsync(user, input.NewPassword);
        await Sessions.EndAllAsync(user.Id, exceptSessionId: CurrentUser.FindClaimValue(AbpClaimTypes.SessionId));
        await Log.WriteAsync(SignInActions.ChangePassword, user);
        await Cookie.RenewAsync(user);
    }

    /// <summary>Shows again who it is, so that sensitive acts are possible for some minutes. Refusals: Account:InvalidPassword, Account:InvalidCode, Account:LockedOut.</summary>
    [HttpPost("confirm")]
    public async Task<ConfirmationDto> ConfirmAsync([FromBody] ConfirmInput input)
    {
        var own = LazyServiceProvider.LazyGetRequiredService<OwnPassword>();
        await (input.Code is { Length: > 0 } code ? own.EnsureCodeAsync(CurrentUser.GetId(), code) : own.EnsureAsync(CurrentUser.GetId(), input.Password ?? ""));
        var user = await UserAsync();
        await Log.WriteAsync(SignInActions.Confirmed, user);
        await Cookie.ConfirmAsync(user);
        return new ConfirmationDto(Clock.Now.AddMinutes(await LazyServiceProvider.LazyGetRequiredService<SecurityPolicy>().GetAsync(SecurityRules.ConfirmationMinutes)));
    }

    /// <summary>What happened to the own account, newest first.</summary>
    [HttpGet("security-log")]
    public async Task<PagedResultDto<SecurityLogDto>> GetSecurityLogAsync([FromQuery] PagedResultRequestDto input)
    {
        var userId = CurrentUser.GetId();
        var logs = await LazyServiceProvider.LazyGetRequiredService<IRepository<IdentitySecurityLog, Guid>>().GetQueryableAsync();
        return await SecurityLogPage.ReadAsync(logs.AsNoTracking().Where(l => l.UserId == userId), input, L);
    }

    private Task<IdentityUser> UserAsync() => Users.GetByIdAsync(CurrentUser.GetId());

    private async Task<DateTime?> ConfirmedUntilAsync()
    {
        var context = LazyServiceProvider.LazyGetRequiredService<IHttpContextAccessor>().HttpContext!;
        var until = await LazyServiceProvider.LazyGetRequiredService<ConfirmationWindow>().EndOfAsync(context.User);
        return until?.UtcDateTime > Clock.Now ? until?.UtcDateTime : null;
    }
}

/// <summary>A signed-in person proves again to be it. Guesses count like those at the door, and outlive the refusal.</summary>
internal sealed class OwnPassword(
    IdentityUserManager users, SecondFactors factors, Lockout lockout, SignInLogWriter log, IUnitOfWorkManager unitOfWorkManager)
    : Volo.Abp.DependencyInjection.ITransientDependency
{
    public Task EnsureAsync(Guid userId, string password) => EnsureAsync(userId, AccountErrors.InvalidPassword, user => users.CheckPasswordAsync(user, password));

    public Task EnsureCodeAsync(Guid userId, string code) => EnsureAsync(userId, AccountErrors.InvalidCode, user => factors.TryUseAsync(user, code));

    private async Task EnsureAsync(Guid userId, string refusal, Func<IdentityUser, Task<bool>> check)
    {
        using var reading = unitOfWorkManager.Begin(requiresNew: true);
        if (!await lockout.TryBeginAttemptAsync(userId))
        {
            throw new BusinessException(AccountErrors.LockedOut).WithData("minutes", await lockout.MinutesLeftAsync(userId));
        }

        bool isRight;
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            var user = await users.GetByIdAsync(userId);
            isRight = await check(user);
            await (isRight ? lockout.ForgiveAsync(userId) : log.WriteAsync(SignInActions.ConfirmationFailed, user));
            await unitOfWork.CompleteAsync();
        }

        if (!isRight)
        {
            throw new BusinessException(refusal);
        }
    }
}
