using DoubleReductionGov.Host.Commands;
using DoubleReductionGov.Host.Data;
using Microsoft.Data.Sqlite;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>A SQLite database as one file, taken while the platform works.</summary>
internal static class SqliteArchive
{
    public static async Task<SortedDictionary<string, long>> SaveAsync(PlatformDatabase database, string file, CancellationToken cancellationToken)
    {
        await using (var source = (SqliteConnection)await database.OpenAsync(cancellationToken))
        {
            await using var copy = source.CreateCommand();
            copy.CommandText = "VACUUM INTO $file";
            copy.Parameters.AddWithValue("$file", file);
            await copy.ExecuteNonQueryAsync(cancellationToken);
        }

        // Counted in the copy: the original has gone on meanwhile.
        return await CountAsync(file, cancellationToken);
    }

    public static async Task<SortedDictionary<string, long>> RestoreAsync(string file, string connectionString, bool force, CancellationToken cancellationToken)
    {
        DatabaseProvider.EnsureFolder(connectionString);
        var target = new SqliteConnectionStringBuilder(connectionString).DataSource;
        if (File.Exists(target) && new FileInfo(target).Length > 0 && !force)
        {
            throw new CommandException("The target database exists already. Stop the platform and call again with --force to replace it.");
        }

        using (var connection = new SqliteConnection(connectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        // The journal belongs to what is replaced.
        File.Delete(target + "-wal");
        File.Delete(target + "-shm");
        File.Copy(file, target + ".part", overwrite: true);
        File.Move(target + ".part", target, overwrite: true);
        await UseWriteAheadLogAsync(target, cancellationToken);
        return await CountAsync(target, cancellationToken);
    }

    private static async Task UseWriteAheadLogAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = 'wal'";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<SortedDictionary<string, long>> CountAsync(string file, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(cancellationToken);
        return await TableCounts.ReadAsync(connection, isPostgres: false, cancellationToken);
    }
}
