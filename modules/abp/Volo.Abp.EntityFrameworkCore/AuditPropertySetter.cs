using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Volo.Abp.EntityFrameworkCore;

/// <summary>Who created, changed or deleted an entity and when. A user of another tenant is not named in it.</summary>
internal static class AuditPropertySetter
{
    public static void SetCreation(object entity, DateTime now, ICurrentUser user)
    {
        if (entity is IHasCreationTime { CreationTime: var time } && time == default)
        {
            EntityProperties.Set(entity, nameof(IHasCreationTime.CreationTime), now);
        }

        if (entity is IMayHaveCreator { CreatorId: null } && OwnUserId(entity, user) is { } userId)
        {
            EntityProperties.Set(entity, nameof(IMayHaveCreator.CreatorId), userId);
        }
    }

    public static void SetModification(object entity, DateTime now, ICurrentUser user)
    {
        if (entity is IHasModificationTime)
        {
            EntityProperties.Set(entity, nameof(IHasModificationTime.LastModificationTime), now);
        }

        if (entity is IModificationAuditedObject)
        {
            EntityProperties.Set(entity, nameof(IModificationAuditedObject.LastModifierId), OwnUserId(entity, user));
        }
    }

    public static void SetDeletion(object entity, DateTime now, ICurrentUser user)
    {
        if (entity is IHasDeletionTime { DeletionTime: null })
        {
            EntityProperties.Set(entity, nameof(IHasDeletionTime.DeletionTime), now);
        }

        if (entity is IDeletionAuditedObject { DeleterId: null } && OwnUserId(entity, user) is { } userId)
        {
            EntityProperties.Set(entity, nameof(IDeletionAuditedObject.DeleterId), userId);
        }
    }

    private static Guid? OwnUserId(object entity, ICurrentUser user) =>
        entity is IMultiTenant multiTenant && multiTenant.TenantId != user.TenantId ? null : user.Id;
}
