using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EventBus;
using Volo.Abp.TenantManagement;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.EventBus;

public sealed class OutboxTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private Postbox Postbox => _application.Services.GetRequiredService<Postbox>();

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
        await _application.SaveAsync(new Tenant(Cast.South, "South", "SOUTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task An_event_is_a_row_of_the_same_transaction()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(Announcing("news"), autoSave: true);
            var context = await unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<LibraryDbContext>>().GetDbContextAsync();
            (await context.OutgoingEvents.CountAsync()).ShouldBe(1);
            (await RowsAsync(isTransactional: false)).ShouldBeEmpty();
            await unitOfWork.CompleteAsync();
        }

        var row = (await RowsAsync()).ShouldHaveSingleItem();
        (row.EventName, System.Text.Encoding.UTF8.GetString(row.EventData), row.CreationTime).ShouldBe((typeof(NewsEto).FullName, """{"text":"news"}""", Cast.Monday));
        row.Id.Version.ShouldBe(7);
    }

    [Fact]
    public async Task What_is_rolled_back_is_told_to_nobody()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(Announcing("news"), autoSave: true);
            await unitOfWork.RollbackAsync();
        }

        (await RowsAsync()).ShouldBeEmpty();
        (await _application.DeliverEventsAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Events_arrive_in_the_order_in_which_they_were_raised_and_leave_no_row()
    {
        await _application.WithAsync<Book>(async books =>
        {
            var (one, two) = (new Book("one"), new Book("two"));
            await books.InsertManyAsync([one, two]);
            one.Announce("1");
            two.Announce("2");
            one.Announce("3");
        });
        _application.Clock.Now = Cast.Monday.AddSeconds(1);
        await _application.SaveAsync(Announcing("4"));

        (await _application.DeliverEventsAsync()).ShouldBe(4);

        Postbox.Received.ShouldBe(["1", "2", "3", "4"]);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_is_raised_once_however_often_it_is_saved()
    {
        await _application.WithAsync<Book>(async books =>
        {
            var book = await books.InsertAsync(Announcing("news"), autoSave: true);
            book.Title = "changed";
            await books.UpdateAsync(book, autoSave: true);
        });

        (await _application.DeliverEventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_a_failing_handler_did_is_undone()
    {
        await _application.SaveAsync(Announcing(LibraryNewsHandler.Careless));

        await Should.ThrowAsync<AggregateException>(_application.DeliverEventsAsync);

        (await _application.AllAsync<Publisher>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_handler_works_under_the_correlation_id_of_whoever_raised_the_event()
    {
        var correlationId = _application.Services.GetRequiredService<ICorrelationIdProvider>();
        using (correlationId.Change("request-7"))
        {
            await _application.SaveAsync(Announcing("news"));
        }

        await _application.SaveAsync(Announcing("by a worker"));

        using (correlationId.Change("another"))
        {
            await _application.DeliverEventsAsync();
        }

        Postbox.CorrelationIds.ShouldBe(["request-7", null]);
    }

    [Fact]
    public async Task A_handler_runs_in_the_tenant_of_the_event_as_nobody_and_in_a_transaction()
    {
        await _application.SaveBookAsync("old", Cast.North);
        await _application.WithAsync<Book>(async books => (await books.GetAsync(b => b.Title == "old")).Rename("new"), Cast.North, Cast.Nora);

        await _application.DeliverEventsAsync();

        Postbox.Received.ShouldBe(["old -> new"]);
        Postbox.Circumstances.ShouldBe([(Cast.North, null, true)]);
    }

    [Fact]
    public async Task An_event_without_a_tenant_is_handled_on_the_host_side()
    {
        await _application.SaveAsync(Announcing("news"), Cast.North);

        await _application.DeliverEventsAsync();

        Postbox.Circumstances.ShouldBe([(null, null, true)]);
    }

    [Fact]
    public async Task An_event_that_nobody_waits_for_goes_away()
    {
        var book = new Book("b");
        book.Tell(new RumourEto());
        await _application.SaveAsync(book);
        (await RowsAsync()).ShouldHaveSingleItem().EventName.ShouldBe("library.rumour");

        await _application.DeliverEventsAsync();

        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_tenants_own_database_has_its_outbox_and_a_failure_in_one_keeps_no_other_waiting()
    {
        foreach (var tenant in new[] { Cast.North, Cast.South })
        {
            var own = await _application.AddDatabaseAsync();
            await _application.WithAsync<Tenant>(async tenants => (await tenants.GetAsync(tenant)).SetDefaultConnectionString(own.ConnectionString));
        }

        await _application.SaveAsync(Announcing("host"));
        await _application.SaveAsync(Announcing("north"), Cast.North);
        await _application.SaveAsync(Announcing("south"), Cast.South);
        (await RowsAsync(Cast.North)).Count.ShouldBe(1);
        Postbox.Refuses = text => text is "host" or "north";

        await Should.ThrowAsync<AggregateException>(_application.DeliverEventsAsync);
        Postbox.Received.ShouldBe(["south"]);

        Postbox.Refuses = _ => false;
        _application.Clock.Now = Cast.Monday.AddMinutes(1);
        await _application.DeliverEventsAsync();
        Postbox.Received.ShouldBe(["south", "host", "north"]);
    }

    [Fact]
    public void An_event_is_called_by_its_attribute_else_by_its_type()
    {
        EventNameAttribute.GetNameOrDefault(new BookRenamedEto(null, "", "").GetType()).ShouldBe("library.book-renamed");
        EventNameAttribute.GetNameOrDefault<NewsEto>().ShouldBe(typeof(NewsEto).FullName);
        new EventNameAttribute("x").GetName(typeof(NewsEto)).ShouldBe(new EventNameAttribute("x").Name);
    }

    private static Book Announcing(string text)
    {
        var book = new Book("b");
        book.Announce(text);
        return book;
    }

    private Task<List<OutgoingEventRecord>> RowsAsync(Guid? tenant = null, bool isTransactional = true) => _application.InUnitOfWorkAsync(
        async services => await (await services.GetRequiredService<IDbContextProvider<LibraryDbContext>>().GetDbContextAsync()).OutgoingEvents.ToListAsync(),
        tenant, isTransactional: isTransactional);
}
