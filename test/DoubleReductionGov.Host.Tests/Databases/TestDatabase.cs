using System.Data.Common;

namespace DoubleReductionGov.Host.Databases;

/// <summary>A database of a test's own, of the kind that TEST_DATABASE names: <c>sqlite</c> (default) or <c>postgres</c>.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    public static bool IsPostgres => Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    public abstract string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync() => Environment.GetEnvironmentVariable("TEST_DATABASE") switch
    {
        null or "" or "sqlite" => new SqliteTestDatabase(),
        "postgres" => await PostgresTestDatabase.CreateEmptyAsync(),
        var other => throw new InvalidOperationException($"TEST_DATABASE is sqlite or postgres, not {other}."),
    };

    /// <summary>A database with the same content. Nobody may be connected to this one.</summary>
    public abstract Task<TestDatabase> CopyAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Every row of every table, to be compared with what is there later.</summary>
    public async Task<Snapshot> TakeSnapshotAsync()
    {
        await using var connection = await OpenAsync();
        return await Snapshot.TakeAsync(connection, TableNames);
    }

    public Task<long> CountAsync(string table) => ScalarAsync($"""SELECT COUNT(*) FROM "{table}" """);

    /// <summary>The one number that a query gives.</summary>
    public async Task<long> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Changes something behind the application's back; the parameters are @p0, @p1, …</summary>
    public async Task ExecuteAsync(string sql, params object[] parameters)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (position, value) in parameters.Index())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{position}";
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        var changed = await command.ExecuteNonQueryAsync();
        if (sql.StartsWith("UPDATE", StringComparison.Ordinal) || sql.StartsWith("INSERT", StringComparison.Ordinal) || sql.StartsWith("DELETE", StringComparison.Ordinal))
        {
            // For anything else SQLite answers with what the statement before has changed.
            changed.ShouldNotBe(0, sql);
        }
    }

    protected abstract string TableNames { get; }

    protected abstract DbConnection Connect();

    private async Task<DbConnection> OpenAsync()
    {
        var connection = Connect();
        await connection.OpenAsync();
        return connection;
    }
}
