using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Domain.Entities.Events;

/// <summary>Something about an entity; a handler for a base class of the entity is asked as well.</summary>
public class EntityEventData<TEntity>(TEntity entity) : IEventDataWithInheritableGenericArgument, IEventDataMayHaveTenantId
{
    public TEntity Entity { get; } = entity;

    public virtual object[] GetConstructorArgs() => [Entity!];

    public virtual bool IsMultiTenant(out Guid? tenantId)
    {
        tenantId = (Entity as IMultiTenant)?.TenantId;
        return Entity is IMultiTenant;
    }
}

/// <summary>Raised locally for each entity that was created, updated or deleted, once in a unit of work.</summary>
public class EntityChangedEventData<TEntity>(TEntity entity) : EntityEventData<TEntity>(entity);

public class EntityCreatedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

public class EntityUpdatedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);

/// <summary>Deleted, or marked as deleted.</summary>
public class EntityDeletedEventData<TEntity>(TEntity entity) : EntityChangedEventData<TEntity>(entity);
