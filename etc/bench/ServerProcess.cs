using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DoubleReductionGov.Bench;

/// <summary>A server under test: a process of its own on a free port of this machine.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process _process;
    private readonly Stopwatch _sinceStart;
    private readonly string _log;
    private readonly int _allocationsPort = FreePort();

    public ServerProcess(string dll, string log, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = Path.GetDirectoryName(dll)! };
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        foreach (var argument in new[] { "-c", $"exec dotnet \"$0\" --urls \"$1\" >>\"$2\" 2>&1", dll, Address.OriginalString, log })
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_STARTUP_HOOKS"] = Path.Combine(AppContext.BaseDirectory, "AllocationHook.dll");
        start.Environment["BENCH_ALLOCATIONS_PORT"] = _allocationsPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _log = log;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = Address };
        _sinceStart = Stopwatch.StartNew();
        _process = Process.Start(start)!;
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes that the process has allocated since it was started.</summary>
    public long AllocatedBytes
    {
        get
        {
            using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(IPAddress.Loopback, _allocationsPort);
            var answer = new byte[sizeof(long)];
            socket.Receive(answer);
            return BitConverter.ToInt64(answer);
        }
    }

    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The part of the working set that no other process shares: without the pages of the runtime's own files. Only Linux tells.</summary>
    public long PrivateWorkingSet
    {
        get
        {
            var file = $"/proc/{_process.Id}/smaps_rollup";
            return !File.Exists(file) ? 0 : 1024 * File.ReadLines(file)
                .Where(line => line.StartsWith("Private_", StringComparison.Ordinal))
                .Sum(line => long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]));
        }
    }

    /// <summary>Asks until the answer is 200; returns the time since the process was started.</summary>
    public async Task<TimeSpan> FirstAnswerAsync(Probe probe)
    {
        while (_sinceStart.Elapsed < Patience && !_process.HasExited)
        {
            try
            {
                using var response = await Client.SendAsync(probe.ToRequest());
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    await response.Content.ReadAsByteArrayAsync();
                    return _sinceStart.Elapsed;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(5);
        }

        throw new InvalidOperationException($"{probe.Path} was never answered with 200. The server said:\n{File.ReadAllText(_log)}");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        Client.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A request that is sent again and again: a GET, or with a body a POST.</summary>
internal sealed record Probe(string Path, string? Cookie = null, string? Token = null, string? Body = null)
{
    public HttpRequestMessage ToRequest()
    {
        var request = new HttpRequestMessage(Body is null ? HttpMethod.Get : HttpMethod.Post, Path);
        if (Body is not null)
        {
            request.Content = new StringContent(Body, System.Text.Encoding.UTF8, "application/json");
        }

        if (Token is not null)
        {
            request.Headers.Add("RequestVerificationToken", Token);
        }

        if (Cookie is not null)
        {
            request.Headers.Add("Cookie", Cookie);
        }

        return request;
    }
}
