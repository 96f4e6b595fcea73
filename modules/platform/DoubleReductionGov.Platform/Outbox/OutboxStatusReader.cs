using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.Timing;

namespace DoubleReductionGov.Platform.Outbox;

/// <summary>How an outbox stands.</summary>
/// <param name="Waiting">Events on their way, with those that wait behind a failed or parked one.</param>
/// <param name="OldestAge">How long the oldest of them has been waiting; null if there is none.</param>
/// <param name="Parked">Events that failed too often and wait for somebody's decision.</param>
public sealed record OutboxStatus(long Waiting, TimeSpan? OldestAge, long Parked);

/// <summary>Reads how the outbox of the current tenant's database stands.</summary>
public sealed class OutboxStatusReader(IServiceProvider serviceProvider, IClock clock) : ITransientDependency
{
    // The queue is the kernel's own and may stand in no public constructor.
    private readonly OutboxQueue _queue = serviceProvider.GetRequiredService<OutboxQueue>();

    /// <exception cref="System.Data.Common.DbException">The database does not answer.</exception>
    public async Task<OutboxStatus> ReadAsync(CancellationToken cancellationToken = default)
    {
        var state = await _queue.GetStateAsync(cancellationToken);
        return new OutboxStatus(state.Waiting, clock.Now - state.Oldest, state.Parked);
    }
}
