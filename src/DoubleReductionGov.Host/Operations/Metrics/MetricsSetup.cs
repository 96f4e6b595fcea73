using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using Volo.Abp.Http;

namespace DoubleReductionGov.Host.Operations.Metrics;

/// <summary>/metrics for Prometheus, from this machine, an allowed network or with the token.</summary>
internal static class MetricsSetup
{
    public static void AddHostMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<MetricsOptions>(configuration.GetSection("Metrics"));
        services.AddSingleton<MetricsRegistry>();
        services.AddSingleton<ProductMetrics>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<RefusalCounter>());
    }

    public static void MapHostMetrics(this WebApplication app)
    {
        // Made now, so that it hears everything from the first request on.
        var registry = app.Services.GetRequiredService<MetricsRegistry>();
        var metrics = app.Services.GetRequiredService<ProductMetrics>();
        var access = app.Services.GetRequiredService<OperatorAccess>();
        var port = app.Services.GetRequiredService<IOptions<OperatorOptions>>().Value.MetricsPort;
        app.MapGet("/metrics", async context =>
        {
            if (!access.IsGranted(context) || (port > 0 && context.Connection.LocalPort != port))
            {
                // As if it were not there: who may not read it need not know of it.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            await metrics.RefreshAsync(context.RequestAborted);
            context.Response.ContentType = PrometheusText.ContentType;
            context.Response.Headers.CacheControl = "no-store";
            await context.Response.WriteAsync(registry.Read(), context.RequestAborted);
        }).ExcludeFromDescription().DisableRateLimiting().AllowAnonymous();
    }

    /// <summary>Sees every answer of an action, also those that filters of exceptions give.</summary>
    private sealed class RefusalCounter(ProductMetrics metrics) : IAlwaysRunResultFilter
    {
        public void OnResultExecuting(ResultExecutingContext context)
        {
            if (context.Result is ObjectResult { Value: RemoteServiceErrorResponse { Error.Code: { Length: > 0 } code } })
            {
                metrics.CountRefusal(code);
            }
        }

        public void OnResultExecuted(ResultExecutedContext context) { }
    }
}
