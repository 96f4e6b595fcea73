using DoubleReductionGov.Administration.Security;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>
/// Counts an attempt before it is judged, in a unit of work of its own: neither a refusal's rollback nor a hundred attempts at once
/// give anybody more guesses than the policy allows.
/// </summary>
internal sealed class Lockout(IRepository<IdentityUser, Guid> users, SecurityPolicy policy, IUnitOfWorkManager unitOfWorkManager, TimeProvider timeProvider)
    : ITransientDependency
{
    /// <returns>False while the account is locked.</returns>
    public async Task<bool> TryBeginAttemptAsync(Guid userId)
    {
        var threshold = await policy.GetAsync(SecurityRules.LockoutThreshold);
        DateTimeOffset? now = timeProvider.GetUtcNow();
        DateTimeOffset? until = now.Value.AddMinutes(await policy.GetAsync(SecurityRules.LockoutMinutes));
        DateTimeOffset? never = null;
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var counted = await (await users.GetQueryableAsync())
            .Where(u => u.Id == userId && (u.LockoutEnd == null || u.LockoutEnd <= now))
            .ExecuteUpdateAsync(u => u
                .SetProperty(x => x.AccessFailedCount, x => x.LockoutEnd != null ? 1 : x.AccessFailedCount + 1)
                .SetProperty(x => x.LockoutEnd, x => x.LockoutEnd == null && x.AccessFailedCount + 1 >= threshold ? until : never));
        await unitOfWork.CompleteAsync();
        return counted > 0;
    }

    /// <summary>After a success, in the unit of work of that.</summary>
    public async Task ForgiveAsync(Guid userId)
    {
        DateTimeOffset? never = null;
        await (await users.GetQueryableAsync()).Where(u => u.Id == userId)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.AccessFailedCount, 0).SetProperty(x => x.LockoutEnd, never));
    }

    public async Task<int> MinutesLeftAsync(Guid userId)
    {
        var end = await (await users.GetQueryableAsync()).Where(u => u.Id == userId).Select(u => u.LockoutEnd).SingleOrDefaultAsync();
        return (int)Math.Ceiling(((end ?? timeProvider.GetUtcNow()) - timeProvider.GetUtcNow()).TotalMinutes);
    }
}
