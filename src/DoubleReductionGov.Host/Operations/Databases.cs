using System.Data.Common;
using DoubleReductionGov.Host.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Host.Operations;

/// <summary>A database of the platform: the host's, or a county's own one.</summary>
internal sealed record PlatformDatabase(Guid? TenantId, string Name, string ConnectionString)
{
    public const string HostName = "host";

    public bool IsPostgres => DatabaseProvider.IsPostgres(ConnectionString);

    /// <summary>Opens it without EF Core; a SQLite file is not made by looking for it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        DbConnection connection = IsPostgres
            ? new NpgsqlConnection(ConnectionString)
            : new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Mode = SqliteOpenMode.ReadWrite }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}

/// <summary>Finds the databases of the platform.</summary>
internal sealed class PlatformDatabases(IConnectionStringResolver connectionStrings, ITenantStore tenants, ICurrentTenant currentTenant) : ITransientDependency
{
    public async Task<PlatformDatabase> GetHostAsync()
    {
        using (currentTenant.Change(null))
        {
            return new PlatformDatabase(null, PlatformDatabase.HostName, await connectionStrings.ResolveAsync());
        }
    }

    /// <summary>What is stored is encrypted: the resolver, asked in the tenant, is the one that reads it.</summary>
    public async Task<List<PlatformDatabase>> GetOwnOfTenantsAsync()
    {
        var databases = new List<PlatformDatabase>();
        foreach (var tenant in (await tenants.GetListAsync(includeDetails: true)).Where(t => !string.IsNullOrEmpty(t.ConnectionStrings?.Default)))
        {
            using (currentTenant.Change(tenant.Id, tenant.Name))
            {
                databases.Add(new PlatformDatabase(tenant.Id, tenant.Name, await connectionStrings.ResolveAsync()));
            }
        }

        return databases;
    }

    public async Task<List<PlatformDatabase>> GetAllAsync() => [await GetHostAsync(), .. await GetOwnOfTenantsAsync()];
}
