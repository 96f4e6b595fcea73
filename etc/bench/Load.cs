using System.Diagnostics;

namespace DoubleReductionGov.Bench;

/// <summary>What one slot of load came to.</summary>
internal sealed record Slot(int Requests, TimeSpan Elapsed, TimeSpan ServerProcessorTime, long AllocatedBytes, IReadOnlyList<long> LatencyTicks)
{
    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;
}

/// <summary>Asks one server over a number of HTTP/1.1 connections; each sends its next request when the answer is there.</summary>
internal sealed class Load : IDisposable
{
    private readonly ServerProcess _server;
    private readonly Probe _probe;
    private readonly int _connections;
    private readonly HttpMessageInvoker _invoker;

    public Load(ServerProcess server, Probe probe, int connections)
    {
        (_server, _probe, _connections) = (server, probe, connections);
        _invoker = new HttpMessageInvoker(new SocketsHttpHandler { MaxConnectionsPerServer = connections, UseCookies = false, UseProxy = false, ActivityHeadersPropagator = null });
    }

    public async Task<Slot> RunAsync(TimeSpan duration)
    {
        var (cpu, allocated) = (_server.ProcessorTime, _server.AllocatedBytes);
        var clock = Stopwatch.StartNew();
        var latencies = await Task.WhenAll(Enumerable.Range(0, _connections).Select(_ => Task.Run(() => AskAsync(clock, duration))));
        var elapsed = clock.Elapsed;
        return new Slot(latencies.Sum(l => l.Count), elapsed, _server.ProcessorTime - cpu, _server.AllocatedBytes - allocated, [.. latencies.SelectMany(l => l)]);
    }

    public Probe Probe => _probe;

    public async Task<byte[]> AskOnceAsync()
    {
        using var response = await _server.Client.SendAsync(_probe.ToRequest());
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    public void Dispose() => _invoker.Dispose();

    private async Task<List<long>> AskAsync(Stopwatch clock, TimeSpan duration)
    {
        var latencies = new List<long>(4096);
        var buffer = new byte[64 * 1024];
        while (clock.Elapsed < duration)
        {
            var begin = Stopwatch.GetTimestamp();
            using var request = _probe.ToRequest();
            request.RequestUri = new Uri(_server.Address, _probe.Path);
            using var response = await _invoker.SendAsync(request, CancellationToken.None);
            response.EnsureSuccessStatusCode();
            await using var body = await response.Content.ReadAsStreamAsync();
            while (await body.ReadAsync(buffer) > 0)
            {
                // the whole answer counts
            }

            latencies.Add(Stopwatch.GetTimestamp() - begin);
        }

        return latencies;
    }
}
