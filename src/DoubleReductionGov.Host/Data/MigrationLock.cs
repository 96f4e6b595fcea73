using Npgsql;

namespace DoubleReductionGov.Host.Data;

/// <summary>
/// Only one process at a time brings an installation to the newest schema: an advisory lock in the host's database, on SQLite a lock on a file
/// beside it. Both end with the process that holds them, however it ends.
/// </summary>
internal sealed class MigrationLock(IAsyncDisposable holder) : IAsyncDisposable
{
    private const long AdvisoryKey = 0x4D49_4752_4154_4531;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static async Task<MigrationLock> AcquireAsync(string connectionString, Action<string> tell, CancellationToken cancellationToken)
    {
        Func<Task<IAsyncDisposable?>> tryAcquire = DatabaseProvider.IsPostgres(connectionString)
            ? () => TryAdvisoryLockAsync(connectionString, cancellationToken)
            : () => Task.FromResult<IAsyncDisposable?>(TryFileLock(DatabaseProvider.FileOf(connectionString)));
        for (var waiting = false; ; waiting = true)
        {
            if (await tryAcquire() is { } holder)
            {
                return new MigrationLock(holder);
            }

            if (!waiting)
            {
                tell("Another process is migrating; waiting for it.");
            }

            await Task.Delay(Pause, cancellationToken);
        }
    }

    public ValueTask DisposeAsync() => holder.DisposeAsync();

    private static async Task<IAsyncDisposable?> TryAdvisoryLockAsync(string connectionString, CancellationToken cancellationToken)
    {
        // Outside of the pool, so that closing it ends the session and the lock with it.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand($"SELECT pg_try_advisory_lock({AdvisoryKey})", connection);
            if ((bool)(await command.ExecuteScalarAsync(cancellationToken))!)
            {
                return connection;
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    // The file stays: deleting it while another process waits for it would let two of them in.
    private static FileStream? TryFileLock(string databaseFile)
    {
        try
        {
            return new FileStream(databaseFile + ".migrating", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
