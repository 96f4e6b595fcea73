using System.Diagnostics;
using DoubleReductionGov.Host.Databases;

namespace DoubleReductionGov.Host.Migration;

/// <summary>The product as a process of its own, as an operator starts it: environment Production, this one database.</summary>
internal static class MigratingProcess
{
    public static Task<(int ExitCode, string Output, string Error)> MigrateAsync(TestDatabase database) => RunAsync(database, "migrate");

    public static Task<(int ExitCode, string Output, string Error)> ServeAsync(string connectionString, params string[] settings) =>
        RunAsync(connectionString, ["--urls=http://127.0.0.1:0", .. settings]);

    public static Task<(int ExitCode, string Output, string Error)> RunAsync(TestDatabase database, params string[] arguments) => RunAsync(database.ConnectionString, arguments);

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(string connectionString, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in arguments.Prepend(Path.Combine(AppContext.BaseDirectory, "DoubleReductionGov.Host.dll")))
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Default"] = connectionString;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
