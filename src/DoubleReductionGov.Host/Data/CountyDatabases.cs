using System.Data.Common;
using DoubleReductionGov.Administration;
using Microsoft.Data.Sqlite;
using Npgsql;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.Data;

/// <summary>Makes the databases of counties for the module that creates counties.</summary>
internal sealed class CountyDatabases(TenantDatabases databases, ITenantStore tenants, IUnitOfWorkManager unitOfWorkManager, ILogger<CountyDatabases> logger)
    : ICountyDatabases, ITransientDependency
{
    private const string MaintenanceDatabase = "postgres";
    private const int TimeoutSeconds = 5;

    public async Task PrepareAsync(Guid countyId) => await databases.PrepareAsync(await FindAsync(countyId));

    public async Task<bool> CanConnectAsync(string connectionString)
    {
        try
        {
            await using var connection = ConnectionOf(connectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (Exception e) when (e is DbException or ArgumentException or FormatException or System.Net.Sockets.SocketException or TimeoutException)
        {
            // The message may repeat what was typed, the type does not.
            logger.LogWarning("A county's database does not answer: {ExceptionType}.", e.GetType().Name);
            return false;
        }
    }

    // Outside the request's transaction: on SQLite it would keep the preparation itself from writing.
    private async Task<TenantConfiguration> FindAsync(Guid countyId)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var tenant = await tenants.FindAsync(countyId) ?? throw new InvalidOperationException($"There is no tenant {countyId}.");
        await unitOfWork.CompleteAsync();
        return tenant;
    }

    // The database itself need not be there yet; the server must let this account in.
    private static DbConnection ConnectionOf(string connectionString) => DatabaseProvider.IsPostgres(connectionString)
        ? new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Database = MaintenanceDatabase, Timeout = TimeoutSeconds, Pooling = false }.ConnectionString)
        : new SqliteConnection(new SqliteConnectionStringBuilder(connectionString) { Mode = SqliteOpenMode.Memory, Cache = SqliteCacheMode.Private }.ConnectionString);
}
