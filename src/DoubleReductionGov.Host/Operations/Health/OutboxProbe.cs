using System.Data.Common;
using System.Globalization;

namespace DoubleReductionGov.Host.Operations.Health;

/// <summary>How many events wait, since when, and how many gave up.</summary>
internal sealed record OutboxState(long Waiting, TimeSpan? OldestAge, long Parked);

/// <summary>Reads the outboxes of all databases, and remembers the answer for those who cannot wait for it.</summary>
internal sealed class OutboxProbe(IServiceScopeFactory scopeFactory, TimeProvider timeProvider, ILogger<OutboxProbe> logger)
{
    public OutboxState Latest { get; private set; } = new(0, null, 0);

    public async Task<OutboxState> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var (waiting, oldest) = (0L, (TimeSpan?)null);
        foreach (var database in await scope.ServiceProvider.GetRequiredService<PlatformDatabases>().GetAllAsync())
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            var (count, age) = await ReadAsync(connection, cancellationToken);
            (waiting, oldest) = (waiting + count, age > (oldest ?? TimeSpan.MinValue) ? age : oldest);
        }

        return Latest = new OutboxState(waiting, oldest, 0);
    }

    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbException or InvalidOperationException)
        {
            logger.LogWarning("The outbox could not be read: {ExceptionType}.", e.GetType().Name);
        }
    }

    private async Task<(long Count, TimeSpan? Age)> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT COUNT(*), MIN("CreationTime") FROM "AbpEventOutbox" """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (reader.IsDBNull(1))
        {
            return (reader.GetInt64(0), null);
        }

        // SQLite keeps text, PostgreSQL a time without zone; both are UTC.
        var oldest = reader.GetValue(1) is DateTime time ? time : DateTime.Parse(reader.GetString(1), CultureInfo.InvariantCulture);
        return (reader.GetInt64(0), timeProvider.GetUtcNow() - new DateTimeOffset(DateTime.SpecifyKind(oldest, DateTimeKind.Utc)));
    }
}
