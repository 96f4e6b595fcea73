using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Tracing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>Turns events into outbox rows.</summary>
internal static class OutboxWriter
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private static long _lastPosition;

    /// <summary>The events of the tracked aggregate roots become rows of the same save.</summary>
    public static void WriteEventsToOutbox<TDbContext>(this AbpDbContext<TDbContext> context, IReadOnlyList<EntityEntry> entries) where TDbContext : DbContext
    {
        var roots = entries.Select(e => e.Entity).OfType<IGeneratesDomainEvents>().Where(r => r.GetDistributedEvents().Any()).ToList();
        if (roots.Count == 0)
        {
            return;
        }

        if (context is not IHasEventOutbox)
        {
            throw new AbpException($"{typeof(TDbContext).Name} has no event outbox: implement {nameof(IHasEventOutbox)}.");
        }

        var raised = roots.SelectMany(root => root.GetDistributedEvents().Select(record => (Root: root, Record: record))).OrderBy(e => e.Record.EventOrder).ToList();

        // EF Core inserts by key and PostgreSQL counts the rows as they come: ascending ids keep the order in which the events were raised.
        var ids = raised.Select(_ => context.GuidGenerator.Create()).Order().ToList();
        foreach (var (i, (root, record)) in raised.Index())
        {
            context.AddToOutbox(ids[i], record.EventData.GetType(), record.EventData, KeyOf(root, record.EventData));
        }

        roots.ForEach(r => r.ClearDistributedEvents());
        context.LazyServiceProvider.LazyGetRequiredService<OutboxSignal>().SetAfterCommit();
    }

    public static void AddToOutbox<TDbContext>(this AbpDbContext<TDbContext> context, Guid id, Type eventType, object eventData, string? aggregateKey)
        where TDbContext : DbContext =>
        context.Add(new OutgoingEventRecord(
            id, EventNameAttribute.GetNameOrDefault(eventType), JsonSerializer.SerializeToUtf8Bytes(eventData, eventType, Json), context.Clock.Now)
        {
            Position = context.Database.IsNpgsql() ? 0 : NextPosition(context.Clock.Now),
            AggregateKey = aggregateKey,
            CorrelationId = context.LazyServiceProvider.LazyGetRequiredService<ICorrelationIdProvider>().Get(),
        });

    /// <summary>What one aggregate tells one tenant stays in order; a tenant that cannot be reached keeps no other waiting.</summary>
    private static string KeyOf(IGeneratesDomainEvents root, object eventData)
    {
        var key = $"{root.GetType().Name}/{string.Join(',', ((IEntity)root).GetKeys())}";
        return eventData is IMultiTenant { TenantId: { } tenantId } ? $"{key}@{tenantId}" : key;
    }

    /// <summary>The time, or one more than the last one: a clock that stands still or goes back does not turn the order round.</summary>
    private static long NextPosition(DateTime now)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _lastPosition);
            var next = Math.Max(now.Ticks, last + 1);
            if (Interlocked.CompareExchange(ref _lastPosition, next, last) == last)
            {
                return next;
            }
        }
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
