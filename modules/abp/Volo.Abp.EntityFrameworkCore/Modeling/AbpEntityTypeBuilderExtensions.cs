using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.EntityFrameworkCore.Modeling;

public static class AbpEntityTypeBuilderExtensions
{
    /// <summary>Columns of ABP's base types: concurrency stamp, audit properties, soft delete, tenant, keys that the application gives.</summary>
    public static void ConfigureByConvention(this EntityTypeBuilder b)
    {
        var type = b.Metadata.ClrType;
        if (typeof(IEntity<Guid>).IsAssignableFrom(type))
        {
            b.Property(nameof(IEntity<Guid>.Id)).ValueGeneratedNever();
        }

        if (typeof(IHasConcurrencyStamp).IsAssignableFrom(type))
        {
            b.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).IsConcurrencyToken().HasMaxLength(40);
        }

        if (typeof(ISoftDelete).IsAssignableFrom(type))
        {
            b.Property(nameof(ISoftDelete.IsDeleted)).IsRequired().HasDefaultValue(false);
        }

        if (typeof(IHasCreationTime).IsAssignableFrom(type))
        {
            b.Property(nameof(IHasCreationTime.CreationTime)).IsRequired();
        }

        if (typeof(IMultiTenant).IsAssignableFrom(type))
        {
            b.Property(nameof(IMultiTenant.TenantId)).IsRequired(false);
        }
    }
}
