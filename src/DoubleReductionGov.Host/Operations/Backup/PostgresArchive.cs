using System.Data;
using System.Diagnostics;
using System.Globalization;
using DoubleReductionGov.Host.Commands;
using Npgsql;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>A PostgreSQL database through pg_dump and pg_restore, which must be installed and no older than the server.</summary>
internal static class PostgresArchive
{
    /// <summary>
    /// Dumps one moment and counts in the same one. The account must see every row: row-level security is forced on the tables of counties, so it needs
    /// BYPASSRLS; pg_dump fails for another one rather than leave rows out.
    /// </summary>
    public static async Task<SortedDictionary<string, long>> SaveAsync(NpgsqlConnectionStringBuilder account, string file, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(account.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await using var export = new NpgsqlCommand("SET LOCAL row_security = off; SELECT pg_export_snapshot()", connection, moment);
        var snapshot = (string)(await export.ExecuteScalarAsync(cancellationToken))!;
        var counts = await TableCounts.ReadAsync(connection, isPostgres: true, cancellationToken);
        await RunAsync("pg_dump", account, ["--format=custom", "--no-owner", "--no-privileges", "--snapshot=" + snapshot, "--file=" + file], cancellationToken);
        return counts;
    }

    public static async Task<SortedDictionary<string, long>> RestoreAsync(string file, NpgsqlConnectionStringBuilder account, bool force, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(account.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if ((await TableCounts.ReadAsync(connection, isPostgres: true, cancellationToken)).Count > 0)
        {
            if (!force)
            {
                throw new CommandException("The target database is not empty. Stop the platform and call again with --force to replace what it holds.");
            }

            await using var clear = new NpgsqlCommand("DROP SCHEMA public CASCADE; CREATE SCHEMA public", connection);
            await clear.ExecuteNonQueryAsync(cancellationToken);
        }

        await RunAsync("pg_restore", account, ["--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--dbname=" + account.Database, file], cancellationToken);
        await using var all = new NpgsqlCommand("SET row_security = off", connection);
        await all.ExecuteNonQueryAsync(cancellationToken);
        return await CountedAsync(connection, cancellationToken);
    }

    // An account that may not see every row cannot count them; what it restored was checked by pg_restore all the same.
    private static async Task<SortedDictionary<string, long>> CountedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            return await TableCounts.ReadAsync(connection, isPostgres: true, cancellationToken);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return [];
        }
    }

    private static async Task RunAsync(string program, NpgsqlConnectionStringBuilder account, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        // By environment: the arguments of a process are seen by everybody on the machine.
        start.Environment["PGHOST"] = account.Host;
        start.Environment["PGPORT"] = account.Port.ToString(CultureInfo.InvariantCulture);
        start.Environment["PGDATABASE"] = account.Database;
        start.Environment["PGUSER"] = account.Username;
        start.Environment["PGPASSWORD"] = account.Password;
        start.Environment["PGCONNECT_TIMEOUT"] = "10";
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Start(start);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new CommandException($"{program} failed: {error.Trim()}");
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandException($"{start.FileName} was not found. It belongs to PostgreSQL's client programs.");
        }
    }
}
