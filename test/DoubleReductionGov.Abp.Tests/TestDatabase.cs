using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DoubleReductionGov.Abp.Tests;

/// <summary>
/// A database of a test's own: a SQLite file, or with TEST_DATABASE=postgres a database on the server of TEST_POSTGRES. Making one takes
/// PostgreSQL longer than most tests run, so there an emptied one is handed on to the next test.
/// </summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private const string EmptyAllTables = """
        DO $$ BEGIN
          EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables WHERE schemaname = 'public');
        END $$
        """;

    private static readonly Lazy<Task<TestDatabase>> Template = new(CreateTemplateAsync);
    private static readonly ConcurrentBag<TestDatabase> Emptied = [];

    private readonly string _name = $"abp_tests_{Guid.NewGuid():N}";

    public static bool IsPostgres { get; } = Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres";

    private static string Server =>
        Environment.GetEnvironmentVariable("TEST_POSTGRES") ?? throw new InvalidOperationException("TEST_POSTGRES names no server; etc/pg start prints it.");

    public string ConnectionString =>
        IsPostgres ? new NpgsqlConnectionStringBuilder(Server) { Database = _name, MaxPoolSize = 5 }.ConnectionString : $"Data Source={FilePath}";

    private string FilePath => Path.Combine(Path.GetTempPath(), _name + ".db");

    /// <summary>With the tables of the samples and of the kernel, and without rows.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var template = await Template.Value;
        if (Emptied.TryTake(out var emptied))
        {
            return emptied;
        }

        var database = new TestDatabase();
        if (IsPostgres)
        {
            await ExecuteAsync(Server, $"CREATE DATABASE {database._name} TEMPLATE {template._name}");
            AtTheEnd(database.Drop);
        }
        else
        {
            File.Copy(template.FilePath, database.FilePath);
        }

        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (IsPostgres)
        {
            await ExecuteAsync(ConnectionString, EmptyAllTables);
            Emptied.Add(this);
        }
        else
        {
            Drop();
        }
    }

    private static async Task<TestDatabase> CreateTemplateAsync()
    {
        var template = new TestDatabase();
        if (IsPostgres)
        {
            await ExecuteAsync(Server, $"CREATE DATABASE {template._name}");
        }

        AtTheEnd(template.Drop);
        await using (var application = await KernelApplication.StartAsync(template))
        {
            await application.CreateTablesAsync();
        }

        // Nobody may be connected to what is copied, and all of SQLite's must be in the one file.
        if (IsPostgres)
        {
            NpgsqlConnection.ClearPool(new NpgsqlConnection(template.ConnectionString));
        }
        else
        {
            await using var connection = new SqliteConnection(template.ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
            SqliteConnection.ClearPool(connection);
        }

        return template;
    }

    private static void AtTheEnd(Action action) => AppDomain.CurrentDomain.ProcessExit += (_, _) => action();

    private void Drop()
    {
        if (IsPostgres)
        {
            using var connection = new NpgsqlConnection(Server);
            connection.Open();
            using var command = new NpgsqlCommand($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", connection);
            command.ExecuteNonQuery();
            return;
        }

        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        foreach (var suffix in (string[])["", "-wal", "-shm"])
        {
            File.Delete(FilePath + suffix);
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
