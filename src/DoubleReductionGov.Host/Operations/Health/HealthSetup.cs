using DoubleReductionGov.Host.Operations.Stop;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DoubleReductionGov.Host.Operations.Health;

/// <summary>
/// /health/live: the process answers. /health/startup: it has started. /health/ready: it can do its work. 200 or 503, also for a degraded one, which still
/// serves; what is wrong is told to operators only. A module adds a check with <c>AddHealthChecks().AddCheck(…, tags: ["ready"])</c>.
/// </summary>
internal static class HealthSetup
{
    public const string Ready = "ready";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    public static void AddHostHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HealthOptions>(configuration.GetSection("Health"));
        services.AddSingleton<OutboxProbe>();
        services.AddHealthChecks()
            .AddCheck<DatabaseCheck>("database", HealthStatus.Unhealthy, [Ready], Timeout)
            .AddCheck<MigrationsCheck>("migrations", HealthStatus.Unhealthy, [Ready], Timeout)
            .AddCheck<OutboxCheck>("outbox", HealthStatus.Degraded, [Ready], Timeout)
            .AddCheck<DiskCheck>("disk", HealthStatus.Degraded, [Ready], Timeout)
            .AddCheck<GracefulStop>("running", HealthStatus.Unhealthy, [Ready, "startup"], Timeout);
    }

    public static void MapHostHealth(this WebApplication app)
    {
        Map(app, "live", _ => false);
        Map(app, "startup", check => check.Tags.Contains("startup"));
        Map(app, Ready, check => check.Tags.Contains(Ready));
    }

    private static void Map(WebApplication app, string name, Func<HealthCheckRegistration, bool> includes)
    {
        var access = app.Services.GetRequiredService<OperatorAccess>();
        app.MapGet("/health/" + name, async (HttpContext context, HealthCheckService health) =>
        {
            var report = await health.CheckHealthAsync(includes, context.RequestAborted);
            context.Response.StatusCode = report.Status == HealthStatus.Unhealthy ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
            context.Response.Headers.CacheControl = "no-store";
            var checks = access.IsGranted(context) ? report.Entries.ToDictionary(entry => entry.Key, entry => CheckAnswer.From(entry.Value)) : null;
            await context.Response.WriteAsJsonAsync(new HealthAnswer(report.Status.ToString(), checks), context.RequestAborted);
        }).ExcludeFromDescription().DisableRateLimiting().AllowAnonymous();
    }

    private sealed record HealthAnswer(string Status, Dictionary<string, CheckAnswer>? Checks);

    /// <summary>A check's own words. What an exception says may name hosts or people and stays in the log.</summary>
    private sealed record CheckAnswer(string Status, string? Description, double Milliseconds)
    {
        public static CheckAnswer From(HealthReportEntry entry) =>
            new(entry.Status.ToString(), entry.Exception is null ? entry.Description : "The check itself failed.", Math.Round(entry.Duration.TotalMilliseconds, 1));
    }
}
