using Npgsql;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Platform.Cluster;

/// <summary>
/// How nodes reach each other: the host's PostgreSQL database, without a pooler in between, because locks and messages belong to a connection.
/// The connection string "Cluster" says where, else "Default".
/// </summary>
internal sealed class ClusterConnection(IConnectionStringResolver connectionStrings, ICurrentTenant currentTenant) : IAsyncDisposable
{
    private readonly SemaphoreSlim _creation = new(1, 1);
    private NpgsqlDataSource? _source;

    /// <summary>A pool of its own: whoever waits for a lock takes no connection from the requests.</summary>
    public async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) =>
        await (_source ?? await CreateAsync()).OpenConnectionAsync(cancellationToken);

    /// <summary>For a connection that lives as long as the node.</summary>
    public async Task<NpgsqlConnection> OpenOwnAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(await ResolveAsync()) { Pooling = false, KeepAlive = 15 }.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _creation.Dispose();
        if (_source is not null)
        {
            await _source.DisposeAsync();
        }
    }

    private async Task<NpgsqlDataSource> CreateAsync()
    {
        await _creation.WaitAsync();
        try
        {
            // The server notices within half a minute that a node's machine is gone, and frees its locks.
            return _source ??= NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(await ResolveAsync())
            {
                ApplicationName = "DoubleReductionGov cluster",
                Options = "-c tcp_keepalives_idle=15 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3",
            });
        }
        finally
        {
            _creation.Release();
        }
    }

    private async Task<string> ResolveAsync()
    {
        using (currentTenant.Change(null))
        {
            return await connectionStrings.ResolveAsync("Cluster");
        }
    }
}
