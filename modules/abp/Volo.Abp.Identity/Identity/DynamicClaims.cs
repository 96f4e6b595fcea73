using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace Volo.Abp.Identity;

/// <summary>What of an account every request depends on.</summary>
internal sealed record AccountState(string SecurityStamp, string UserName, string? Name, string Email, IReadOnlyList<string> Roles);

/// <summary>Active accounts; null for one that is disabled or gone.</summary>
internal sealed class AccountCache(TimeProvider timeProvider) : ProcessCache<(Guid? TenantId, Guid UserId), AccountState?>(timeProvider), ISingletonDependency
{
    private static readonly string[] Properties =
    [
        nameof(IdentityUser.SecurityStamp), nameof(IdentityUser.IsActive), nameof(IdentityUser.IsDeleted),
        nameof(IdentityUser.UserName), nameof(IdentityUser.Name), nameof(IdentityUser.Email),
    ];

    /// <summary>A counted wrong password changes the row and nothing that is kept here.</summary>
    public static bool Concerns(EntityEntry user) => user.State == EntityState.Deleted || Properties.Any(name => user.Property(name).IsModified);
}

/// <summary>Whose each session is; null for one that has ended.</summary>
internal sealed class SessionCache(TimeProvider timeProvider) : ProcessCache<(Guid? TenantId, string SessionId), Guid?>(timeProvider), ISingletonDependency;

/// <summary>
/// Turns away whose account is disabled, whose security stamp is another or whose session has ended; otherwise name and roles are
/// those that the account has now.
/// </summary>
[ExposeServices(typeof(IAbpDynamicClaimsPrincipalContributor))]
internal sealed class IdentityDynamicClaimsPrincipalContributor(
    AccountCache accounts, SessionCache sessions, IRepository<IdentityUser, Guid> users, IRepository<IdentityRole, Guid> roles,
    IRepository<IdentitySession, Guid> sessionRows, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IOptions<IdentityOptions> options)
    : IAbpDynamicClaimsPrincipalContributor, ITransientDependency
{
    public async Task ContributeAsync(AbpClaimsPrincipalContributorContext context)
    {
        var principal = context.ClaimsPrincipal;
        if (!Guid.TryParse(principal.FindFirst(AbpClaimTypes.UserId)?.Value, out var userId))
        {
            return;
        }

        Guid? tenantId = Guid.TryParse(principal.FindFirst(AbpClaimTypes.TenantId)?.Value, out var id) ? id : null;
        var account = await accounts.GetOrAddAsync((tenantId, userId), ReadAccountAsync);
        if (account is null || !HasStampOf(principal, account) || !await HasSessionAsync(principal, tenantId, userId))
        {
            context.ClaimsPrincipal = new ClaimsPrincipal(new ClaimsIdentity());
            return;
        }

        var identity = (ClaimsIdentity)principal.Identity!;
        Set(identity, AbpClaimTypes.UserName, [account.UserName]);
        Set(identity, AbpClaimTypes.Name, string.IsNullOrWhiteSpace(account.Name) ? [] : [account.Name]);
        Set(identity, AbpClaimTypes.Email, [account.Email]);
        Set(identity, AbpClaimTypes.Role, account.Roles);
    }

    // A token carries no stamp and no session: it is checked by itself.
    private bool HasStampOf(ClaimsPrincipal principal, AccountState account) =>
        principal.FindFirst(options.Value.ClaimsIdentity.SecurityStampClaimType) is not { Value: var stamp } || stamp == account.SecurityStamp;

    private async Task<bool> HasSessionAsync(ClaimsPrincipal principal, Guid? tenantId, Guid userId) =>
        principal.FindFirst(AbpClaimTypes.SessionId) is not { Value: var sessionId } || await sessions.GetOrAddAsync((tenantId, sessionId), ReadSessionAsync) == userId;

    private static void Set(ClaimsIdentity identity, string type, IReadOnlyList<string> values)
    {
        var claims = identity.FindAll(type).ToList();
        if (claims.Select(c => c.Value).SequenceEqual(values))
        {
            return;
        }

        claims.ForEach(identity.RemoveClaim);
        identity.AddClaims(values.Select(value => new Claim(type, value)));
    }

    private async Task<AccountState?> ReadAccountAsync((Guid? TenantId, Guid UserId) key)
    {
        using var inTenant = currentTenant.Change(key.TenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var user = await (await users.WithDetailsAsync()).AsNoTracking().SingleOrDefaultAsync(u => u.Id == key.UserId && u.IsActive);
        var roleIds = user?.Roles.Select(r => r.RoleId).ToList() ?? [];
        var names = await (await roles.GetQueryableAsync()).Where(r => roleIds.Contains(r.Id)).OrderBy(r => r.Name).Select(r => r.Name).ToListAsync();
        await unitOfWork.CompleteAsync();
        return user is null ? null : new AccountState(user.SecurityStamp, user.UserName, user.Name, user.Email, names);
    }

    private async Task<Guid?> ReadSessionAsync((Guid? TenantId, string SessionId) key)
    {
        using var inTenant = currentTenant.Change(key.TenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var owner = await (await sessionRows.GetQueryableAsync()).Where(s => s.SessionId == key.SessionId).Select(s => (Guid?)s.UserId).SingleOrDefaultAsync();
        await unitOfWork.CompleteAsync();
        return owner;
    }
}
