using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Npgsql;
using Volo.Abp;
using Volo.Abp.DistributedLocking;

namespace DoubleReductionGov.Platform.Cluster;

/// <summary>An advisory lock of a connection of its own: it goes when it is disposed, and when its node or the connection dies.</summary>
internal sealed class PostgresDistributedLock(ClusterConnection cluster, ILogger<PostgresDistributedLock> logger) : IAbpDistributedLock
{
    public async Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default)
    {
        Check.NotNullOrWhiteSpace(name, nameof(name));
        var connection = await cluster.OpenAsync(cancellationToken);
        try
        {
            var key = KeyOf(name);
            if (await AcquireAsync(connection, key, timeout, cancellationToken))
            {
                return new Handle(connection, key, logger);
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

    /// <summary>Names of locks and of nothing else; two of them meet by chance once in 2^64.</summary>
    internal static long KeyOf(string name) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("DoubleReductionGov.Lock:" + name)));

    private static async Task<bool> AcquireAsync(NpgsqlConnection connection, long key, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (timeout == TimeSpan.Zero)
        {
            return (bool)(await ExecuteAsync(connection, "SELECT pg_try_advisory_lock($1)", key, 0, cancellationToken))!;
        }

        var milliseconds = timeout == Timeout.InfiniteTimeSpan ? 0 : (long)Math.Ceiling(timeout.TotalMilliseconds);
        await ExecuteAsync(connection, "SELECT set_config('lock_timeout', $1::text, false)", milliseconds, 0, cancellationToken);
        try
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", key, 0, cancellationToken);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, long parameter, int timeoutSeconds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = timeoutSeconds, Parameters = { new() { Value = parameter } } };
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private sealed class Handle(NpgsqlConnection connection, long key, ILogger logger) : IAbpDistributedLockHandle
    {
        private int _released;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _released, 1) != 0)
            {
                return;
            }

            try
            {
                await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", key, 30, CancellationToken.None);
            }
            catch (NpgsqlException e) when (connection.State != System.Data.ConnectionState.Open)
            {
                logger.LogWarning(e, "The connection of a lock is gone, and took the lock with it.");
            }
            finally
            {
                await connection.DisposeAsync();
            }
        }
    }
}
