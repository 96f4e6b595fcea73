using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Local;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.EventBus;

public sealed class LocalEventTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private ReadingRoom Room => _application.Services.GetRequiredService<ReadingRoom>();

    private ILocalEventBus Bus => _application.Services.GetRequiredService<ILocalEventBus>();

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Without_a_unit_of_work_an_event_is_handled_at_once_by_all_in_their_order()
    {
        await Bus.PublishAsync(new WhisperEvent("psst"));

        Room.Heard.ShouldBe(["guard: psst", "reader: psst"]);
        new LocalEventHandlerOrderAttribute(3) { Order = 4 }.Order.ShouldBe(4);
    }

    [Fact]
    public async Task An_event_is_also_handled_by_those_who_wait_for_its_base_type()
    {
        object loud = new LoudWhisperEvent("PSST");
        await Bus.PublishAsync(loud.GetType(), loud);

        Room.Heard.ShouldBe(["guard: PSST", "reader: PSST"]);
    }

    [Fact]
    public async Task In_a_unit_of_work_it_waits_for_the_completion_unless_told_otherwise()
    {
        using var unitOfWork = _application.UnitOfWorkManager.Begin();
        await Bus.PublishAsync(new WhisperEvent("later"));
        await Bus.PublishAsync(new WhisperEvent("now"), onUnitOfWorkComplete: false);
        Room.Heard.ShouldBe(["guard: now", "reader: now"]);
        Room.Heard.Clear();
        unitOfWork.OnCompleted(() =>
        {
            Room.Heard.Add("committed");
            return Task.CompletedTask;
        });

        await unitOfWork.CompleteAsync();

        Room.Heard.ShouldBe(["guard: later", "reader: later", "committed"]);
    }

    [Fact]
    public async Task All_handlers_run_even_if_one_fails_and_its_failure_is_thrown_as_it_is()
    {
        Room.Failing.Add("guard");

        (await Should.ThrowAsync<InvalidOperationException>(() => Bus.PublishAsync(new WhisperEvent("psst")))).Message.ShouldBe("guard is annoyed.");

        Room.Heard.ShouldBe(["guard: psst", "reader: psst"]);
    }

    [Fact]
    public async Task Several_failures_come_together()
    {
        Room.Failing.UnionWith(["guard", "reader"]);

        (await Should.ThrowAsync<AggregateException>(() => Bus.PublishAsync(new WhisperEvent("psst")))).InnerExceptions
            .Select(e => e.Message).ShouldBe(["guard is annoyed.", "reader is annoyed."]);
    }

    [Fact]
    public async Task What_an_aggregate_whispers_is_heard_before_the_commit_and_once()
    {
        var book = new Book("quiet");
        book.Whisper(new WhisperEvent("read me"));

        await _application.WithAsync<Book>(async books =>
        {
            await books.InsertAsync(book, autoSave: true);
            book.GetLocalEvents().ShouldBeEmpty();
            await books.UpdateAsync(book, autoSave: true);
            Room.Heard.ShouldBeEmpty();
        });

        Room.Heard.Count(h => h == "reader: read me").ShouldBe(1);
    }

    [Fact]
    public async Task A_handler_that_fails_refuses_the_commit()
    {
        Room.Failing.Add("reader");
        var book = new Book("refused");
        book.Whisper(new WhisperEvent("no"));

        await Should.ThrowAsync<InvalidOperationException>(() => _application.SaveAsync(book));

        (await _application.AllAsync<Book>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_handler_saves_is_committed_with_the_rest_and_what_it_raises_is_handled_too()
    {
        Room.Answers = text => text == CatalogueHandler.Noted ? Bus.PublishAsync(new WhisperEvent("answer")) : Task.CompletedTask;

        await _application.SaveBookAsync(CatalogueHandler.Noted);

        (await _application.AllAsync<Note>()).ShouldHaveSingleItem().Text.ShouldBe(CatalogueHandler.Noted);
        Room.Heard.ShouldBe(["created: noted", "guard: answer", "reader: answer"]);
    }

    [Fact]
    public async Task Each_change_of_an_entity_is_told_once_in_a_unit_of_work()
    {
        var book = await _application.SaveBookAsync("a", Cast.North);
        await _application.WithAsync<Book>(
            async books =>
            {
                var found = await books.GetAsync(book.Id);
                found.Title = "b";
                await books.UpdateAsync(found, autoSave: true);
                found.Title = "c";
                await books.UpdateAsync(found, autoSave: true);
            },
            Cast.North);
        await _application.WithAsync<Book>(books => books.DeleteAsync(book.Id), Cast.North);

        Room.Heard.ShouldBe(["created: a", "updated: c", "deleted: c"]);
        Room.Tenants.ShouldBe([Cast.North, Cast.North, Cast.North]);
    }

    [Fact]
    public async Task What_is_only_marked_as_deleted_counts_as_deleted()
    {
        var book = await _application.SaveBookAsync("a");
        await _application.WithAsync<Book>(async books => (await books.GetAsync(book.Id)).IsDeleted = true);

        Room.Heard.ShouldBe(["created: a", "deleted: a"]);
    }

    [Fact]
    public async Task Who_waits_for_a_base_class_hears_of_each_entity_derived_from_it()
    {
        await _application.SaveAsync(new Publisher(Guid.CreateVersion7(), "press"));

        Room.Heard.ShouldBe(["changed: press"]);
    }

    [Fact]
    public async Task An_event_is_handled_in_the_tenant_in_which_it_was_raised()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin())
        {
            using (_application.CurrentTenant.Change(Cast.North))
            {
                await Bus.PublishAsync(new WhisperEvent("north"));
            }

            await unitOfWork.CompleteAsync();
        }

        Room.Tenants.ShouldBe([Cast.North, Cast.North]);
    }

    [Fact]
    public void An_entity_event_knows_its_entity_and_its_tenant()
    {
        using var north = _application.CurrentTenant.Change(Cast.North);
        var (book, publisher) = (new Book("b"), new Publisher(Guid.CreateVersion7(), "p"));
        var ofBook = new EntityCreatedEventData<Book>(book);

        (ofBook.IsMultiTenant(out var tenant), tenant).ShouldBe((true, Cast.North));
        new EntityUpdatedEventData<Publisher>(publisher).IsMultiTenant(out _).ShouldBeFalse();
        new EntityDeletedEventData<Book>(book).Entity.ShouldBeSameAs(book);
        ((IEventDataWithInheritableGenericArgument)ofBook).GetConstructorArgs().ShouldBe([book]);
        ((IEventDataMayHaveTenantId)new EntityChangedEventData<Book>(book)).IsMultiTenant(out _).ShouldBeTrue();
        new EntityEventData<Book>(book).GetConstructorArgs().ShouldBe([book]);
    }
}
