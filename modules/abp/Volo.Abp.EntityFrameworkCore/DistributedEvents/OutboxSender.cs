using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

internal sealed class EventOutboxDbContext(DbContextOptions<EventOutboxDbContext> options) : AbpDbContext<EventOutboxDbContext>(options)
{
    public DbSet<OutgoingEventRecord> OutgoingEvents => Set<OutgoingEventRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ConfigureEventOutbox();
        base.OnModelCreating(modelBuilder);
    }
}

/// <summary>Wakes the sender as soon as a unit of work that raised events has committed.</summary>
internal sealed class OutboxSignal(IUnitOfWorkManager unitOfWorkManager) : IDisposable
{
    private readonly SemaphoreSlim _semaphore = new(0);

    public void SetAfterCommit()
    {
        const string Key = nameof(OutboxSignal);
        if (unitOfWorkManager.Current is { } unitOfWork && unitOfWork.Items.TryAdd(Key, this))
        {
            unitOfWork.OnCompleted(() =>
            {
                _semaphore.Release();
                return Task.CompletedTask;
            });
        }
    }

    public async Task WaitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        await _semaphore.WaitAsync(timeout, cancellationToken);
        while (await _semaphore.WaitAsync(0, cancellationToken))
        {
            // several commits, one round
        }
    }

    public void Dispose() => _semaphore.Dispose();
}

/// <summary>
/// Sends what lies in the outbox of the host's database and of each tenant's own one, in order, at least once:
/// a row goes when all its handlers are done. A failing handler holds up its database's queue and is tried again.
/// </summary>
internal sealed class OutboxSender(
    IServiceScopeFactory scopeFactory, DistributedEventSubscriptions subscriptions, OutboxSignal signal, ICurrentTenant currentTenant,
    IUnitOfWorkManager unitOfWorkManager, ILogger<OutboxSender> logger)
    : BackgroundService
{
    private const int BatchSize = 100;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendAllAsync(stoppingToken) > 0)
                {
                    // a handler may have raised more
                }

                await signal.WaitAsync(Period, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "Sending outgoing events failed; trying again in {Period}.", Period);
                await Task.Delay(Period, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One round over all databases; returns how many events were sent. A failure in one does not keep the others waiting.</summary>
    internal async Task<int> SendAllAsync(CancellationToken cancellationToken)
    {
        var sent = 0;
        var failures = new List<Exception>();
        foreach (var tenant in (await GetTenantsWithOwnDatabaseAsync()).Prepend(null))
        {
            using (currentTenant.Change(tenant?.Id, tenant?.Name))
            {
                try
                {
                    sent += await SendFromCurrentDatabaseAsync(cancellationToken);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    failures.Add(e);
                }
            }
        }

        return failures.Count == 0 ? sent : throw new AggregateException("Events could not be sent.", failures);
    }

    private async Task<IEnumerable<TenantConfiguration?>> GetTenantsWithOwnDatabaseAsync()
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var tenants = await scope.ServiceProvider.GetRequiredService<ITenantStore>().GetListAsync(includeDetails: true);
        return tenants.Where(t => !string.IsNullOrEmpty(t.ConnectionStrings?.Default));
    }

    private async Task<int> SendFromCurrentDatabaseAsync(CancellationToken cancellationToken)
    {
        var batch = await ReadAsync(cancellationToken);
        foreach (var record in batch)
        {
            foreach (var subscription in subscriptions.For(record.EventName))
            {
                await HandleAsync(subscription, record);
            }

            await RemoveAsync(record.Id, cancellationToken);
        }

        return batch.Count;
    }

    private async Task<List<OutgoingEventRecord>> ReadAsync(CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var context = await ContextAsync(unitOfWork);
        var batch = await context.OutgoingEvents.AsNoTracking().OrderBy(e => e.CreationTime).ThenBy(e => e.Id).Take(BatchSize).ToListAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return batch;
    }

    private async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var context = await ContextAsync(unitOfWork);
        await context.OutgoingEvents.Where(e => e.Id == id).ExecuteDeleteAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
    }

    private static Task<EventOutboxDbContext> ContextAsync(IUnitOfWork unitOfWork) =>
        unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<EventOutboxDbContext>>().GetDbContextAsync();

    private async Task HandleAsync(DistributedEventSubscriptions.Subscription subscription, OutgoingEventRecord record)
    {
        var eventData = JsonSerializer.Deserialize(record.EventData, subscription.EventType, EventOutboxWriter.Json)
            ?? throw new AbpException($"The event {record.EventName} ({record.Id}) has no content.");
        using (currentTenant.Change((eventData as IMultiTenant)?.TenantId))
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            await using var scope = scopeFactory.CreateAsyncScope();
            await subscription.HandleAsync(scope.ServiceProvider.GetRequiredService(subscription.HandlerType), eventData);
            await unitOfWork.CompleteAsync();
        }
    }
}
