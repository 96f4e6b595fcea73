using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using DoubleReductionGov.Administration.Security;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.Sessions;

/// <summary>When each session was last used, in this process. The database learns of it once a minute.</summary>
internal sealed class SessionActivity : ISingletonDependency
{
    private const int Many = 10_000;
    private readonly ConcurrentDictionary<string, Use> _uses = new();

    public Use? Find(string sessionId) => _uses.GetValueOrDefault(sessionId);

    public void Set(string sessionId, Use use)
    {
        if (_uses.Count > Many)
        {
            // Forgotten sessions are read again from the database.
            _uses.Clear();
        }

        _uses[sessionId] = use;
    }

    /// <param name="Seen">The last request.</param>
    /// <param name="Written">What the database says.</param>
    internal sealed record Use(DateTime Seen, DateTime Written);
}

/// <summary>Turns away a session that was idle for too long or has lasted for too long, whatever its cookie says.</summary>
[ExposeServices(typeof(IAbpDynamicClaimsPrincipalContributor))]
internal sealed class SessionTimeouts(
    SessionActivity activity, SecurityPolicy policy, IRepository<IdentitySession, Guid> sessions, ICurrentTenant currentTenant,
    IUnitOfWorkManager unitOfWorkManager, TimeProvider timeProvider)
    : IAbpDynamicClaimsPrincipalContributor, ITransientDependency
{
    /// <summary>When the session began, in seconds since 1970 (UTC).</summary>
    public const string SignedInClaim = "signed_in";

    private static readonly TimeSpan WriteInterval = TimeSpan.FromMinutes(1);

    public static Claim ClaimOf(DateTime signedIn) =>
        new(SignedInClaim, new DateTimeOffset(DateTime.SpecifyKind(signedIn, DateTimeKind.Utc)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public async Task ContributeAsync(AbpClaimsPrincipalContributorContext context)
    {
        var principal = context.ClaimsPrincipal;
        if (principal.FindFirst(AbpClaimTypes.SessionId) is not { Value: var sessionId })
        {
            return;
        }

        Guid? tenantId = Guid.TryParse(principal.FindFirst(AbpClaimTypes.TenantId)?.Value, out var id) ? id : null;
        if (await HasLastedTooLongAsync(principal) || await WasIdleTooLongAsync(tenantId, sessionId))
        {
            context.ClaimsPrincipal = new ClaimsPrincipal(new ClaimsIdentity());
        }
    }

    private async Task<bool> HasLastedTooLongAsync(ClaimsPrincipal principal)
    {
        var signedIn = DateTimeOffset.FromUnixTimeSeconds(long.Parse(principal.FindFirst(SignedInClaim)!.Value, CultureInfo.InvariantCulture));
        return timeProvider.GetUtcNow() >= signedIn.AddHours(await policy.GetAsync(SecurityRules.AbsoluteHours));
    }

    private async Task<bool> WasIdleTooLongAsync(Guid? tenantId, string sessionId)
    {
        var now = timeProvider.GetUtcNow().UtcDateTime;
        var idle = TimeSpan.FromMinutes(await policy.GetAsync(SecurityRules.IdleMinutes));
        var use = activity.Find(sessionId);
        if (use is null || now - use.Seen >= idle)
        {
            // Another node may have seen it since.
            var written = await ReadAsync(tenantId, sessionId);
            use = new SessionActivity.Use(written, written);
        }

        if (now - use.Seen >= idle)
        {
            return true;
        }

        var isDue = now - use.Written >= WriteInterval;
        if (isDue)
        {
            await WriteAsync(tenantId, sessionId, now);
        }

        activity.Set(sessionId, new SessionActivity.Use(now, isDue ? now : use.Written));
        return false;
    }

    private async Task<DateTime> ReadAsync(Guid? tenantId, string sessionId)
    {
        using var inTenant = currentTenant.Change(tenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var last = await (await sessions.GetQueryableAsync()).Where(s => s.SessionId == sessionId).Select(s => s.LastAccessed).SingleOrDefaultAsync();
        await unitOfWork.CompleteAsync();
        return last ?? DateTime.MinValue;
    }

    private async Task WriteAsync(Guid? tenantId, string sessionId, DateTime now)
    {
        using var inTenant = currentTenant.Change(tenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await (await sessions.GetQueryableAsync()).Where(s => s.SessionId == sessionId).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastAccessed, now));
        await unitOfWork.CompleteAsync();
    }
}
