using System.Data.Common;
using DoubleReductionGov.Host.Data;
using Npgsql;

namespace DoubleReductionGov.Host.Databases;

/// <summary>
/// On the server whose maintenance database TEST_POSTGRES names (etc/pg start). The application works as the role app, which row-level security
/// binds; what a test reads or changes behind its back goes through the superuser, who sees every row.
/// </summary>
internal sealed class PostgresTestDatabase(string maintenance) : TestDatabase
{
    private readonly string _name = $"host_test_{Guid.NewGuid():N}";

    public override string ConnectionString =>
        new NpgsqlConnectionStringBuilder(maintenance) { Database = _name, Username = "app", MaxPoolSize = 20 }.ConnectionString;

    private string SuperuserConnectionString => new NpgsqlConnectionStringBuilder(maintenance) { Database = _name, Pooling = false }.ConnectionString;

    protected override string TableNames => "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

    private static string Maintenance => Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } connectionString
        ? connectionString
        : throw new InvalidOperationException("TEST_DATABASE=postgres needs TEST_POSTGRES: eval \"$(etc/pg start)\".");

    public static Task<TestDatabase> CreateEmptyAsync() => CreateEmptyAsync(Maintenance);

    public static async Task<TestDatabase> CreateEmptyAsync(string maintenance)
    {
        var database = new PostgresTestDatabase(maintenance);
        await database.CommandAsync($"CREATE DATABASE {database._name} OWNER app");
        return database;
    }

    public override async Task<TestDatabase> CopyAsync()
    {
        var copy = new PostgresTestDatabase(maintenance);
        ClearPools();
        await CommandAsync($"CREATE DATABASE {copy._name} TEMPLATE {_name} STRATEGY FILE_COPY OWNER app");
        return copy;
    }

    public override async ValueTask DisposeAsync()
    {
        ClearPools();
        await CommandAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    private void ClearPools()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        NpgsqlConnection.ClearPool(new NpgsqlConnection(DatabaseProvider.ForQueries(ConnectionString)));
    }

    protected override DbConnection Connect() => new NpgsqlConnection(SuperuserConnectionString);

    private async Task CommandAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(maintenance) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
