using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignInLog;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>Which step of a sign-in comes next: second factor, password that must be changed, enrolment of a second factor, done.</summary>
internal sealed class SignInSteps(
    SecurityPolicy policy, SecondFactors secondFactors, SignInTickets tickets, AccountSessions sessions, SignInCookie cookie, Lockout lockout,
    SignInLogWriter log, IUnitOfWorkManager unitOfWorkManager, TimeProvider timeProvider)
    : ITransientDependency
{
    public async Task<Progress> NextAsync(IdentityUser user, bool hasSecondFactor, string? provider = null)
    {
        // First what proves who it is: whoever knows the password alone must not be able to change it.
        if (user.TwoFactorEnabled && !hasSecondFactor)
        {
            await log.WriteAsync(SignInActions.LoginRequiresTwoFactor, user);
            return new Progress(new LoginResult(SignInStep.SecondFactor, await TicketAsync(user, SignInStep.SecondFactor, hasSecondFactor)));
        }

        if (provider is null && await FindChangeAsync(user) is { } reason)
        {
            return new Progress(new LoginResult(SignInStep.ChangePassword, await TicketAsync(user, SignInStep.ChangePassword, hasSecondFactor), Reason: reason));
        }

        if (!user.TwoFactorEnabled && await secondFactors.IsRequiredAsync(user))
        {
            return new Progress(await EnrolAsync(user, hasSecondFactor));
        }

        var session = await sessions.BeginAsync(user);
        await lockout.ForgiveAsync(user.Id);
        await log.WriteAsync(SignInActions.LoginSucceeded, user, provider ?? "Identity");
        return new Progress(new LoginResult(SignInStep.Done, UserName: user.UserName, Name: user.Name), await cookie.CreateAsync(user, session));
    }

    public async Task<LoginResult> EnrolAsync(IdentityUser user, bool hasSecondFactor)
    {
        var authenticator = await secondFactors.StartAsync(user);
        await unitOfWorkManager.Current!.SaveChangesAsync();
        return new LoginResult(
            SignInStep.EnrolSecondFactor, await TicketAsync(user, SignInStep.EnrolSecondFactor, hasSecondFactor), Secret: authenticator.Secret, Uri: authenticator.Uri);
    }

    /// <summary>Changes with the password, with every used code and with the enrolment, and so ends the tickets that were issued before.</summary>
    public async Task<string> StampOfAsync(IdentityUser user) => user.SecurityStamp + (await secondFactors.FindAsync(user))?.ConcurrencyStamp;

    public async Task<bool> HasInitialPasswordExpiredAsync(IdentityUser user) =>
        user.ShouldChangePasswordOnNextLogin && AgeOf(user) > TimeSpan.FromDays(await policy.GetAsync(SecurityRules.InitialPasswordDays));

    private async Task<ChangePasswordReason?> FindChangeAsync(IdentityUser user) =>
        user.ShouldChangePasswordOnNextLogin ? ChangePasswordReason.FirstSignIn
        : await policy.GetAsync(SecurityRules.PasswordMaximumAgeDays) is > 0 and var days && AgeOf(user) > TimeSpan.FromDays(days) ? ChangePasswordReason.Expired
        : null;

    private TimeSpan AgeOf(IdentityUser user) =>
        timeProvider.GetUtcNow() - (user.LastPasswordChangeTime ?? new DateTimeOffset(DateTime.SpecifyKind(user.CreationTime, DateTimeKind.Utc)));

    private async Task<string> TicketAsync(IdentityUser user, SignInStep step, bool hasSecondFactor)
    {
        await unitOfWorkManager.Current!.SaveChangesAsync();
        return await tickets.IssueAsync(user.TenantId, user.Id, step, await StampOfAsync(user), hasSecondFactor);
    }
}
