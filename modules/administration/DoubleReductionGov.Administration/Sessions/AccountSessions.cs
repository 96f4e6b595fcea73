using System.Security.Cryptography;
using DoubleReductionGov.Administration.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.Timing;

namespace DoubleReductionGov.Administration.Sessions;

/// <summary>Begins and ends the sessions of accounts in the current tenant. An ended one is refused with its next request.</summary>
internal sealed class AccountSessions(
    IRepository<IdentitySession, Guid> sessions, SecurityPolicy policy, IHttpContextAccessor httpContextAccessor, IGuidGenerator guidGenerator, IClock clock)
    : ITransientDependency
{
    private const int SessionIdBytes = 32;
    private const int DeviceInfoLength = 256;

    /// <summary>Ends the oldest sessions that the policy does not allow beside the new one.</summary>
    public async Task<IdentitySession> BeginAsync(IdentityUser user)
    {
        await RemoveOverdueAsync();
        if (await policy.GetAsync(SecurityRules.MaximumSessions) is > 0 and var maximum)
        {
            var others = await (await sessions.GetQueryableAsync()).Where(s => s.UserId == user.Id).OrderByDescending(s => s.SignedIn).Skip(maximum - 1).ToListAsync();
            await DeleteAsync(others);
        }

        var context = httpContextAccessor.HttpContext;
        var browser = context?.Request.Headers.UserAgent.ToString() ?? "";
        return await sessions.InsertAsync(new IdentitySession(
            guidGenerator.Create(), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SessionIdBytes)), "Web",
            browser.Length > DeviceInfoLength ? browser[..DeviceInfoLength] : browser, user.Id, user.TenantId, clientId: null,
            context?.Connection.RemoteIpAddress?.ToString(), clock.Now, clock.Now));
    }

    public async Task EndAsync(string sessionId) => await DeleteAsync(await (await sessions.GetQueryableAsync()).Where(s => s.SessionId == sessionId).ToListAsync());

    public async Task EndAllAsync(Guid userId, string? exceptSessionId = null) =>
        await DeleteAsync(await (await sessions.GetQueryableAsync()).Where(s => s.UserId == userId && s.SessionId != exceptSessionId).ToListAsync());

    /// <summary>Nobody comes back to these; the time-outs refuse them whether their rows are there or not.</summary>
    public async Task RemoveOverdueAsync()
    {
        var now = clock.Now;
        var begun = now.AddHours(-await policy.GetAsync(SecurityRules.AbsoluteHours));
        await sessions.DeleteDirectAsync(s => s.LastAccessed < begun);
    }

    // Row by row, not by a statement: so the caches learn of it.
    private async Task DeleteAsync(List<IdentitySession> ended)
    {
        foreach (var session in ended)
        {
            await sessions.DeleteAsync(session);
        }
    }
}
