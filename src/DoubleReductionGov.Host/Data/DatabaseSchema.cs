using System.Data.Common;
using System.Reflection;
using DoubleReductionGov.Platform.RowLevelSecurity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace DoubleReductionGov.Host.Data;

/// <summary>One database's tables: whether they are those of this version, and how they get there.</summary>
internal static class DatabaseSchema
{
    /// <summary>
    /// How many migrations the database lacks; on PostgreSQL an unfinished wall between the tenants counts as one. Asked without EF Core:
    /// building the model of all modules takes longer than the rest of a warm start.
    /// </summary>
    /// <exception cref="DbException">The database cannot be reached.</exception>
    public static async Task<int> CountPendingAsync(string connectionString, CancellationToken cancellationToken = default)
    {
        var postgres = DatabaseProvider.IsPostgres(connectionString);
        await using var connection = DatabaseProvider.Connect(connectionString);
        await connection.OpenAsync(cancellationToken);
        var applied = await ReadAppliedAsync(connection, postgres, cancellationToken);
        var pending = MigrationIdsOf(postgres ? typeof(PostgresHostDbContext) : typeof(SqliteHostDbContext)).Count(id => !applied.Contains(id));
        return pending > 0 || !postgres ? pending : Math.Min(1, (await TenantPolicies.FindUnprotectedAsync((NpgsqlConnection)connection, cancellationToken)).Count);
    }

    /// <summary>Applies what is missing; a database that is broken off in the middle is taken up where it stands.</summary>
    public static async Task MigrateAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var context = HostDbContexts.Create(connectionString);
        if (DatabaseProvider.IsPostgres(connectionString))
        {
            await MigratePostgresAsync(context, connectionString, cancellationToken);
            return;
        }

        // EF Core leaves the mark of its own lock behind when it is killed, and would then wait for itself for ever. The caller holds a better one.
        await context.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """, cancellationToken);

        // With a write-ahead log readers and the writer do not wait for each other. EF Core sets it only in a file that it makes itself,
        // and asking for the schema has made the file.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = 'wal'", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
    }

    private static async Task MigratePostgresAsync(HostDbContext context, string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        if ((await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            // A migration that corrects rows must find those of every tenant.
            await TenantPolicies.LiftForOwnerAsync(connection, cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }

        await TenantPolicies.ApplyAsync(connection, cancellationToken);
    }

    private static async Task<HashSet<string>> ReadAppliedAsync(DbConnection connection, bool postgres, CancellationToken cancellationToken)
    {
        var applied = new HashSet<string>();
        await using var command = connection.CreateCommand();
        command.CommandText = postgres
            ? """SELECT to_regclass('"__EFMigrationsHistory"') IS NOT NULL"""
            : """SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'""";
        if (!Convert.ToBoolean(await command.ExecuteScalarAsync(cancellationToken), System.Globalization.CultureInfo.InvariantCulture))
        {
            return applied;
        }

        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }

    private static IEnumerable<string> MigrationIdsOf(Type contextType) =>
        contextType.Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == contextType)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>();
}
