using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.EntityFrameworkCore.EntityHistory;
using Volo.Abp.EntityFrameworkCore.Modeling;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace Volo.Abp.EntityFrameworkCore;

public interface IEfCoreDbContext : IDisposable
{
    DbSet<T> Set<T>() where T : class;

    Task<int> SaveChangesAsync(CancellationToken cancellationToken = default);
}

/// <summary>
/// A DbContext with ABP's conventions: tenant and soft-delete filters, audit properties, concurrency stamps, and the events
/// of aggregate roots written to the outbox in the same save.
/// </summary>
public abstract class AbpDbContext<TDbContext>(DbContextOptions<TDbContext> options) : DbContext(options), IEfCoreDbContext
    where TDbContext : DbContext
{
    internal const string MultiTenancyFilterName = "MultiTenancy";
    internal const string SoftDeleteFilterName = "SoftDelete";

    private static readonly MethodInfo ConfigureFiltersMethod =
        typeof(AbpDbContext<TDbContext>).GetMethod(nameof(ConfigureGlobalFilters), BindingFlags.NonPublic | BindingFlags.Instance)!;

    public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

    public ICurrentTenant CurrentTenant => LazyServiceProvider.LazyGetRequiredService<ICurrentTenant>();

    public IGuidGenerator GuidGenerator => LazyServiceProvider.LazyGetRequiredService<IGuidGenerator>();

    public IClock Clock => LazyServiceProvider.LazyGetRequiredService<IClock>();

    protected virtual Guid? CurrentTenantId => CurrentTenant.Id;

    private ICurrentUser CurrentUser => LazyServiceProvider.LazyGetRequiredService<ICurrentUser>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        foreach (var entityType in modelBuilder.Model.GetEntityTypes().ToList())
        {
            ConfigureEntity(modelBuilder, entityType);
        }
    }

    private void ConfigureEntity(ModelBuilder modelBuilder, IMutableEntityType entityType)
    {
        if (entityType.IsOwned() || entityType.BaseType is not null || !typeof(IEntity).IsAssignableFrom(entityType.ClrType))
        {
            return;
        }

        modelBuilder.Entity(entityType.ClrType).ConfigureByConvention();
        ConfigureFiltersMethod.MakeGenericMethod(entityType.ClrType).Invoke(this, [modelBuilder]);
        ConfigureDateTimes(entityType);
    }

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        try
        {
            var entries = ChangeTracker.Entries().ToList();
            if (entries.Count == 0)
            {
                return 0;
            }

            OnSavingChanges(entries);
            var localEvents = LocalEventCollector.Collect(entries, LazyServiceProvider.LazyGetRequiredService<LocalEventSubscriptions>());
            foreach (var entry in entries.Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
            {
                await ApplyConceptsAsync(entry, cancellationToken);
            }

            LazyServiceProvider.LazyGetRequiredService<EntityHistoryWriter>().Write(entries);
            this.WriteEventsToOutbox(entries);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (localEvents.Count > 0)
            {
                LocalEventCollector.AddTo(LazyServiceProvider.LazyGetRequiredService<IUnitOfWorkManager>().Current!, localEvents);
            }

            return saved;
        }
        catch (DbUpdateConcurrencyException e)
        {
            throw new AbpDbConcurrencyException(e.Message, e);
        }
    }

    /// <summary>Called before each save with everything that is tracked, so that nobody need look for the changes once more.</summary>
    internal virtual void OnSavingChanges(IReadOnlyList<EntityEntry> entries)
    {
    }

    private void ConfigureGlobalFilters<TEntity>(ModelBuilder modelBuilder) where TEntity : class
    {
        if (typeof(IMultiTenant).IsAssignableFrom(typeof(TEntity)))
        {
            Expression<Func<TEntity, bool>> tenant = e => EF.Property<Guid?>(e, nameof(IMultiTenant.TenantId)) == CurrentTenantId;
            modelBuilder.Entity<TEntity>().HasQueryFilter(MultiTenancyFilterName, tenant);
        }

        if (typeof(ISoftDelete).IsAssignableFrom(typeof(TEntity)))
        {
            Expression<Func<TEntity, bool>> notDeleted = e => !EF.Property<bool>(e, nameof(ISoftDelete.IsDeleted));
            modelBuilder.Entity<TEntity>().HasQueryFilter(SoftDeleteFilterName, notDeleted);
        }
    }

    private void ConfigureDateTimes(IMutableEntityType entityType)
    {
        // The model is built once, the converter needs only the kind of the application's clock.
        var kind = Clock.Kind;
        if (kind == DateTimeKind.Unspecified || entityType.ClrType.IsDefined(typeof(DisableDateTimeNormalizationAttribute), true))
        {
            return;
        }

        foreach (var property in entityType.GetProperties().Where(p => p.ClrType == typeof(DateTime) || p.ClrType == typeof(DateTime?)))
        {
            property.SetValueConverter(new ValueConverter<DateTime, DateTime>(
                value => value.Kind == kind || value.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(value, kind)
                    : kind == DateTimeKind.Utc ? value.ToUniversalTime() : value.ToLocalTime(),
                value => DateTime.SpecifyKind(value, kind)));
        }
    }

    private async Task ApplyConceptsAsync(EntityEntry entry, CancellationToken cancellationToken)
    {
        switch (entry.State)
        {
            case EntityState.Added:
                SetId(entry);
                AuditPropertySetter.SetCreation(entry.Entity, Clock.Now, CurrentUser);
                break;
            case EntityState.Modified:
                RenewConcurrencyStamp(entry);
                AuditPropertySetter.SetModification(entry.Entity, Clock.Now, CurrentUser);
                if (entry.Entity is ISoftDelete { IsDeleted: true } && entry.Property(nameof(ISoftDelete.IsDeleted)).IsModified)
                {
                    AuditPropertySetter.SetDeletion(entry.Entity, Clock.Now, CurrentUser);
                }

                break;
            case EntityState.Deleted when entry.Entity is ISoftDelete:
                await SoftDeleteAsync(entry, cancellationToken);
                break;
            case EntityState.Deleted:
                RenewConcurrencyStamp(entry);
                break;
        }
    }

    private async Task SoftDeleteAsync(EntityEntry entry, CancellationToken cancellationToken)
    {
        var stamp = (entry.Entity as IHasConcurrencyStamp)?.ConcurrencyStamp;
        await entry.ReloadAsync(cancellationToken);
        (entry.Entity as IHasConcurrencyStamp)?.SetConcurrencyStampIfNotNull(stamp);
        EntityProperties.Set(entry.Entity, nameof(ISoftDelete.IsDeleted), true);
        entry.State = EntityState.Modified;
        RenewConcurrencyStamp(entry);
        AuditPropertySetter.SetDeletion(entry.Entity, Clock.Now, CurrentUser);
    }

    private void SetId(EntityEntry entry)
    {
        if (entry.Entity is IEntity<Guid> { Id: var id } && id == Guid.Empty)
        {
            entry.Property(nameof(IEntity<Guid>.Id)).CurrentValue = GuidGenerator.Create();
        }
    }

    private static void RenewConcurrencyStamp(EntityEntry entry)
    {
        if (entry.Entity is IHasConcurrencyStamp entity)
        {
            entry.Property(nameof(IHasConcurrencyStamp.ConcurrencyStamp)).OriginalValue = entity.ConcurrencyStamp;
            entity.ConcurrencyStamp = Guid.NewGuid().ToString("N");
        }
    }
}
