using System.Security.Claims;
using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.SignInLog;
using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>
/// Leads through the steps of a sign-in. Each step works in a unit of work of its own, which is completed also when the step ends in a
/// refusal: counted attempts and the log must outlive it. What is read before goes into one without a transaction, because on SQLite a
/// second transaction waits for the first.
/// </summary>
internal sealed class SignInDesk(
    IdentityUserManager users, IPasswordHasher<IdentityUser> hasher, ITenantStore tenants, Lockout lockout, SignInSteps steps, SignInTickets tickets,
    SecondFactors secondFactors, PasswordChange passwords, SignInCookie cookie, SignInLogWriter log, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : ITransientDependency
{
    private static readonly IdentityUser Nobody = new(Guid.Empty, "nobody", "nobody@localhost");
    private static string? _nobodysHash;

    /// <summary>
    /// Unknown, disabled and locked accounts are answered like a wrong password, after the same work. That an account is locked is told to
    /// nobody: told only to whoever has the right password, it would tell a guesser which one that is.
    /// </summary>
    public async Task<LoginResult> LoginAsync(LoginInput input)
    {
        using var reading = unitOfWorkManager.Begin(requiresNew: true);
        var isKnown = input.TenantId is not { } tenantId || await tenants.FindAsync(tenantId) is { IsActive: true };
        using (currentTenant.Change(isKnown ? input.TenantId : null))
        {
            var user = isKnown ? await users.FindByNameAsync(input.UserName) : null;
            var mayTry = user is not null && await lockout.TryBeginAttemptAsync(user.Id);
            return await StepAsync(async () => await CheckPasswordAsync(input, user?.Id, mayTry));
        }
    }

    public Task<LoginResult> ChangePasswordAsync(TicketPasswordInput input) => WithTicketAsync(input.Ticket, SignInStep.ChangePassword, async (user, ticket) =>
    {
        await passwords.ChangeAsync(user, input.NewPassword);
        await log.WriteAsync(SignInActions.ChangePassword, user);
        return new Outcome(await steps.NextAsync(user, ticket.HasSecondFactor));
    });

    public Task<LoginResult> CheckSecondFactorAsync(TicketCodeInput input) => WithTicketAsync(input.Ticket, SignInStep.SecondFactor, async (user, _) =>
    {
        if (await secondFactors.TryUseAsync(user, input.Code))
        {
            return new Outcome(await steps.NextAsync(user, hasSecondFactor: true));
        }

        await log.WriteAsync(SignInActions.LoginInvalidCode, user);
        return new Outcome(AccountErrors.InvalidCode);
    });

    /// <summary>What the page of the enrolment shows.</summary>
    public Task<LoginResult> StartEnrolmentAsync(TicketInput input) => WithTicketAsync(input.Ticket, SignInStep.EnrolSecondFactor, async (user, ticket) =>
        new Outcome(new Progress(await steps.EnrolAsync(user, ticket.HasSecondFactor))));

    public Task<LoginResult> EnrolSecondFactorAsync(TicketCodeInput input) => WithTicketAsync(input.Ticket, SignInStep.EnrolSecondFactor, async (user, _) =>
    {
        var recoveryCodes = await secondFactors.EnableAsync(user, input.Code);
        await log.WriteAsync(SignInActions.TwoFactorEnabled, user);
        var next = await steps.NextAsync(user, hasSecondFactor: true);
        return new Outcome(next with { Result = next.Result with { RecoveryCodes = recoveryCodes } });
    });

    /// <summary>Somebody whom an external provider knows: the account in the current tenant to which that is linked.</summary>
    public Task<LoginResult> ContinueAsync(string provider, Guid userId) => StepAsync(async () =>
    {
        var user = await users.FindByIdAsync(userId.ToString());
        if (user is not { IsActive: true } || await users.IsLockedOutAsync(user))
        {
            await log.WriteAsync(SignInActions.LoginNotAllowed, user, provider);
            return new Outcome(AccountErrors.InvalidUserNameOrPassword);
        }

        return new Outcome(await steps.NextAsync(user, hasSecondFactor: false, provider));
    });

    private async Task<Outcome> CheckPasswordAsync(LoginInput input, Guid? userId, bool mayTry)
    {
        var user = userId is { } id ? await users.FindByIdAsync(id.ToString()) : null;
        var isRight = await IsRightAsync(user, input.Password);
        if (user is null)
        {
            await log.WriteUnknownAsync(input.UserName);
            return new Outcome(AccountErrors.InvalidUserNameOrPassword);
        }

        if (!mayTry || !isRight || !user.IsActive)
        {
            await log.WriteAsync(
                !mayTry ? SignInActions.LoginLockedout : !isRight ? SignInActions.LoginInvalidUserNameOrPassword : SignInActions.LoginNotAllowed, user);
            return new Outcome(AccountErrors.InvalidUserNameOrPassword);
        }

        if (await steps.HasInitialPasswordExpiredAsync(user))
        {
            await log.WriteAsync(SignInActions.LoginNotAllowed, user);
            return new Outcome(AccountErrors.InitialPasswordExpired);
        }

        return new Outcome(await steps.NextAsync(user, hasSecondFactor: false));
    }

    // What does not exist must cost as long as what does, or the time would tell which names exist.
    private async Task<bool> IsRightAsync(IdentityUser? user, string password)
    {
        if (user is { PasswordHash: not null })
        {
            return await users.CheckPasswordAsync(user, password);
        }

        _nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        hasher.VerifyHashedPassword(Nobody, _nobodysHash, password);
        return false;
    }

    private async Task<LoginResult> WithTicketAsync(string text, SignInStep step, Func<IdentityUser, SignInTicket, Task<Outcome>> act)
    {
        using var reading = unitOfWorkManager.Begin(requiresNew: true);
        var ticket = tickets.Read(text, step);
        using (currentTenant.Change(ticket.TenantId))
        {
            // A guessed code is a guess like a guessed password.
            var mayTry = step == SignInStep.ChangePassword || await lockout.TryBeginAttemptAsync(ticket.UserId);
            return await StepAsync(async () =>
                mayTry && await users.FindByIdAsync(ticket.UserId.ToString()) is { IsActive: true } user && await steps.StampOfAsync(user) == ticket.Stamp
                    ? await act(user, ticket)
                    : new Outcome(AccountErrors.TicketIsInvalid));
        }
    }

    private async Task<LoginResult> StepAsync(Func<Task<Outcome>> act)
    {
        Outcome outcome;
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            outcome = await act();
            await unitOfWork.CompleteAsync();
        }

        if (outcome.Progress is not { } progress)
        {
            throw new BusinessException(outcome.Refusal);
        }

        if (progress.Principal is not null)
        {
            await cookie.SetAsync(progress.Principal);
        }

        return progress.Result;
    }

    private sealed record Outcome(Progress? Progress, string? Refusal)
    {
        public Outcome(Progress progress) : this(progress, null) { }

        public Outcome(string refusal) : this(null, refusal) { }
    }
}

/// <param name="Principal">Only when the sign-in is done: what the cookie shall say.</param>
internal sealed record Progress(LoginResult Result, ClaimsPrincipal? Principal = null);
