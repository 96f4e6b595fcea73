using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace DoubleReductionGov.Notices.Inbox;

/// <summary>One's own inbox. Everybody who is signed in has one; nobody sees another's.</summary>
[Authorize]
public sealed class NoticeAppService : ApplicationService
{
    private IRepository<Notice, Guid> Notices => LazyServiceProvider.LazyGetRequiredService<IRepository<Notice, Guid>>();

    private NoticeTexts Texts => LazyServiceProvider.LazyGetRequiredService<NoticeTexts>();

    private NoticePush Push => LazyServiceProvider.LazyGetRequiredService<NoticePush>();

    /// <summary>Newest first.</summary>
    public async Task<PagedResultDto<NoticeDto>> GetListAsync(NoticeListInput input)
    {
        var notices = (await GetMineAsync()).Where(n => !input.UnreadOnly || n.ReadTime == null);
        var page = await notices.OrderByDescending(n => n.Id).Skip(input.SkipCount).Take(input.MaxResultCount).ToListAsync();
        return new PagedResultDto<NoticeDto>(
            await notices.LongCountAsync(),
            page.ConvertAll(n => new NoticeDto(n.Id, n.Name, Texts.Title(n), Texts.Body(n), n.Link, n.Severity, n.Time, n.ReadTime)));
    }

    public async Task<UnreadCountDto> GetUnreadCountAsync() => new(await (await GetMineAsync()).CountAsync(n => n.ReadTime == null));

    /// <exception cref="EntityNotFoundException">There is none, or it is somebody else's.</exception>
    public async Task MarkReadAsync(Guid id)
    {
        var userId = CurrentUser.GetId();
        var notice = await Notices.FindAsync(n => n.Id == id && n.UserId == userId) ?? throw new EntityNotFoundException(typeof(Notice), id);
        notice.MarkRead(Clock.Now);
        await Notices.UpdateAsync(notice);
        Push.AfterCommit(userId);
    }

    public async Task MarkAllReadAsync()
    {
        var now = Clock.Now;
        await (await GetMineAsync()).Where(n => n.ReadTime == null).ExecuteUpdateAsync(set => set.SetProperty(n => n.ReadTime, now));
        Push.AfterCommit(CurrentUser.GetId());
    }

    private async Task<IQueryable<Notice>> GetMineAsync()
    {
        var userId = CurrentUser.GetId();
        return (await Notices.GetQueryableAsync()).Where(n => n.UserId == userId);
    }
}
