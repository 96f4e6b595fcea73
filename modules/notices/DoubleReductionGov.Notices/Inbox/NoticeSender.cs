using DoubleReductionGov.Notices.Delivery;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace DoubleReductionGov.Notices.Inbox;

internal sealed class NoticeSender(
    IOptions<NoticeOptions> options, IRepository<Notice, Guid> notices, DeliveryPlan deliveries, NoticePush push,
    ICurrentTenant currentTenant, IGuidGenerator guids, IClock clock)
    : INoticeSender, ITransientDependency
{
    public async Task SendAsync(NoticeToSend notice, IEnumerable<Guid> userIds)
    {
        var definition = options.Value.Find(notice.Name) ?? throw new ArgumentException($"No module has declared the notice {notice.Name}.", nameof(notice));
        var receivers = userIds.ToHashSet();
        if (receivers.Count == 0)
        {
            return;
        }

        var told = receivers.Select(userId => new Notice(guids.Create(), currentTenant.Id, userId, notice, definition.Severity, clock.Now)).ToList();
        await notices.InsertManyAsync(told, autoSave: true);
        await deliveries.AddAsync(definition, told);
        push.AfterCommit(receivers);
    }
}
