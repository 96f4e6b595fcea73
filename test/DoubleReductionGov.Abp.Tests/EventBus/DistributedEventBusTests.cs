using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.EventBus;

public sealed class DistributedEventBusTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private Postbox Postbox => _application.Services.GetRequiredService<Postbox>();

    private IDistributedEventBus Bus => _application.Services.GetRequiredService<IDistributedEventBus>();

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task What_is_published_is_a_row_of_the_current_unit_of_work()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await Bus.PublishAsync(new NewsEto("kept"));
            object another = new NewsEto("kept too");
            await Bus.PublishAsync(another.GetType(), another, onUnitOfWorkComplete: false);
            await unitOfWork.CompleteAsync();
        }

        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await Bus.PublishAsync(new NewsEto("dropped"), onUnitOfWorkComplete: false);
            await unitOfWork.RollbackAsync();
        }

        Postbox.Received.ShouldBeEmpty();
        await _application.DeliverEventsAsync();
        Postbox.Received.ShouldBe(["kept", "kept too"], ignoreOrder: true);
    }

    [Fact]
    public async Task Without_a_unit_of_work_it_is_saved_at_once()
    {
        await ((IEventBus)Bus).PublishAsync(new NewsEto("a"));
        object another = new NewsEto("b");
        await ((IEventBus)Bus).PublishAsync(another.GetType(), another);

        (await _application.DeliverEventsAsync()).ShouldBe(2);
        Postbox.Received.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task It_lies_in_the_database_of_the_tenant_that_was_current()
    {
        var own = await _application.AddDatabaseAsync();
        await _application.WithAsync<Tenant>(async tenants => (await tenants.GetAsync(Cast.North)).SetDefaultConnectionString(own.ConnectionString));

        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            using (_application.CurrentTenant.Change(Cast.North))
            {
                await Bus.PublishAsync(new LocalNewsEto(Cast.North, "north"));
            }

            await unitOfWork.CompleteAsync();
        }

        (await CountAsync(null), await CountAsync(Cast.North)).ShouldBe((0, 1));
        await _application.DeliverEventsAsync();
        Postbox.Received.ShouldBe([$"north for {Cast.North}"]);
    }

    [Fact]
    public async Task Without_the_outbox_the_handlers_are_called_in_the_process()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await Bus.PublishAsync(new NewsEto("at the end"), useOutbox: false);
            await Bus.PublishAsync(new NewsEto("now"), onUnitOfWorkComplete: false, useOutbox: false);
            Postbox.Received.ShouldBe(["now"]);
            await unitOfWork.CompleteAsync();
        }

        Postbox.Received.ShouldBe(["now", "at the end"]);
        (await CountAsync(null)).ShouldBe(0);
    }

    [Fact]
    public async Task A_unit_of_work_replaces_an_event_but_keeps_its_place()
    {
        using var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true);
        var first = new UnitOfWorkEventRecord(typeof(NewsEto), new NewsEto("old"), EventOrderGenerator.GetNext());
        first.Properties["seen"] = true;
        unitOfWork.AddOrReplaceDistributedEvent(first);
        unitOfWork.AddOrReplaceDistributedEvent(new UnitOfWorkEventRecord(typeof(NewsEto), new NewsEto("second"), EventOrderGenerator.GetNext()));
        unitOfWork.AddOrReplaceDistributedEvent(
            new UnitOfWorkEventRecord(typeof(NewsEto), new NewsEto("new"), EventOrderGenerator.GetNext()),
            record => record.EventType == typeof(NewsEto) && record.UseOutbox && record.Properties.ContainsKey("seen") && record.EventData is NewsEto { Text: "old" });
        await unitOfWork.CompleteAsync();

        await _application.DeliverEventsAsync();

        Postbox.Received.ShouldBe(["new", "second"]);
    }

    private Task<int> CountAsync(Guid? tenant) => _application.InUnitOfWorkAsync(
        async services => await (await services.GetRequiredService<IDbContextProvider<EventBoxDbContext>>().GetDbContextAsync()).OutgoingEvents.CountAsync(), tenant);
}
