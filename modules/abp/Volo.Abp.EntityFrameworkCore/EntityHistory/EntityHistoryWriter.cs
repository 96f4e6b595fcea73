using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;

namespace Volo.Abp.EntityFrameworkCore.EntityHistory;

/// <summary>Adds what a save changes in [Audited] entities to the record that is being written.</summary>
internal sealed class EntityHistoryWriter(IAuditingManager auditingManager, AuditSerializer serializer, IClock clock) : ITransientDependency
{
    private static readonly ConcurrentDictionary<Type, bool> Audited = new();
    private static readonly ConcurrentDictionary<PropertyInfo, bool> LeftOut = new();

    /// <summary>They say in other words what the record says already.</summary>
    private static readonly HashSet<string> Bookkeeping =
    [
        nameof(IHasConcurrencyStamp.ConcurrencyStamp), nameof(IMultiTenant.TenantId),
        nameof(IHasCreationTime.CreationTime), nameof(IMayHaveCreator.CreatorId),
        nameof(IHasModificationTime.LastModificationTime), nameof(IModificationAuditedObject.LastModifierId),
        nameof(IHasDeletionTime.DeletionTime), nameof(IDeletionAuditedObject.DeleterId),
    ];

    /// <summary>To be called when all properties have their final values, directly before the save.</summary>
    public void Write(IEnumerable<EntityEntry> entries)
    {
        if (auditingManager.Current?.Log is not { } log)
        {
            return;
        }

        foreach (var entry in entries.Where(e => (e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted) && IsAudited(e.Metadata.ClrType)))
        {
            if (Describe(entry) is { } change)
            {
                log.EntityChanges.Add(change);
            }
        }
    }

    private EntityChangeInfo? Describe(EntityEntry entry)
    {
        var type = ChangeTypeOf(entry);
        var properties = entry.Properties.Where(p => IsToldOf(p, type)).Select(p => Describe(p, type)).ToList();
        if (type == EntityChangeType.Updated && properties.Count == 0)
        {
            return null;
        }

        return new EntityChangeInfo
        {
            ChangeTime = clock.Now,
            ChangeType = type,
            EntityTenantId = (entry.Entity as IMultiTenant)?.TenantId,
            EntityId = entry.Entity is IEntity entity ? string.Join(',', entity.GetKeys()) : null,
            EntityTypeFullName = entry.Metadata.ClrType.FullName,
            PropertyChanges = properties,
        };
    }

    private EntityPropertyChangeInfo Describe(PropertyEntry property, EntityChangeType type)
    {
        var isSecret = AuditSerializer.IsSecret(property.Metadata.Name);
        return new EntityPropertyChangeInfo
        {
            PropertyName = AuditSerializer.Cut(property.Metadata.Name, EntityPropertyChangeInfo.MaxPropertyNameLength),
            PropertyTypeFullName = AuditSerializer.Cut(
                (Nullable.GetUnderlyingType(property.Metadata.ClrType) ?? property.Metadata.ClrType).FullName!, EntityPropertyChangeInfo.MaxPropertyTypeFullNameLength),
            OriginalValue = type == EntityChangeType.Created ? null : isSecret ? AuditSerializer.Mask : serializer.Value(property.OriginalValue),
            NewValue = property.EntityEntry.State == EntityState.Deleted ? null : isSecret ? AuditSerializer.Mask : serializer.Value(property.CurrentValue),
        };
    }

    private static bool IsToldOf(PropertyEntry property, EntityChangeType type)
    {
        if (property.Metadata.IsPrimaryKey() || Bookkeeping.Contains(property.Metadata.Name)
            || (property.Metadata.PropertyInfo is { } member && LeftOut.GetOrAdd(member, m => m.IsDefined(typeof(DisableAuditingAttribute), true))))
        {
            return false;
        }

        return type == EntityChangeType.Created ? property.CurrentValue is not null
            : property.EntityEntry.State == EntityState.Deleted ? property.OriginalValue is not null
            : property.IsModified && !Equals(property.OriginalValue, property.CurrentValue);
    }

    private static EntityChangeType ChangeTypeOf(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => EntityChangeType.Created,
        EntityState.Deleted => EntityChangeType.Deleted,
        _ when entry.Entity is ISoftDelete { IsDeleted: true } && entry.Property(nameof(ISoftDelete.IsDeleted)).IsModified => EntityChangeType.Deleted,
        _ => EntityChangeType.Updated,
    };

    private static bool IsAudited(Type type) =>
        Audited.GetOrAdd(type, t => t.IsDefined(typeof(AuditedAttribute), true) && !t.IsDefined(typeof(DisableAuditingAttribute), true));
}
