using System.Data.Common;
using Npgsql;

namespace DoubleReductionGov.Host.Databases;

/// <summary>On the server whose maintenance database TEST_POSTGRES names (etc/pg start).</summary>
internal sealed class PostgresTestDatabase : TestDatabase
{
    private readonly string _name = $"host_test_{Guid.NewGuid():N}";

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(Maintenance) { Database = _name, MaxPoolSize = 20 }.ConnectionString;

    protected override string TableNames => "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";

    private static string Maintenance => Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } connectionString
        ? connectionString
        : throw new InvalidOperationException("TEST_DATABASE=postgres needs TEST_POSTGRES: eval \"$(etc/pg start)\".");

    public static async Task<TestDatabase> CreateEmptyAsync()
    {
        var database = new PostgresTestDatabase();
        await CommandAsync($"CREATE DATABASE {database._name}");
        return database;
    }

    public override async Task<TestDatabase> CopyAsync()
    {
        var copy = new PostgresTestDatabase();
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await CommandAsync($"CREATE DATABASE {copy._name} TEMPLATE {_name} STRATEGY FILE_COPY");
        return copy;
    }

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(ConnectionString));
        await CommandAsync($"DROP DATABASE {_name} WITH (FORCE)");
    }

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString);

    private static async Task CommandAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Maintenance);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
