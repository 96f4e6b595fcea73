using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.EventBus.Local;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Uow;

/// <summary>An event that waits for the completion of a unit of work.</summary>
public class UnitOfWorkEventRecord(Type eventType, object eventData, long eventOrder, bool useOutbox = true)
{
    public object EventData { get; } = eventData;

    public Type EventType { get; } = eventType;

    public long EventOrder { get; protected set; } = eventOrder;

    public bool UseOutbox { get; } = useOutbox;

    public Dictionary<string, object> Properties { get; } = [];

    public void SetOrder(long order) => EventOrder = order;
}

public static class EventOrderGenerator
{
    private static long _lastOrder;

    public static long GetNext() => Interlocked.Increment(ref _lastOrder);
}

/// <summary>The events of one unit of work, each with the tenant in which it was raised: at the end another one may be current.</summary>
internal sealed class UnitOfWorkEvents(IServiceProvider serviceProvider)
{
    private List<Waiting> _local = [];
    private List<Waiting> _distributed = [];

    public bool AreWaiting => _local.Count + _distributed.Count > 0;

    public void AddLocal(UnitOfWorkEventRecord record, Predicate<UnitOfWorkEventRecord>? replaces) => AddOrReplace(_local, record, replaces);

    public void AddDistributed(UnitOfWorkEventRecord record, Predicate<UnitOfWorkEventRecord>? replaces) => AddOrReplace(_distributed, record, replaces);

    /// <summary>The local ones in their order, then the distributed ones. What the handlers raise waits for the next call.</summary>
    public async Task PublishAsync()
    {
        var currentTenant = serviceProvider.GetRequiredService<ICurrentTenant>();
        foreach (var (record, tenantId, tenantName) in Take(ref _local))
        {
            using (currentTenant.Change(tenantId, tenantName))
            {
                await serviceProvider.GetRequiredService<ILocalEventBus>().PublishAsync(record.EventType, record.EventData, onUnitOfWorkComplete: false);
            }
        }

        foreach (var (record, tenantId, tenantName) in Take(ref _distributed))
        {
            using (currentTenant.Change(tenantId, tenantName))
            {
                await serviceProvider.GetRequiredService<IDistributedEventBus>().PublishAsync(record.EventType, record.EventData, onUnitOfWorkComplete: false, record.UseOutbox);
            }
        }
    }

    private void AddOrReplace(List<Waiting> events, UnitOfWorkEventRecord record, Predicate<UnitOfWorkEventRecord>? replaces)
    {
        var currentTenant = serviceProvider.GetRequiredService<ICurrentTenant>();
        var waiting = new Waiting(record, currentTenant.Id, currentTenant.Name);
        var replaced = replaces is null ? -1 : events.FindIndex(e => replaces(e.Record));
        if (replaced < 0)
        {
            events.Add(waiting);
            return;
        }

        record.SetOrder(events[replaced].Record.EventOrder);
        events[replaced] = waiting;
    }

    private static IEnumerable<Waiting> Take(ref List<Waiting> events)
    {
        var taken = events.OrderBy(e => e.Record.EventOrder).ToList();
        events = [];
        return taken;
    }

    private sealed record Waiting(UnitOfWorkEventRecord Record, Guid? TenantId, string? TenantName);
}
