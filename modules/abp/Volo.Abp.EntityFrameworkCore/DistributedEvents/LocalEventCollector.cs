using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Events;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>The local events of one save: those that aggregate roots raised, and that entities were created, updated or deleted.</summary>
internal static class LocalEventCollector
{
    public static List<UnitOfWorkEventRecord> Collect(IReadOnlyList<EntityEntry> entries, LocalEventSubscriptions subscriptions)
    {
        var events = new List<UnitOfWorkEventRecord>();
        foreach (var entry in entries)
        {
            if (entry.Entity is IGeneratesDomainEvents root)
            {
                events.AddRange(root.GetLocalEvents().Select(e => new UnitOfWorkEventRecord(e.EventData.GetType(), e.EventData, e.EventOrder)));
                root.ClearLocalEvents();
            }

            if (!subscriptions.IsEmpty && ChangeOf(entry) is { } change)
            {
                var eventType = change.MakeGenericType(entry.Metadata.ClrType);
                if (subscriptions.AreThereFor(eventType))
                {
                    events.Add(new UnitOfWorkEventRecord(eventType, Activator.CreateInstance(eventType, entry.Entity)!, EventOrderGenerator.GetNext()));
                }
            }
        }

        return events;
    }

    /// <summary>A change is told once in a unit of work, however often it is saved.</summary>
    public static void AddTo(IUnitOfWork unitOfWork, List<UnitOfWorkEventRecord> events)
    {
        foreach (var record in events)
        {
            unitOfWork.AddOrReplaceLocalEvent(record, ChangedEntityOf(record) is { } entity
                ? other => other.EventType == record.EventType && ReferenceEquals(ChangedEntityOf(other), entity)
                : null);
        }
    }

    private static Type? ChangeOf(EntityEntry entry) => entry.State switch
    {
        _ when entry.Entity is not IEntity => null,
        EntityState.Added => typeof(EntityCreatedEventData<>),
        EntityState.Deleted => typeof(EntityDeletedEventData<>),
        EntityState.Modified when entry.Entity is ISoftDelete { IsDeleted: true } && entry.Property(nameof(ISoftDelete.IsDeleted)).IsModified => typeof(EntityDeletedEventData<>),
        EntityState.Modified => typeof(EntityUpdatedEventData<>),
        _ => null,
    };

    private static object? ChangedEntityOf(UnitOfWorkEventRecord record) =>
        record.EventType is { IsGenericType: true } type && type.BaseType is { IsGenericType: true } baseType && baseType.GetGenericTypeDefinition() == typeof(EntityChangedEventData<>)
            ? ((Volo.Abp.EventBus.IEventDataWithInheritableGenericArgument)record.EventData).GetConstructorArgs()[0]
            : null;
}
