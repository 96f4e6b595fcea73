using DoubleReductionGov.Platform.Outbox;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Administration.ParkedEvents;

public sealed class ParkedEventTests : IAsyncLifetime
{
    private ParkedEventApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await ParkedEventApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_parked_event_is_shown_without_its_content()
    {
        var published = _application.Clock.Now;
        await _application.PoisonAsync();

        var page = await _application.AskAsync(service => service.GetListAsync(new ParkedEventListInput()));

        page.TotalCount.ShouldBe(1);
        var shown = page.Items.ShouldHaveSingleItem();
        (shown.EventName, shown.Aggregate, shown.CreationTime, shown.Attempts, shown.LastError)
            .ShouldBe((typeof(ParcelEto).FullName!, null, published, 8, "InvalidOperationException: No."));
        shown.ParkedTime.ShouldBeGreaterThan(published);
        (await _application.AskAsync(service => service.GetListAsync(new ParkedEventListInput { SkipCount = 1 }))).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_tried_again_when_somebody_says_so()
    {
        await _application.PoisonAsync();
        var parked = await ParkedAsync();
        _application.Deliveries.IsCured = true;
        (await _application.DeliverAsync()).ShouldBe(0);

        await _application.DoAsync(service => service.RetryAsync(parked.Id, new RetryParkedEventInput()));

        (await _application.DeliverAsync()).ShouldBe(1);
        _application.Deliveries.Received.ShouldBe([Deliveries.Poison]);
        await Should.ThrowAsync<EntityNotFoundException>(() => _application.DoAsync(service => service.RetryAsync(parked.Id, new RetryParkedEventInput())));
    }

    [Fact]
    public async Task It_is_given_up_when_somebody_says_so()
    {
        await _application.PoisonAsync();
        var parked = await ParkedAsync();
        _application.Deliveries.IsCured = true;

        await _application.DoAsync(service => service.DeleteAsync(parked.Id, new DiscardParkedEventInput { Reason = "重复发送" }));

        (await _application.DeliverAsync()).ShouldBe(0);
        (await _application.StatusAsync()).ShouldBe(new OutboxStatus(0, null, 0));
        await Should.ThrowAsync<EntityNotFoundException>(
            () => _application.DoAsync(service => service.DeleteAsync(parked.Id, new DiscardParkedEventInput { Reason = "重复发送" })));
    }

    [Fact]
    public async Task What_only_waits_can_be_neither_tried_again_nor_given_up()
    {
        await _application.PublishAsync("waiting");

        await Should.ThrowAsync<EntityNotFoundException>(
            () => _application.DoAsync(service => service.DeleteAsync(Guid.Empty, new DiscardParkedEventInput { Reason = "重复发送" })));

        (await _application.StatusAsync()).Waiting.ShouldBe(1);
    }

    [Fact]
    public async Task A_countys_own_database_is_looked_into_by_naming_the_county()
    {
        await _application.PoisonAsync(ParkedEventApplication.County);
        (await _application.AskAsync(service => service.GetListAsync(new ParkedEventListInput()))).TotalCount.ShouldBe(0);
        var input = new ParkedEventListInput { CountyId = ParkedEventApplication.County };
        var parked = (await _application.AskAsync(service => service.GetListAsync(input))).Items.ShouldHaveSingleItem();

        await Should.ThrowAsync<EntityNotFoundException>(() => _application.DoAsync(service => service.RetryAsync(parked.Id, new RetryParkedEventInput())));
        await _application.DoAsync(service => service.RetryAsync(parked.Id, new RetryParkedEventInput { CountyId = ParkedEventApplication.County }));

        (await _application.StatusAsync(ParkedEventApplication.County)).Parked.ShouldBe(0);
    }

    [Fact]
    public async Task An_unknown_county_is_not_found() =>
        await Should.ThrowAsync<EntityNotFoundException>(
            () => _application.AskAsync(service => service.GetListAsync(new ParkedEventListInput { CountyId = new Guid("b0000000-0000-0000-0000-000000000001") })));

    [Fact]
    public async Task The_status_tells_how_many_wait_since_when_and_how_many_are_parked()
    {
        (await _application.StatusAsync()).ShouldBe(new OutboxStatus(0, null, 0));
        await _application.PoisonAsync();
        await _application.PublishAsync("waiting");
        _application.Clock.Now = _application.Clock.Now.AddMinutes(3);

        (await _application.StatusAsync()).ShouldBe(new OutboxStatus(1, TimeSpan.FromMinutes(3), 1));
    }

    private async Task<ParkedEventDto> ParkedAsync() => (await _application.AskAsync(service => service.GetListAsync(new ParkedEventListInput()))).Items.Single();
}
