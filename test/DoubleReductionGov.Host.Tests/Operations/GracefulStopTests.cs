using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using DoubleReductionGov.Administration;

namespace DoubleReductionGov.Host.Operations;

public sealed partial class GracefulStopTests(DemonstrationTemplate template)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_request_that_was_begun_is_answered_though_the_process_was_told_to_end()
    {
        await using var database = await template.CopyAsync();
        using var host = Start(database.ConnectionString);
        using var patience = new CancellationTokenSource(Patience);
        var address = await AddressAsync(host, patience.Token);
        using var probe = new HttpClient { BaseAddress = address };
        await UntilAsync(probe, HttpStatusCode.OK, patience.Token);
        var body = Encoding.UTF8.GetBytes("""{"userName":"nobody","password":"guess"}""");
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port, patience.Token);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/account/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"), patience.Token);
        await stream.WriteAsync(body.AsMemory(0, 10), patience.Token);

        using (var kill = Process.Start("kill", ["-TERM", host.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync(patience.Token);
        }

        await UntilAsync(probe, HttpStatusCode.ServiceUnavailable, patience.Token);
        await stream.WriteAsync(body.AsMemory(10), patience.Token);
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync(patience.Token);

        answer.ShouldStartWith("HTTP/1.1 401");
        answer.ShouldContain(AccountErrors.InvalidUserNameOrPassword);
        await host.WaitForExitAsync(patience.Token);
        host.ExitCode.ShouldBe(0);
    }

    private static Process Start(string connectionString)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "DoubleReductionGov.Host.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__Default"] = connectionString,
                ["Demonstration__Enabled"] = "true",
                // The caller pauses until readiness says no, which takes as long as it takes.
                ["Limits__SlowestBytesPerSecond"] = "0",
                // Long enough to be seen on a busy machine too, short enough to wait for.
                ["Stop__ReadinessDelaySeconds"] = "12",
                ["Logging__Console__FormatterName"] = "json-lines",
            },
        };
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressAsync(Process host, CancellationToken cancellationToken)
    {
        while (await host.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
            {
                // Nobody may fill the pipe while nobody reads it.
                _ = host.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The host ended before it listened.");
    }

    private static async Task UntilAsync(HttpClient probe, HttpStatusCode status, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await probe.GetAsync("/health/ready", cancellationToken);
            if (response.StatusCode == status)
            {
                return;
            }

            await Task.Yield();
        }
    }

    [GeneratedRegex(@"Now listening on: (http://127\.0\.0\.1:\d+)")]
    private static partial Regex Listening();
}
