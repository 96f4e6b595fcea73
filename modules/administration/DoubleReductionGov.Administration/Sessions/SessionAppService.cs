using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.Sessions;

/// <summary>Where the signed-in person is signed in, and how to end that.</summary>
[Route("api/account/session")]
[Authorize]
[NeedsSession]
public sealed class SessionAppService : ApplicationService
{
    private IRepository<IdentitySession, Guid> Sessions => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentitySession, Guid>>();

    /// <summary>The latest sign-in first; the policy bounds their number, and old ones go.</summary>
    [HttpGet]
    public async Task<ListResultDto<SessionDto>> GetListAsync()
    {
        var (userId, current) = (CurrentUser.GetId(), CurrentUser.FindClaimValue(AbpClaimTypes.SessionId));
        var rows = await (await Sessions.GetQueryableAsync()).Where(s => s.UserId == userId)
            .OrderByDescending(s => s.SignedIn).Take(LimitedResultRequestDto.MaxMaxResultCount)
            .Select(s => new SessionDto(s.Id, s.Device, s.DeviceInfo, s.IpAddresses, s.SignedIn, s.LastAccessed, s.SessionId == current))
            .ToListAsync();
        return new ListResultDto<SessionDto>(rows);
    }

    [HttpDelete("{id}")]
    public async Task DeleteAsync(Guid id)
    {
        var userId = CurrentUser.GetId();
        await Sessions.DeleteAsync(await Sessions.GetAsync(s => s.Id == id && s.UserId == userId));
    }

    [HttpPost("end-others")]
    public Task EndOthersAsync() => LazyServiceProvider.LazyGetRequiredService<AccountSessions>()
        .EndAllAsync(CurrentUser.GetId(), CurrentUser.FindClaimValue(AbpClaimTypes.SessionId));
}

/// <summary>All sessions of the own side, for the security administrator.</summary>
[Authorize(SecurityPermissions.Sessions)]
public sealed class UserSessionAppService : ApplicationService
{
    private IRepository<IdentitySession, Guid> Sessions => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentitySession, Guid>>();

    private IRepository<IdentityUser, Guid> Users => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityUser, Guid>>();

    private SignInLogWriter Log => LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>();

    /// <summary>The most recently used first.</summary>
    public async Task<PagedResultDto<UserSessionDto>> GetListAsync(GetUserSessionsInput input)
    {
        var filter = input.Filter?.Trim();
        var rows =
            from session in await Sessions.GetQueryableAsync()
            join user in await Users.GetQueryableAsync() on session.UserId equals user.Id
            where (input.UserId == null || session.UserId == input.UserId)
                && (string.IsNullOrEmpty(filter) || user.UserName.Contains(filter) || (user.Name != null && user.Name.Contains(filter)))
            select new { session, user };
        var page = await rows.OrderByDescending(r => r.session.LastAccessed).ThenByDescending(r => r.session.Id)
            .Skip(input.SkipCount).Take(input.MaxResultCount)
            .Select(r => new UserSessionDto(
                r.session.Id, r.user.Id, r.user.UserName, r.user.Name, r.session.Device, r.session.DeviceInfo, r.session.IpAddresses, r.session.SignedIn, r.session.LastAccessed))
            .ToListAsync();
        return new PagedResultDto<UserSessionDto>(await rows.LongCountAsync(), page);
    }

    [NeedsConfirmation]
    public async Task DeleteAsync(Guid id)
    {
        var session = await Sessions.GetAsync(id);
        await Sessions.DeleteAsync(session);
        await Log.WriteAsync(SignInActions.SessionEnded, await Users.GetAsync(session.UserId));
    }

    [NeedsConfirmation]
    public async Task EndAllAsync(Guid userId)
    {
        var user = await Users.GetAsync(userId);
        await LazyServiceProvider.LazyGetRequiredService<AccountSessions>().EndAllAsync(userId);
        await Log.WriteAsync(SignInActions.SessionEnded, user);
    }
}
