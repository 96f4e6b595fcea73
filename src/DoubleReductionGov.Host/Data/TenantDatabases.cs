using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.Data;

/// <summary>The one way in which a tenant becomes usable: at the start, by the command <c>migrate</c>, and as soon as it is created.</summary>
internal sealed class TenantDatabases(
    IConnectionStringResolver connectionStrings, ICurrentTenant currentTenant, IDataSeeder seeder, IUnitOfWorkManager unitOfWorkManager, ILogger<TenantDatabases> logger)
    : ITransientDependency
{
    /// <summary>
    /// Creates the tenant's own database, if it has one that is not there yet, brings it to the newest schema and seeds the tenant; doing it again does no
    /// harm. The tenant must have been saved and committed before. Refuses: TenantDatabaseCannotBeReached, TenantDatabaseCannotBeCreated.
    /// </summary>
    public async Task PrepareAsync(TenantConfiguration tenant, CancellationToken cancellationToken = default)
    {
        string hosts;
        using (currentTenant.Change(null))
        {
            hosts = await connectionStrings.ResolveAsync();
        }

        await using var migrationLock = await MigrationLock.AcquireAsync(hosts, message => logger.LogInformation("{Message}", message), cancellationToken);
        await PrepareLockedAsync(tenant, cancellationToken);
    }

    /// <summary>The same for a caller that holds the lock; returns how many migrations were applied.</summary>
    public async Task<int> PrepareLockedAsync(TenantConfiguration tenant, CancellationToken cancellationToken)
    {
        var applied = 0;
        using (currentTenant.Change(tenant.Id, tenant.Name))
        {
            if (tenant.ConnectionStrings?.Default is { Length: > 0 })
            {
                var own = await ResolveAsync();
                await DatabaseCreation.EnsureAsync(own, cancellationToken);
                applied = await DatabaseSchema.CountPendingAsync(own, cancellationToken);
                if (applied > 0)
                {
                    await DatabaseSchema.MigrateAsync(own, cancellationToken);
                }
            }

            // Its own unit of work: in a caller's one the rows would be saved after the tenant was left.
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
            await seeder.SeedAsync(new DataSeedContext(tenant.Id));
            await unitOfWork.CompleteAsync(cancellationToken);
            return applied;
        }
    }

    // Stored encrypted; the resolver is the one that reads it. It may ask the host's database, and must not begin a caller's transaction there:
    // SQLite would let nobody else write until that ends.
    private async Task<string> ResolveAsync()
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var connectionString = await connectionStrings.ResolveAsync();
        await unitOfWork.CompleteAsync();
        return connectionString;
    }
}
