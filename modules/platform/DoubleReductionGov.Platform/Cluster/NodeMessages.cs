using System.Text;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace DoubleReductionGov.Platform.Cluster;

/// <summary>
/// Messages between the nodes over PostgreSQL's NOTIFY: quick, to whoever listens at the moment, never kept. A node does not hear itself.
/// What is too long for a notification lies in a table and only its number is sent.
/// </summary>
internal sealed class NodeMessages(ClusterConnection cluster, IEnumerable<INodeMessageHandler> handlers, ILogger<NodeMessages> logger) : BackgroundService
{
    private const string Channel = "double_reduction_gov";
    private const int MaximumBytes = 7_900;
    private const string KeptFor = "5 minutes";
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly string _node = Guid.NewGuid().ToString("N");
    private readonly Dictionary<string, INodeMessageHandler> _handlers = handlers.ToDictionary(handler => handler.Topic);
    private readonly TaskCompletionSource _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the node hears the others for the first time.</summary>
    public Task Listening => _listening.Task;

    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async Task SendAsync(string topic, string content, CancellationToken cancellationToken = default)
    {
        await using var connection = await cluster.OpenAsync(cancellationToken);
        var payload = $"{_node}|{topic}|={content}";
        if (Encoding.UTF8.GetByteCount(payload) > MaximumBytes)
        {
            payload = $"{_node}|{topic}|#{await KeepAsync(connection, content, cancellationToken)}";
        }

        await using var notify = new NpgsqlCommand("SELECT pg_notify($1, $2)", connection) { Parameters = { new() { Value = Channel }, new() { Value = payload } } };
        await notify.ExecuteNonQueryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogWarning(e, "The other nodes cannot be heard; trying again in {Interval}.", RetryInterval);
                await Task.Delay(RetryInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        await using var connection = await cluster.OpenOwnAsync(cancellationToken);
        var received = new Queue<string>();
        connection.Notification += (_, notification) => received.Enqueue(notification.Payload);
        await using (var listen = new NpgsqlCommand($"LISTEN {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(cancellationToken);
        }

        // Nobody knows what was said while nobody listened.
        foreach (var handler in _handlers.Values)
        {
            handler.MessagesMayBeLost();
        }

        _listening.TrySetResult();
        while (true)
        {
            while (received.TryDequeue(out var payload))
            {
                await ReceiveAsync(payload, cancellationToken);
            }

            await connection.WaitAsync(cancellationToken);
        }
    }

    private async Task ReceiveAsync(string payload, CancellationToken cancellationToken)
    {
        if (payload.Split('|', 3) is not [var node, var topic, { Length: > 0 } rest] || node == _node || !_handlers.TryGetValue(topic, out var handler))
        {
            return;
        }

        try
        {
            var content = rest[0] == '=' ? rest[1..] : await FindAsync(long.Parse(rest.AsSpan(1), System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
            if (content is not null)
            {
                await handler.ReceiveAsync(content);
            }
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "A message of another node about {Topic} could not be handled.", topic);
            handler.MessagesMayBeLost();
        }
    }

    private static async Task<long> KeepAsync(NpgsqlConnection connection, string content, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            WITH old AS (DELETE FROM "{ClusterTables.Messages}" WHERE "CreationTime" < now() - interval '{KeptFor}')
            INSERT INTO "{ClusterTables.Messages}" ("Content", "CreationTime") VALUES ($1, now()) RETURNING "Id"
            """,
            connection) { Parameters = { new() { Value = content, NpgsqlDbType = NpgsqlDbType.Text } } };
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<string?> FindAsync(long id, CancellationToken cancellationToken)
    {
        await using var connection = await cluster.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"""SELECT "Content" FROM "{ClusterTables.Messages}" WHERE "Id" = $1""", connection) { Parameters = { new() { Value = id } } };
        return (string?)await command.ExecuteScalarAsync(cancellationToken);
    }
}

/// <summary>Hears what other nodes say about one topic.</summary>
internal interface INodeMessageHandler
{
    string Topic { get; }

    Task ReceiveAsync(string content);

    /// <summary>The node was deaf for a while.</summary>
    void MessagesMayBeLost();
}
