using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace DoubleReductionGov.Host.Operations;

public sealed class TelemetryTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    [Fact]
    public async Task Traces_and_metrics_reach_a_collector_without_what_was_asked_for()
    {
        await using var collector = await Collector.StartAsync();
        await using (var application = new HostApplication(quzhou.Application.Database) { Settings = { ["Telemetry:OtlpEndpoint"] = collector.Address } })
        {
            (await application.OpenPortal().GetAsync("/api/account/sign-in-options?marker=欧阳标记")).EnsureSuccessStatusCode().Dispose();
        }

        var (traces, metrics) = (collector.Received("/v1/traces"), collector.Received("/v1/metrics"));
        traces.ShouldContain("DoubleReductionGov");
        traces.ShouldContain("sign-in-options");
        traces.ShouldNotContain("marker=");
        traces.ShouldNotContain("欧阳标记");
        metrics.ShouldContain("http.server.request.duration");
        metrics.ShouldContain("doublereductiongov.outbox.waiting");
    }

    private sealed class Collector(WebApplication application) : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, byte[] Body)> _received = [];

        public string Address => application.Urls.Single();

        public static async Task<Collector> StartAsync()
        {
            var builder = WebApplication.CreateBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var collector = new Collector(builder.Build());
            await collector.RunAsync();
            return collector;
        }

        public string Received(string path) => string.Concat(_received.Where(request => request.Path == path).Select(request => Encoding.UTF8.GetString(request.Body)));

        public ValueTask DisposeAsync() => application.DisposeAsync();

        private Task RunAsync()
        {
            application.Run(async context =>
            {
                using var body = new MemoryStream();
                await context.Request.Body.CopyToAsync(body);
                _received.Enqueue((context.Request.Path, body.ToArray()));
                context.Response.StatusCode = StatusCodes.Status200OK;
            });
            return application.StartAsync();
        }
    }
}
