using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Platform.RowLevelSecurity;

/// <summary>
/// Says clearly, and on SQLite too, what PostgreSQL's wall would refuse or not find: rows of one tenant that are saved after the program left it.
/// </summary>
internal sealed class TenantOfSaveInterceptor(ICurrentTenant currentTenant) : SaveChangesInterceptor, ISingletonDependency
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Check(DbContext context)
    {
        // The context has just looked for changes itself, and will once more.
        var tracker = context.ChangeTracker;
        var detects = tracker.AutoDetectChangesEnabled;
        tracker.AutoDetectChangesEnabled = false;
        try
        {
            var current = currentTenant.Id;
            foreach (var entry in tracker.Entries<IMultiTenant>())
            {
                if (entry.State is (EntityState.Added or EntityState.Modified or EntityState.Deleted) && entry.Entity.TenantId != current)
                {
                    throw new AbpException(
                        $"A {entry.Metadata.ClrType.Name} of the tenant {entry.Entity.TenantId?.ToString() ?? "host"} is saved in the tenant {current?.ToString() ?? "host"}. Save it before ICurrentTenant.Change is disposed.");
                }
            }
        }
        finally
        {
            tracker.AutoDetectChangesEnabled = detects;
        }
    }
}
