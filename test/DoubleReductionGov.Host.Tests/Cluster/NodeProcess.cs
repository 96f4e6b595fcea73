using System.Diagnostics;
using System.Net;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace DoubleReductionGov.Host.Cluster;

/// <summary>The host as a process of its own, on a free port.</summary>
internal sealed class NodeProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private readonly Process _process;
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> _output = [];

    private NodeProcess(TestDatabase database)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        var tests = Path.Combine(AppContext.BaseDirectory, typeof(NodeProcess).Assembly.GetName().Name!);
        foreach (var argument in (string[])["exec", "--depsfile", tests + ".deps.json", "--runtimeconfig", tests + ".runtimeconfig.json", Path.Combine(AppContext.BaseDirectory, "DoubleReductionGov.Host.dll")])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(NodeProcess).Assembly.GetName().Name!,
            ["ConnectionStrings__Default"] = database.ConnectionString,
            ["Demonstration__Enabled"] = "true",
            ["BackgroundJobs__JobPollPeriod"] = "500",
            ["Logging__LogLevel__Default"] = "Warning",
            ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
        })
        {
            start.Environment[key] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public int Id => _process.Id;

    public Uri Address { get; private set; } = null!;

    public static async Task<NodeProcess> StartAsync(TestDatabase database)
    {
        var node = new NodeProcess(database);
        node._process.Start();
        node._process.BeginOutputReadLine();
        node._process.BeginErrorReadLine();
        var ended = node._process.WaitForExitAsync();
        if (await Task.WhenAny(node._address.Task, ended).WaitAsync(Patience) == ended)
        {
            throw new InvalidOperationException("The node did not start:\n" + string.Join('\n', node._output));
        }

        node.Address = await node._address.Task;
        return node;
    }

    public HttpClient Open(CookieContainer cookies) => new(new AntiforgeryHandler(cookies)
    {
        InnerHandler = new CookieContainerHandler(cookies) { InnerHandler = new SocketsHttpHandler { UseCookies = false } },
    })
    {
        BaseAddress = Address,
    };

    /// <summary>As kill -9 does.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        const string Listening = "Now listening on: ";
        lock (_output)
        {
            _output.Add(line ?? "");
        }

        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var index)
        {
            _address.TrySetResult(new Uri(line[(index + Listening.Length)..]));
        }
    }
}
