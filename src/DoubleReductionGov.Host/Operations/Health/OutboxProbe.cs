using System.Data.Common;
using DoubleReductionGov.Platform.Outbox;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Host.Operations.Health;

/// <summary>Reads the outboxes of all databases, and remembers the answer for those who cannot wait for it.</summary>
internal sealed class OutboxProbe(IServiceScopeFactory scopeFactory, ICurrentTenant currentTenant, ILogger<OutboxProbe> logger)
{
    public OutboxStatus Latest { get; private set; } = new(0, null, 0);

    public async Task<OutboxStatus> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var sum = new OutboxStatus(0, null, 0);
        foreach (var database in await scope.ServiceProvider.GetRequiredService<PlatformDatabases>().GetAllAsync())
        {
            using (currentTenant.Change(database.TenantId))
            {
                var one = await scope.ServiceProvider.GetRequiredService<OutboxStatusReader>().ReadAsync(cancellationToken);
                sum = new OutboxStatus(sum.Waiting + one.Waiting, one.OldestAge > (sum.OldestAge ?? TimeSpan.MinValue) ? one.OldestAge : sum.OldestAge, sum.Parked + one.Parked);
            }
        }

        return Latest = sum;
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            logger.LogWarning("The outbox could not be read: {ExceptionType}.", e.GetType().Name);
        }
    }
}
