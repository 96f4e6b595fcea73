using DoubleReductionGov.Host.Operations.Headers;
using DoubleReductionGov.Host.Operations.Health;
using DoubleReductionGov.Host.Operations.Limits;
using DoubleReductionGov.Host.Operations.Logging;
using DoubleReductionGov.Host.Operations.Metrics;
using DoubleReductionGov.Host.Operations.Stop;
using DoubleReductionGov.Host.Operations.Telemetry;

namespace DoubleReductionGov.Host.Operations;

/// <summary>What the people who run the platform need: health, metrics, logs, limits, headers, an orderly stop.</summary>
internal static class OperationsSetup
{
    public static void AddHostOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<OperatorOptions>(configuration.GetSection("Operations"));
        services.AddHostLogging();
        services.AddReverseProxy(configuration);
        services.AddHostLimits(configuration);
        services.AddHostMetrics(configuration);
        services.AddTelemetryExport(configuration);
        services.AddHostHealth(configuration);
        services.AddGracefulStop(configuration);
    }

    /// <summary>For every request, as far out as can be: what follows may fail, and is still logged, bears its id and gets its headers.</summary>
    public static void UseHostOperations(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseCorrelationId();
        app.UseRequestLog();
        app.UseSecurityHeaders();
    }

    public static void MapHostOperations(this WebApplication app)
    {
        app.MapHostHealth();
        app.MapHostMetrics();
    }
}
