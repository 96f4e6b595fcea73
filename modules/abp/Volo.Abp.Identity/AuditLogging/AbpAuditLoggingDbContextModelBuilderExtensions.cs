using Microsoft.EntityFrameworkCore;
using Volo.Abp.Auditing;

namespace Volo.Abp.AuditLogging.EntityFrameworkCore;

public static class AbpAuditLoggingDbContextModelBuilderExtensions
{
    /// <summary>The tables of records. They are filled with every command: no index that no question needs.</summary>
    public static void ConfigureAuditLogging(this ModelBuilder builder)
    {
        builder.ConfigureRecords();
        builder.ConfigureChanges();
    }

    private static void ConfigureRecords(this ModelBuilder builder)
    {
        builder.Entity<AuditLog>(b =>
        {
            b.ToTable("AbpAuditLogs");
            b.Property(x => x.ApplicationName).HasMaxLength(AuditLogConsts.MaxApplicationNameLength);
            b.Property(x => x.ClientIpAddress).HasMaxLength(AuditLogConsts.MaxClientIpAddressLength);
            b.Property(x => x.ClientName).HasMaxLength(AuditLogConsts.MaxClientNameLength);
            b.Property(x => x.ClientId).HasMaxLength(AuditLogConsts.MaxClientIdLength);
            b.Property(x => x.CorrelationId).HasMaxLength(AuditLogConsts.MaxCorrelationIdLength);
            b.Property(x => x.BrowserInfo).HasMaxLength(AuditLogConsts.MaxBrowserInfoLength);
            b.Property(x => x.HttpMethod).HasMaxLength(AuditLogConsts.MaxHttpMethodLength);
            b.Property(x => x.Url).HasMaxLength(AuditLogConsts.MaxUrlLength);
            b.Property(x => x.Comments).HasMaxLength(AuditLogConsts.MaxCommentsLength);
            b.Property(x => x.UserName).HasMaxLength(AuditLogConsts.MaxUserNameLength);
            b.Property(x => x.ImpersonatorUserName).HasMaxLength(AuditLogConsts.MaxUserNameLength);
            b.Property(x => x.TenantName).HasMaxLength(AuditLogConsts.MaxTenantNameLength);
            b.Property(x => x.ImpersonatorTenantName).HasMaxLength(AuditLogConsts.MaxTenantNameLength);
            b.HasMany(x => x.Actions).WithOne().HasForeignKey(x => x.AuditLogId).IsRequired();
            b.HasMany(x => x.EntityChanges).WithOne().HasForeignKey(x => x.AuditLogId).IsRequired();
            b.HasIndex(x => new { x.TenantId, x.ExecutionTime });
            b.HasIndex(x => new { x.TenantId, x.UserId, x.ExecutionTime });
        });
        builder.Entity<AuditLogAction>(b =>
        {
            b.ToTable("AbpAuditLogActions");
            b.Property(x => x.ServiceName).HasMaxLength(AuditLogConsts.MaxServiceNameLength);
            b.Property(x => x.MethodName).HasMaxLength(AuditLogConsts.MaxMethodNameLength);
            b.Property(x => x.Parameters).HasMaxLength(AuditSerializer.MaxParametersLength);
            b.HasIndex(x => x.AuditLogId);
        });
    }

    private static void ConfigureChanges(this ModelBuilder builder)
    {
        builder.Entity<EntityChange>(b =>
        {
            b.ToTable("AbpEntityChanges");
            b.Property(x => x.EntityId).HasMaxLength(AuditLogConsts.MaxEntityIdLength);
            b.Property(x => x.EntityTypeFullName).HasMaxLength(AuditLogConsts.MaxEntityTypeFullNameLength);
            b.HasMany(x => x.PropertyChanges).WithOne().HasForeignKey(x => x.EntityChangeId).IsRequired();
            b.HasIndex(x => x.AuditLogId);
            b.HasIndex(x => new { x.TenantId, x.EntityTypeFullName, x.EntityId });
        });
        builder.Entity<EntityPropertyChange>(b =>
        {
            b.ToTable("AbpEntityPropertyChanges");
            b.Property(x => x.NewValue).HasMaxLength(EntityPropertyChangeInfo.MaxValueLength);
            b.Property(x => x.OriginalValue).HasMaxLength(EntityPropertyChangeInfo.MaxValueLength);
            b.Property(x => x.PropertyName).HasMaxLength(EntityPropertyChangeInfo.MaxPropertyNameLength);
            b.Property(x => x.PropertyTypeFullName).HasMaxLength(EntityPropertyChangeInfo.MaxPropertyTypeFullNameLength);
            b.HasIndex(x => x.EntityChangeId);
        });
    }
}
