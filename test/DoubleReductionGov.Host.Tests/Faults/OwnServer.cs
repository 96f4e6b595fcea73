using System.Diagnostics;
using DoubleReductionGov.Host.Databases;

namespace DoubleReductionGov.Host.Faults;

/// <summary>A PostgreSQL of a test's own, which may go down.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"double-reduction-gov-fault-{Guid.NewGuid():N}");
    private string _maintenance = "";

    public static async Task<OwnServer> StartAsync()
    {
        var server = new OwnServer();
        var export = await server.RunAsync("start");
        server._maintenance = export.Split('\'')[1];
        return server;
    }

    public Task<TestDatabase> CreateDatabaseAsync() => PostgresTestDatabase.CreateEmptyAsync(_maintenance);

    public Task GoDownAsync() => RunAsync("down");

    public Task ComeUpAsync() => RunAsync("up");

    public async ValueTask DisposeAsync() => await RunAsync("stop");

    private async Task<string> RunAsync(string verb)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Script());
        start.ArgumentList.Add(verb);
        start.Environment["PG_DIRECTORY"] = _folder;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, verb);
        return output;
    }

    private static string Script()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "etc", "pg")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "etc", "pg");
    }
}
