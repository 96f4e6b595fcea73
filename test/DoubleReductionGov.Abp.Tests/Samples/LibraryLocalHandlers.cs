using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.EventBus.Local;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.Samples;

/// <summary>What a reader says; whoever hears it may answer.</summary>
public class WhisperEvent(string text)
{
    public string Text { get; } = text;
}

public sealed class LoudWhisperEvent(string text) : WhisperEvent(text);

/// <summary>What the local handlers of the samples heard, in order; a test may ask them to fail, or to do something.</summary>
public sealed class ReadingRoom : ISingletonDependency
{
    public List<string> Heard { get; } = [];

    public List<Guid?> Tenants { get; } = [];

    public HashSet<string> Failing { get; } = [];

    public Func<string, Task> Answers { get; set; } = _ => Task.CompletedTask;

    public async Task HearAsync(string who, string text, ICurrentTenant tenant)
    {
        Heard.Add($"{who}: {text}");
        Tenants.Add(tenant.Id);
        if (Failing.Contains(who))
        {
            throw new InvalidOperationException(who + " is annoyed.");
        }

        await Answers(text);
    }
}

public sealed class ReaderHandler(ReadingRoom room, ICurrentTenant tenant) : ILocalEventHandler<WhisperEvent>, ITransientDependency
{
    public Task HandleEventAsync(WhisperEvent eventData) => room.HearAsync("reader", eventData.Text, tenant);
}

[LocalEventHandlerOrder(-1)]
public sealed class GuardHandler(ReadingRoom room, ICurrentTenant tenant) : ILocalEventHandler<WhisperEvent>, ITransientDependency
{
    public Task HandleEventAsync(WhisperEvent eventData) => room.HearAsync("guard", eventData.Text, tenant);
}

public sealed class CatalogueHandler(ReadingRoom room, ICurrentTenant tenant, IRepository<Note, Guid> notes)
    : ILocalEventHandler<EntityCreatedEventData<Book>>, ILocalEventHandler<EntityUpdatedEventData<Book>>, ILocalEventHandler<EntityDeletedEventData<Book>>,
        ILocalEventHandler<EntityChangedEventData<Entity<Guid>>>, ITransientDependency
{
    /// <summary>A book with this title is written down as a note.</summary>
    public const string Noted = "noted";

    public async Task HandleEventAsync(EntityCreatedEventData<Book> eventData)
    {
        await room.HearAsync("created", eventData.Entity.Title, tenant);
        if (eventData.Entity.Title == Noted)
        {
            await notes.InsertAsync(new Note(Noted));
        }
    }

    public Task HandleEventAsync(EntityUpdatedEventData<Book> eventData) => room.HearAsync("updated", eventData.Entity.Title, tenant);

    public Task HandleEventAsync(EntityDeletedEventData<Book> eventData) => room.HearAsync("deleted", eventData.Entity.Title, tenant);

    /// <summary>Of every entity; only publishers are of interest.</summary>
    public Task HandleEventAsync(EntityChangedEventData<Entity<Guid>> eventData) =>
        eventData.Entity is Publisher publisher ? room.HearAsync("changed", publisher.Name, tenant) : Task.CompletedTask;
}

/// <summary>Writes down each piece of news as a note, which a second time would be there twice.</summary>
public sealed class ChronicleHandler(IRepository<Note, Guid> notes, Postbox postbox) : IDistributedEventHandler<ChronicleEto>, ITransientDependency
{
    public async Task HandleEventAsync(ChronicleEto eventData)
    {
        await notes.InsertAsync(new Note(eventData.Text), autoSave: true);
        if (postbox.Refuses(eventData.Text))
        {
            throw postbox.Failure();
        }

        postbox.Chronicle.Enqueue(eventData.Text);
    }
}

/// <summary>To be written down exactly once.</summary>
public sealed record ChronicleEto(string Text);

/// <summary>Of a tenant.</summary>
public sealed record LocalNewsEto(Guid? TenantId, string Text) : IMultiTenant;

public sealed class LocalNewsHandler(Postbox postbox, ICurrentTenant tenant) : IDistributedEventHandler<LocalNewsEto>, ITransientDependency
{
    public Task HandleEventAsync(LocalNewsEto eventData)
    {
        if (postbox.Refuses(eventData.Text))
        {
            throw new InvalidOperationException();
        }

        postbox.Received.Add($"{eventData.Text} for {tenant.Id}");
        return Task.CompletedTask;
    }
}
