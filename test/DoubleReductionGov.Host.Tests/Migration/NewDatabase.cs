using System.Data.Common;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Platform.RowLevelSecurity;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.Migration;

/// <summary>The name of a database that nobody has made yet; gone in the end.</summary>
internal sealed class NewDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;

    private NewDatabase(bool postgres)
    {
        var name = $"host_test_own_{Guid.NewGuid():N}";
        _folder = postgres ? null : System.IO.Directory.CreateTempSubdirectory("double-reduction-gov-own-");
        ConnectionString = postgres
            ? new NpgsqlConnectionStringBuilder(Environment.GetEnvironmentVariable("TEST_POSTGRES")) { Database = name, Username = "app", Pooling = false }.ConnectionString
            : $"Data Source={Path.Combine(_folder!.FullName, "deeper", "own.db")};Pooling=False";
    }

    public string ConnectionString { get; }

    public static NewDatabase Named(string product) => new(product == "postgres");

    public async Task<long> CountRolesAsync(Guid tenantId)
    {
        await using var connection = await OpenAsync();
        await TenantConnection.SetTenantAsync(connection, tenantId);
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "AbpRoles" WHERE "TenantId" IS NOT NULL""";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        _folder?.Delete(recursive: true);
        if (_folder is null)
        {
            await using var connection = new NpgsqlConnection(Environment.GetEnvironmentVariable("TEST_POSTGRES"));
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(ConnectionString).Database} WITH (FORCE)", connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task<DbConnection> OpenAsync()
    {
        var connection = DatabaseProvider.Connect(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}

internal static class TenantVerbs
{
    /// <summary>Enters a county in the register, with a database of its own that nobody has prepared.</summary>
    public static async Task<Guid> AddTenantAsync(this HostApplication city, string name, string connectionString)
    {
        await using var scope = city.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        var tenant = await scope.ServiceProvider.GetRequiredService<ITenantManager>().CreateAsync(name);
        tenant.SetDefaultConnectionString(connectionString);
        await scope.ServiceProvider.GetRequiredService<IRepository<Tenant, Guid>>().InsertAsync(tenant);
        await unitOfWork.CompleteAsync();
        return tenant.Id;
    }

    /// <summary>The same behind the back of a process that does not run.</summary>
    public static async Task AddTenantAsync(this TestDatabase database, int position, string name, string connectionString)
    {
        object id = Guid.Parse($"00000000-0000-7000-8000-{position:D12}");
        object time = new DateTime(2021, 12, 10, 0, 0, 0, DateTimeKind.Utc);
        await database.ExecuteAsync(
            """INSERT INTO "AbpTenants" ("Id", "Name", "NormalizedName", "CreationTime", "IsDeleted", "ConcurrencyStamp") VALUES (@p0, @p1, @p1, @p2, @p3, 'a')""", id, name, time, false);
        await database.ExecuteAsync("""INSERT INTO "AbpTenantConnectionStrings" ("TenantId", "Name", "Value") VALUES (@p0, 'Default', @p1)""", id, connectionString);
    }
}
