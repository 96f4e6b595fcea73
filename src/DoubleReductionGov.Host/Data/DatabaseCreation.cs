using Npgsql;
using Volo.Abp;
using DoubleReductionGov.Administration;

namespace DoubleReductionGov.Host.Data;

/// <summary>Makes a database that is named by a connection string and not there yet.</summary>
internal static class DatabaseCreation
{
    private const string MaintenanceDatabase = "postgres";

    /// <summary>Refuses: TenantDatabaseCannotBeReached, TenantDatabaseCannotBeCreated. What the server said goes to the log, as it may name hosts.</summary>
    public static async Task EnsureAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (!DatabaseProvider.IsPostgres(connectionString))
        {
            EnsureFolder(connectionString);
            return;
        }

        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateAsync(new NpgsqlConnectionStringBuilder(connectionString), cancellationToken);
        }
        catch (Exception e) when (e is NpgsqlException or ArgumentException)
        {
            throw Refusal(AdministrationErrors.TenantDatabaseCannotBeReached, e);
        }
    }

    private static async Task CreateAsync(NpgsqlConnectionStringBuilder builder, CancellationToken cancellationToken)
    {
        var name = builder.Database!;
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(builder.ConnectionString) { Database = MaintenanceDatabase, Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"""CREATE DATABASE "{name.Replace("\"", "\"\"", StringComparison.Ordinal)}" """, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Somebody else was faster; what is wanted is there.
            return;
        }
        catch (NpgsqlException e)
        {
            throw Refusal(AdministrationErrors.TenantDatabaseCannotBeCreated, e).WithData("database", name);
        }
    }

    private static void EnsureFolder(string connectionString)
    {
        try
        {
            DatabaseProvider.EnsureFolder(connectionString);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw Refusal(AdministrationErrors.TenantDatabaseCannotBeReached, e);
        }
    }

    private static BusinessException Refusal(string code, Exception cause) => new(code, innerException: cause);
}
