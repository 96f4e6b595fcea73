using System.Data.Common;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.TenantManagement;

namespace DoubleReductionGov.Abp.Tests.EventBus;

/// <summary>Handlers that fail, senders that die and senders that compete: nothing is lost, nothing is done twice, each aggregate's order is kept.</summary>
public sealed class DeliveryFaultTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private Postbox Postbox => _application.Services.GetRequiredService<Postbox>();

    private OutboxQueue Queue => _application.Services.GetRequiredService<OutboxQueue>();

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_failing_event_is_tried_again_later_and_later_until_it_is_handled_once()
    {
        await TellAsync(new Book("b"), "1");
        Postbox.Refuses = _ => true;

        foreach (var (attempt, seconds) in new[] { (1, 5), (2, 10), (3, 20) })
        {
            await Should.ThrowAsync<AggregateException>(_application.DeliverEventsAsync);
            (await _application.DeliverEventsAsync()).ShouldBe(0);
            var row = (await RowsAsync()).ShouldHaveSingleItem();
            (row.Attempts, row.NextTryTime, row.ParkedTime).ShouldBe((attempt, _application.Clock.Now.AddSeconds(seconds), null));
            row.LastError.ShouldBe("InvalidOperationException: The chronicler … of … is ill.");
            _application.Clock.Now = row.NextTryTime!.Value;
        }

        (await NotesAsync()).ShouldBeEmpty();
        Postbox.Refuses = _ => false;
        (await _application.DeliverEventsAsync()).ShouldBe(1);
        (await NotesAsync()).ShouldBe(["1"]);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_one_waits_the_rest_of_its_aggregate_waits_and_others_go_on()
    {
        var (ill, well) = (new Book("ill"), new Book("well"));
        await TellAsync(ill, "ill 1", "ill 2");
        await TellAsync(well, "well 1", "well 2");
        Postbox.Refuses = text => text == "ill 1";

        await Should.ThrowAsync<AggregateException>(_application.DeliverEventsAsync);
        await TellAgainAsync(ill, "ill 3");
        await TellAgainAsync(well, "well 3");
        await _application.DeliverEventsAsync();

        (await NotesAsync()).ShouldBe(["well 1", "well 2", "well 3"], ignoreOrder: true);
        Postbox.Refuses = _ => false;
        _application.Clock.Now = Cast.Monday.AddMinutes(1);
        await _application.DeliverEventsAsync();
        Postbox.Chronicle.ShouldBe(["well 1", "well 2", "well 3", "ill 1", "ill 2", "ill 3"]);
    }

    [Fact]
    public async Task A_poisonous_event_is_parked_until_somebody_decides_and_its_aggregate_waits_for_that()
    {
        var book = new Book("b");
        await TellAsync(book, "poison", "2");
        Postbox.Refuses = text => text == "poison";
        await FailAsync(times: 8);

        _application.Clock.Now = Cast.Monday.AddYears(1);
        (await _application.DeliverEventsAsync()).ShouldBe(0);
        var (count, page) = await Queue.GetParkedAsync(0, 10, CancellationToken.None);
        (count, page.Single().Attempts).ShouldBe((1, 8));
        page.Single().AggregateKey.ShouldBe($"Book/{book.Id}");
        (await Queue.GetStateAsync(CancellationToken.None)).ShouldBe(new OutboxState(1, Cast.Monday, 1));

        Postbox.Refuses = _ => false;
        (await Queue.RetryAsync(page.Single().Id, CancellationToken.None)).ShouldBeTrue();
        (await Queue.RetryAsync(page.Single().Id, CancellationToken.None)).ShouldBeFalse();
        await _application.DeliverEventsAsync();
        Postbox.Chronicle.ShouldBe(["poison", "2"]);
    }

    [Fact]
    public async Task What_follows_a_discarded_event_goes_on()
    {
        await TellAsync(new Book("b"), "poison", "2");
        Postbox.Refuses = text => text == "poison";
        await FailAsync(times: 8);
        var rows = await RowsAsync();

        (await Queue.DiscardAsync(rows[1].Id, CancellationToken.None)).ShouldBeFalse();
        (await Queue.DiscardAsync(rows[0].Id, CancellationToken.None)).ShouldBeTrue();

        await _application.DeliverEventsAsync();
        Postbox.Chronicle.ShouldBe(["2"]);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_is_not_parked_because_a_database_does_not_answer()
    {
        await TellAsync(new Book("b"), "1");
        Postbox.Refuses = _ => true;
        Postbox.Failure = () => new InvalidOperationException("wrapped", new Unreachable());

        await FailAsync(times: 12);

        var row = (await RowsAsync()).ShouldHaveSingleItem();
        (row.Attempts, row.ParkedTime).ShouldBe((12, null));
        (row.NextTryTime - _application.Clock.Now).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task A_tenant_whose_events_fail_keeps_no_other_tenant_of_the_same_aggregate_waiting()
    {
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
        await _application.SaveAsync(new Tenant(Cast.South, "South", "SOUTH"));
        var book = new Book("b");
        book.Tell(new LocalNewsEto(Cast.North, "poison"));
        book.Tell(new LocalNewsEto(Cast.South, "news"));
        await _application.SaveAsync(book);
        Postbox.Refuses = text => text == "poison";

        await Should.ThrowAsync<AggregateException>(_application.DeliverEventsAsync);

        Postbox.Received.ShouldBe([$"news for {Cast.South}"]);
    }

    [Fact]
    public async Task What_was_handled_by_a_sender_that_died_before_it_could_say_so_is_not_handled_again()
    {
        await TellAsync(new Book("b"), "1", "2");
        var delivery = _application.Services.GetRequiredService<EventDelivery>();
        foreach (var row in await RowsAsync())
        {
            await delivery.DeliverAsync(row);
        }

        (await RowsAsync()).Count.ShouldBe(2);
        (await _application.DeliverEventsAsync()).ShouldBe(2);

        (await NotesAsync()).ShouldBe(["1", "2"]);
        (await RowsAsync()).ShouldBeEmpty();
        var seen = await InboxAsync();
        seen.Select(i => i.EventName).ShouldBe([typeof(ChronicleEto).FullName!, typeof(ChronicleEto).FullName!]);
        (seen[0].MessageId.Length, seen[0].CreationTime).ShouldBe((32, Cast.Monday));
    }

    [Fact]
    public async Task What_was_committed_before_the_process_died_is_sent_by_the_next_one()
    {
        var database = await _application.AddDatabaseAsync();
        await using (var died = await KernelApplication.StartAsync(database))
        {
            await TellAsync(new Book("b"), died, "1");
        }

        await using var next = await KernelApplication.StartAsync(database);
        (await next.DeliverEventsAsync()).ShouldBe(1);

        next.Services.GetRequiredService<Postbox>().Chronicle.ShouldBe(["1"]);
    }

    [Fact]
    public async Task Two_senders_at_once_handle_each_event_once_and_in_its_aggregates_order()
    {
        const int Books = 10;
        const int Each = 20;
        var database = await _application.AddDatabaseAsync();
        var postbox = new Postbox();
        await using var one = await KernelApplication.StartAsync(database, services => services.AddSingleton(postbox));
        await using var two = await KernelApplication.StartAsync(database, services => services.AddSingleton(postbox));
        foreach (var book in Enumerable.Range(0, Books))
        {
            await TellAsync(new Book("b"), one, [.. Enumerable.Range(0, Each).Select(i => $"{book}/{i:00}")]);
        }

        await Task.WhenAll(Task.Run(one.DeliverEventsAsync), Task.Run(two.DeliverEventsAsync));

        postbox.Chronicle.Count.ShouldBe(Books * Each);
        foreach (var ofBook in postbox.Chronicle.GroupBy(text => text.Split('/')[0]))
        {
            ofBook.ShouldBe(ofBook.Order());
        }

        (await one.AllAsync<Note>()).Select(n => n.Text).Order().ShouldBe(postbox.Chronicle.Order());
    }

    [Fact]
    public async Task While_another_node_sends_from_a_database_this_one_leaves_it_alone()
    {
        await TellAsync(new Book("b"), "1");
        await using (await _application.Services.GetRequiredService<IAbpDistributedLock>().TryAcquireAsync("AbpEventOutbox:"))
        {
            (await _application.DeliverEventsAsync()).ShouldBe(0);
        }

        (await _application.DeliverEventsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_inbox_forgets_after_a_week()
    {
        await TellAsync(new Book("b"), "1");
        await _application.DeliverEventsAsync();
        var sender = _application.Services.GetRequiredService<OutboxSender>();

        _application.Clock.Now = Cast.Monday.AddDays(7);
        (await sender.CleanUpAsync(CancellationToken.None)).Sent.ShouldBe(0);
        _application.Clock.Now = Cast.Monday.AddDays(7).AddSeconds(1);
        (await sender.CleanUpAsync(CancellationToken.None)).Sent.ShouldBe(1);

        (await InboxAsync()).ShouldBeEmpty();
    }

    private async Task FailAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            await Should.ThrowAsync<AggregateException>(_application.DeliverEventsAsync);
            _application.Clock.Now = (await RowsAsync())[0].NextTryTime!.Value;
        }
    }

    private Task TellAsync(Book book, params string[] texts) => TellAsync(book, _application, texts);

    private static Task TellAsync(Book book, KernelApplication application, params string[] texts)
    {
        Array.ForEach(texts, text => book.Tell(new ChronicleEto(text)));
        return application.SaveAsync(book);
    }

    private Task TellAgainAsync(Book book, string text) =>
        _application.WithAsync<Book>(async books => (await books.GetAsync(book.Id)).Tell(new ChronicleEto(text)));

    private async Task<List<string>> NotesAsync() => (await _application.AllAsync<Note>()).ConvertAll(n => n.Text);

    private Task<List<OutgoingEventRecord>> RowsAsync() => InBoxesAsync(context => context.OutgoingEvents.AsNoTracking().OrderBy(e => e.Position).ToListAsync());

    private Task<List<IncomingEventRecord>> InboxAsync() => InBoxesAsync(context => context.IncomingEvents.AsNoTracking().ToListAsync());

    private Task<T> InBoxesAsync<T>(Func<EventBoxDbContext, Task<T>> act) => _application.InUnitOfWorkAsync(
        async services => await act(await services.GetRequiredService<IDbContextProvider<EventBoxDbContext>>().GetDbContextAsync()));

    private sealed class Unreachable : DbException
    {
        public override bool IsTransient => true;
    }
}
