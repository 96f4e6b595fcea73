using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;

namespace DoubleReductionGov.Platform.Outbox;

/// <summary>An event that no attempt could deliver. What it says stays in the database: it may be about people.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="EventName">What happened, by its stable name.</param>
/// <param name="Aggregate">To what it happened, and for which tenant; null if it depends on no other event.</param>
/// <param name="CreationTime">When it happened, UTC.</param>
/// <param name="ParkedTime">When the last attempt failed, UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="LastError">The kind of the last failure and its words, without data.</param>
public sealed record ParkedEvent(Guid Id, string EventName, string? Aggregate, DateTime CreationTime, DateTime ParkedTime, int Attempts, string? LastError);

/// <summary>The events of the current tenant's database that failed too often. What follows one in its aggregate waits for the decision about it.</summary>
public sealed class ParkedEvents(IServiceProvider serviceProvider) : ITransientDependency
{
    // The queue is the kernel's own and may stand in no public constructor.
    private readonly OutboxQueue _queue = serviceProvider.GetRequiredService<OutboxQueue>();

    /// <summary>Latest first, with the number of all.</summary>
    public async Task<(int Count, IReadOnlyList<ParkedEvent> Page)> GetListAsync(int skip, int take, CancellationToken cancellationToken = default)
    {
        var (count, page) = await _queue.GetParkedAsync(skip, take, cancellationToken);
        return (count, page.ConvertAll(e => new ParkedEvent(e.Id, e.EventName, e.AggregateKey, e.CreationTime, e.ParkedTime!.Value, e.Attempts, e.LastError)));
    }

    /// <summary>Tries it again as if for the first time; false if it is not parked (any longer).</summary>
    public Task<bool> RetryAsync(Guid id, CancellationToken cancellationToken = default) => _queue.RetryAsync(id, cancellationToken);

    /// <summary>Gives it up, for ever; false if it is not parked (any longer).</summary>
    public Task<bool> DiscardAsync(Guid id, CancellationToken cancellationToken = default) => _queue.DiscardAsync(id, cancellationToken);
}
