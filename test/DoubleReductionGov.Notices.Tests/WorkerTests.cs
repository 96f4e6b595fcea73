using DoubleReductionGov.Notices.Delivery;
using DoubleReductionGov.Notices.Inbox;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Notices;

public sealed class WorkerTests : IAsyncLifetime
{
    private NoticesApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await NoticesApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task The_delivery_worker_sends_in_each_county_what_is_due()
    {
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        await _application.RunAsync<DeliveryWorker>();
        _application.Email.Messages.ShouldBeEmpty();

        _application.Clock.Now = Cast.Monday.AddMinutes(2);
        await _application.RunAsync<DeliveryWorker>();

        _application.Email.Messages.ShouldHaveSingleItem().To.ShouldBe("li@example.cn");
    }

    [Fact]
    public async Task Notices_go_when_their_days_are_over_with_their_deliveries_and_young_ones_stay()
    {
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        _application.Clock.Now = Cast.Monday.AddDays(200);
        await _application.SendAsync(NoticesApplication.Pressing, Cast.WangId);
        await _application.RunAsync<NoticeRetentionWorker>();
        (await ReceiversAsync()).Order().ShouldBe([Cast.LiId, Cast.WangId]);

        _application.Clock.Now = Cast.Monday.AddDays(366);
        await _application.RunAsync<NoticeRetentionWorker>();

        (await ReceiversAsync()).ShouldBe([Cast.WangId]);
        (await _application.AsAsync<IRepository<NoticeDelivery, Guid>, List<NoticeDelivery>>(Cast.Li, deliveries => deliveries.GetListAsync()))
            .ShouldAllBe(d => d.UserId == Cast.WangId);
    }

    private Task<List<Guid>> ReceiversAsync() => _application.AsAsync<IRepository<Notice, Guid>, List<Guid>>(
        Cast.Li, async notices => [.. (await notices.GetListAsync()).Select(n => n.UserId)]);
}
