using System.Collections.ObjectModel;
using System.ComponentModel.DataAnnotations;
using Volo.Abp.Uow;

namespace Volo.Abp.Domain.Entities;

public interface IAggregateRoot : IEntity;

public interface IAggregateRoot<TKey> : IEntity<TKey>, IAggregateRoot;

public interface IHasConcurrencyStamp
{
    string ConcurrencyStamp { get; set; }
}

public interface IGeneratesDomainEvents
{
    IEnumerable<DomainEventRecord> GetLocalEvents();

    IEnumerable<DomainEventRecord> GetDistributedEvents();

    void ClearLocalEvents();

    void ClearDistributedEvents();
}

public class DomainEventRecord(object eventData, long eventOrder)
{
    public object EventData { get; } = eventData;

    public long EventOrder { get; } = eventOrder;
}

public abstract class BasicAggregateRoot<TKey> : Entity<TKey>, IAggregateRoot<TKey>, IGeneratesDomainEvents
{
    private Collection<DomainEventRecord>? _localEvents;
    private Collection<DomainEventRecord>? _distributedEvents;

    protected BasicAggregateRoot() { }

    protected BasicAggregateRoot(TKey id) : base(id) { }

    public virtual IEnumerable<DomainEventRecord> GetLocalEvents() => _localEvents ?? [];

    public virtual IEnumerable<DomainEventRecord> GetDistributedEvents() => _distributedEvents ?? [];

    public virtual void ClearLocalEvents() => _localEvents?.Clear();

    public virtual void ClearDistributedEvents() => _distributedEvents?.Clear();

    /// <summary>Collected by the next save; handled before the commit, which a handler can refuse.</summary>
    protected virtual void AddLocalEvent(object eventData) => (_localEvents ??= []).Add(new DomainEventRecord(eventData, EventOrderGenerator.GetNext()));

    /// <summary>Leaves with the next save, in the same transaction.</summary>
    protected virtual void AddDistributedEvent(object eventData) => (_distributedEvents ??= []).Add(new DomainEventRecord(eventData, EventOrderGenerator.GetNext()));
}

/// <summary>An entity that is loaded and saved as a whole, with a stamp that finds lost updates.</summary>
public abstract class AggregateRoot<TKey> : BasicAggregateRoot<TKey>, IHasConcurrencyStamp
{
    protected AggregateRoot() => ConcurrencyStamp = Guid.NewGuid().ToString("N");

    protected AggregateRoot(TKey id) : base(id) => ConcurrencyStamp = Guid.NewGuid().ToString("N");

    [StringLength(40)]
    public virtual string ConcurrencyStamp { get; set; }
}

public static class HasConcurrencyStampExtensions
{
    /// <summary>Makes the stamp that a client read the one that is compared when the entity is saved.</summary>
    public static void SetConcurrencyStampIfNotNull(this IHasConcurrencyStamp entity, string? concurrencyStamp)
    {
        if (concurrencyStamp is not null)
        {
            entity.ConcurrencyStamp = concurrencyStamp;
        }
    }
}
