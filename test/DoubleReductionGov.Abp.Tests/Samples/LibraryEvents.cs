using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace DoubleReductionGov.Abp.Tests.Samples;

[EventName("library.book-renamed")]
public sealed record BookRenamedEto(Guid? TenantId, string From, string To) : IMultiTenant;

/// <summary>Concerns everybody.</summary>
public sealed record NewsEto(string Text);

/// <summary>Nobody waits for it.</summary>
[EventName("library.rumour")]
public sealed record RumourEto;

/// <summary>What the handlers of the samples received; a test may ask them to fail.</summary>
public sealed class Postbox : ISingletonDependency
{
    public List<string> Received { get; } = [];

    /// <summary>What was written down, in the order in which it was, by whichever application.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<string> Chronicle { get; init; } = [];

    public List<(Guid? Tenant, Guid? User, bool InTransaction)> Circumstances { get; } = [];

    /// <summary>The correlation ids under which it was received.</summary>
    public List<string?> CorrelationIds { get; } = [];

    public Func<string, bool> Refuses { get; set; } = _ => false;

    /// <summary>With what it fails then.</summary>
    public Func<Exception> Failure { get; set; } = () => new InvalidOperationException("The chronicler '秘密' of 13800138000 is ill.");
}

public sealed class LibraryNewsHandler(
    Postbox postbox, IRepository<Publisher, Guid> publishers, ICurrentTenant currentTenant, ICurrentUser currentUser, IUnitOfWorkManager unitOfWorkManager,
    ICorrelationIdProvider correlationId)
    : IDistributedEventHandler<BookRenamedEto>, IDistributedEventHandler<NewsEto>, ITransientDependency
{
    /// <summary>At this the handler saves something and then fails.</summary>
    public const string Careless = "save and fail";

    public Task HandleEventAsync(BookRenamedEto eventData) => ReceiveAsync($"{eventData.From} -> {eventData.To}");

    public Task HandleEventAsync(NewsEto eventData) => ReceiveAsync(eventData.Text);

    private async Task ReceiveAsync(string text)
    {
        if (text == Careless)
        {
            await publishers.InsertAsync(new Publisher(Guid.CreateVersion7(), text), autoSave: true);
            throw new InvalidOperationException();
        }

        if (postbox.Refuses(text))
        {
            throw new InvalidOperationException("The post box is full.");
        }

        postbox.Received.Add(text);
        postbox.CorrelationIds.Add(correlationId.Get());
        postbox.Circumstances.Add((currentTenant.Id, currentUser.Id, unitOfWorkManager.Current!.Options.IsTransactional));
    }
}
