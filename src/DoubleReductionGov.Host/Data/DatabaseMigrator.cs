using System.Data.Common;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Host.Data;

/// <summary>Brings the host's database, then each tenant's own one, to the newest schema and seeds what every side needs.</summary>
internal sealed class DatabaseMigrator(
    IConnectionStringResolver connectionStrings, ITenantStore tenants, ICurrentTenant currentTenant, IDataSeeder seeder, ILogger<DatabaseMigrator> logger)
    : ITransientDependency
{
    public async Task MigrateAsync()
    {
        using (currentTenant.Change(null))
        {
            await MigrateAsync(await connectionStrings.ResolveAsync());
            await seeder.SeedAsync(new DataSeedContext());
        }

        foreach (var tenant in await tenants.GetListAsync(includeDetails: true))
        {
            await MigrateTenantAsync(tenant);
        }
    }

    /// <summary>Makes a tenant usable: its own database, if it has one, and its roles.</summary>
    public async Task MigrateTenantAsync(TenantConfiguration tenant)
    {
        using (currentTenant.Change(tenant.Id, tenant.Name))
        {
            if (!string.IsNullOrEmpty(tenant.ConnectionStrings?.Default))
            {
                await MigrateAsync(await connectionStrings.ResolveAsync());
            }

            await seeder.SeedAsync(new DataSeedContext(tenant.Id));
        }
    }

    private async Task MigrateAsync(string connectionString)
    {
        var postgres = DatabaseProvider.IsPostgres(connectionString);
        if (!postgres)
        {
            DatabaseProvider.EnsureFolder(connectionString);
        }

        if (await IsUpToDateAsync(connectionString, postgres ? typeof(PostgresHostDbContext) : typeof(SqliteHostDbContext)))
        {
            return;
        }

        logger.LogInformation("Bringing a {Product} database to the newest schema.", postgres ? "PostgreSQL" : "SQLite");
        await using var context = HostDbContexts.Create(connectionString);
        if (!postgres)
        {
            // With a write-ahead log readers and the writer do not wait for each other. EF Core sets it only in a file that it makes itself,
            // and asking for the schema has made the file.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'");
        }

        await context.Database.MigrateAsync();
    }

    // Asked without EF Core: building the model of all modules takes longer than the rest of a warm start.
    private static async Task<bool> IsUpToDateAsync(string connectionString, Type contextType)
    {
        try
        {
            await using DbConnection connection = contextType == typeof(PostgresHostDbContext) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
            await using var reader = await command.ExecuteReaderAsync();
            var applied = new HashSet<string>();
            while (await reader.ReadAsync())
            {
                applied.Add(reader.GetString(0));
            }

            return MigrationIdsOf(contextType).All(applied.Contains);
        }
        catch (DbException)
        {
            // No database or no history yet: the migration tells what is really wrong.
            return false;
        }
    }

    private static IEnumerable<string> MigrationIdsOf(Type contextType) =>
        contextType.Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == contextType)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>();
}
