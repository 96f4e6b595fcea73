using System.Diagnostics;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Host.Data;

/// <summary>Brings the host's database, then each tenant's own one, to the newest schema and seeds what every side needs.</summary>
internal sealed class DatabaseMigrator(
    IConnectionStringResolver connectionStrings, ITenantStore tenants, TenantDatabases tenantDatabases, ICurrentTenant currentTenant, IDataSeeder seeder,
    ILogger<DatabaseMigrator> logger)
    : ITransientDependency
{
    /// <summary>
    /// What fails for one tenant does not keep the others waiting; returns the names of those that failed. To be called again until there are none.
    /// </summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(Action<string> tell, CancellationToken cancellationToken = default)
    {
        using var host = currentTenant.Change(null);
        var connectionString = await connectionStrings.ResolveAsync();
        await DatabaseCreation.EnsureAsync(connectionString, cancellationToken);
        await using var migrationLock = await MigrationLock.AcquireAsync(connectionString, tell, cancellationToken);
        await TimeAsync("the host", () => MigrateHostAsync(connectionString, cancellationToken));

        var all = await tenants.GetListAsync(includeDetails: true);
        var failed = new List<string>();
        foreach (var (position, tenant) in all.Index())
        {
            try
            {
                await TimeAsync($"{position + 1} of {all.Count}, {tenant.Name}", () => tenantDatabases.PrepareLockedAsync(tenant, cancellationToken));
            }
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                logger.LogError(e, "The database of the tenant {TenantId} could not be brought to the newest schema.", tenant.Id);
                tell($"{position + 1} of {all.Count}, {tenant.Name}: FAILED, {e.GetBaseException().Message}");
                failed.Add(tenant.Name);
            }
        }

        return failed;

        async Task TimeAsync(string what, Func<Task<int>> migrate)
        {
            var watch = Stopwatch.StartNew();
            var applied = await migrate();
            tell($"{what}: {(applied == 0 ? "up to date" : $"{applied} applied")}, {watch.Elapsed.TotalSeconds:0.0} s");
        }
    }

    private async Task<int> MigrateHostAsync(string connectionString, CancellationToken cancellationToken)
    {
        var pending = await DatabaseSchema.CountPendingAsync(connectionString, cancellationToken);
        if (pending > 0)
        {
            await DatabaseSchema.MigrateAsync(connectionString, cancellationToken);
        }

        await seeder.SeedAsync(new DataSeedContext());
        return pending;
    }
}
