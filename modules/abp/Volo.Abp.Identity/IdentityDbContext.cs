using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Volo.Abp.AuditLogging;
using Volo.Abp.AuditLogging.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.FeatureManagement;
using Volo.Abp.PermissionManagement;
using Volo.Abp.SettingManagement;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace Volo.Abp.Identity.EntityFrameworkCore;

public class IdentityDbContext(DbContextOptions<IdentityDbContext> options) : AbpDbContext<IdentityDbContext>(options)
{
    public DbSet<IdentityUser> Users => Set<IdentityUser>();

    public DbSet<IdentityRole> Roles => Set<IdentityRole>();

    public DbSet<PermissionGrant> PermissionGrants => Set<PermissionGrant>();

    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<FeatureValue> FeatureValues => Set<FeatureValue>();

    public DbSet<AuditLog> AuditLogs => Set<AuditLog>();

    public DbSet<AuditLogAction> AuditLogActions => Set<AuditLogAction>();

    public DbSet<EntityChange> EntityChanges => Set<EntityChange>();
    public DbSet<IdentitySession> Sessions => Set<IdentitySession>();

    public DbSet<IdentitySecurityLog> SecurityLogs => Set<IdentitySecurityLog>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ConfigureIdentity();
        base.OnModelCreating(modelBuilder);
    }

    // Whoever changes a row, by whatever way through this context, need not think of the caches.
    internal override void OnSavingChanges(IReadOnlyList<EntityEntry> entries)
    {
        if (LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>().Current is not { } unitOfWork)
        {
            return;
        }

        foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            IProcessCache? cache = entry.Entity switch
            {
                PermissionGrant => LazyServiceProvider.LazyGetRequiredService<PermissionGrantCache>(),
                Tenant or TenantConnectionString => LazyServiceProvider.LazyGetRequiredService<TenantCache>(),
                Setting => LazyServiceProvider.LazyGetRequiredService<SettingCache>(),
                IdentityUserRole or IdentityRole => LazyServiceProvider.LazyGetRequiredService<AccountCache>(),
                IdentityUser when AccountCache.Concerns(entry) => LazyServiceProvider.LazyGetRequiredService<AccountCache>(),
                IdentitySession when entry.State != EntityState.Added => LazyServiceProvider.LazyGetRequiredService<SessionCache>(),
                _ => null,
            };
            cache?.ClearAfter(unitOfWork);
        }
    }
}

public static class IdentityDbContextModelBuilderExtensions
{
    /// <summary>The tables of accounts, roles, grants, tenants and settings.</summary>
    public static void ConfigureIdentity(this ModelBuilder builder)
    {
        builder.ConfigureAccounts();
        builder.ConfigureTenants();
        builder.ConfigureGrantsAndSettings();
        builder.ConfigureAuditLogging();
        builder.ConfigureFeatureManagement();
        builder.ConfigureSignIn();
    }

    // SQLite neither compares nor sorts times with an offset.
    private static readonly ValueConverter<DateTimeOffset, DateTime> UtcTime = new(
        time => time.UtcDateTime, time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)));

    private static void ConfigureAccounts(this ModelBuilder builder)
    {
        builder.Entity<IdentityUser>(b =>
        {
            b.ToTable("AbpUsers");
            b.Property(x => x.UserName).HasMaxLength(256);
            b.Property(x => x.NormalizedUserName).HasMaxLength(256);
            b.Property(x => x.Name).HasMaxLength(64);
            b.Property(x => x.Email).HasMaxLength(256);
            b.Property(x => x.NormalizedEmail).HasMaxLength(256);
            b.Property(x => x.PasswordHash).HasMaxLength(256);
            b.Property(x => x.SecurityStamp).HasMaxLength(256);
            b.Property(x => x.PhoneNumber).HasMaxLength(16);
            b.Property(x => x.LockoutEnd).HasConversion(UtcTime);
            b.Property(x => x.LastPasswordChangeTime).HasConversion(UtcTime);
            b.HasMany(x => x.Roles).WithOne().HasForeignKey(r => r.UserId).IsRequired();
            b.HasIndex(x => new { x.TenantId, x.NormalizedUserName }).IsUnique();
            b.HasIndex(x => x.NormalizedUserName).IsUnique().HasFilter("\"TenantId\" IS NULL");
        });
        builder.Entity<IdentityUserRole>(b =>
        {
            b.ToTable("AbpUserRoles");
            b.HasKey(x => new { x.UserId, x.RoleId });
            b.HasOne<IdentityRole>().WithMany().HasForeignKey(x => x.RoleId).IsRequired();
        });
        builder.Entity<IdentityRole>(b =>
        {
            b.ToTable("AbpRoles");
            b.Property(x => x.Name).HasMaxLength(256);
            b.Property(x => x.NormalizedName).HasMaxLength(256);
            b.HasIndex(x => new { x.TenantId, x.NormalizedName }).IsUnique();
            b.HasIndex(x => x.NormalizedName).IsUnique().HasFilter("\"TenantId\" IS NULL");
        });
    }

    private static void ConfigureTenants(this ModelBuilder builder)
    {
        builder.Entity<Tenant>(b =>
        {
            b.ToTable("AbpTenants");
            b.Property(x => x.Name).HasMaxLength(64);
            b.Property(x => x.NormalizedName).HasMaxLength(64);
            b.HasMany(x => x.ConnectionStrings).WithOne().HasForeignKey(c => c.TenantId).IsRequired();
            b.HasIndex(x => x.NormalizedName);
        });
        builder.Entity<TenantConnectionString>(b =>
        {
            b.ToTable("AbpTenantConnectionStrings");
            b.HasKey(x => new { x.TenantId, x.Name });
            b.Property(x => x.Name).HasMaxLength(64);
            b.Property(x => x.Value).HasMaxLength(1024);
        });
    }

    private static void ConfigureGrantsAndSettings(this ModelBuilder builder)
    {
        builder.Entity<PermissionGrant>(b =>
        {
            b.ToTable("AbpPermissionGrants");
            b.Property(x => x.Name).HasMaxLength(128);
            b.Property(x => x.ProviderName).HasMaxLength(64);
            b.Property(x => x.ProviderKey).HasMaxLength(64);
            b.HasIndex(x => new { x.TenantId, x.Name, x.ProviderName, x.ProviderKey }).IsUnique();
        });
        builder.Entity<Setting>(b =>
        {
            b.ToTable("AbpSettings");
            b.Property(x => x.Name).HasMaxLength(128);
            b.Property(x => x.Value).HasMaxLength(2048);
            b.Property(x => x.ProviderName).HasMaxLength(64);
            b.Property(x => x.ProviderKey).HasMaxLength(64);
            b.HasIndex(x => new { x.Name, x.ProviderName, x.ProviderKey }).IsUnique();
        });
    }
}
