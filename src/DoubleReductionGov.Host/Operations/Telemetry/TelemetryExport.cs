using System.Diagnostics;
using DoubleReductionGov.Host.Operations.Metrics;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace DoubleReductionGov.Host.Operations.Telemetry;

/// <summary>
/// Sends traces and metrics to an OTLP collector over HTTP when <c>Telemetry:OtlpEndpoint</c> or OTEL_EXPORTER_OTLP_ENDPOINT names one. Without it
/// OpenTelemetry is not even loaded.
/// </summary>
internal sealed class TelemetryExport(string endpoint, ProductMetrics productMetrics, IOptions<MetricsOptions> options) : BackgroundService
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "System.Net.Http", "Quartz", MetricsOptions.ProductMeter];
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);
    private readonly Lock _stopping = new();
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("DoubleReductionGov", serviceVersion: typeof(TelemetryExport).Assembly.GetName().Version?.ToString());
        _traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource(Sources)
            .AddProcessor(new AddressRemover())
            .AddOtlpExporter(exporter => Point(exporter, "v1/traces"))
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter(options.Value.Meters)
            .AddOtlpExporter((exporter, reader) =>
            {
                Point(exporter, "v1/metrics");
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)Period.TotalMilliseconds;
            })
            .Build();
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // Shutting down sends what is still here. Two may stop a host at once, and neither is done before that is sent.
        lock (_stopping)
        {
            _traces?.Dispose();
            _metrics?.Dispose();
            (_traces, _metrics) = (null, null);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            await productMetrics.RefreshAsync(stoppingToken);
        }
        while (!stoppingToken.IsCancellationRequested && await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void Point(OtlpExporterOptions exporter, string path)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = new Uri(new Uri(endpoint.TrimEnd('/') + "/"), path);
    }

    /// <summary>An address and its query may name people: the route says what was asked for.</summary>
    private sealed class AddressRemover : BaseProcessor<Activity>
    {
        private static readonly string[] Addresses = ["url.path", "url.query", "url.full", "http.target", "http.url", "client.address", "user_agent.original"];

        public override void OnEnd(Activity activity)
        {
            foreach (var address in Addresses)
            {
                activity.SetTag(address, null);
            }
        }
    }
}

internal static class TelemetryExportSetup
{
    public static void AddTelemetryExport(this IServiceCollection services, IConfiguration configuration)
    {
        if ((configuration["Telemetry:OtlpEndpoint"] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) is { Length: > 0 } endpoint)
        {
            services.AddHostedService(provider => ActivatorUtilities.CreateInstance<TelemetryExport>(provider, endpoint));
        }
    }
}
