using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DoubleReductionGov.Host.Operations.Stop;

/// <summary>
/// Stops without breaking a request: first readiness says no, then, after a while in which the load balancer can notice, the server takes no more
/// connections and finishes what it began, for thirty seconds at most.
/// </summary>
internal sealed class GracefulStop(IConfiguration configuration, ILogger<GracefulStop> logger) : IHostedLifecycleService, IHealthCheck
{
    private volatile bool _started;
    private volatile bool _stopping;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_stopping ? HealthCheckResult.Unhealthy("It stops.") : _started ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("It has not started yet."));

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _started = true;
        SystemdNotifier.Notify("READY=1", logger);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        SystemdNotifier.Notify("STOPPING=1", logger);
        await Task.Delay(TimeSpan.FromSeconds(configuration.GetValue("Stop:ReadinessDelaySeconds", 0d)), cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

internal static class GracefulStopSetup
{
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(30);

    public static void AddGracefulStop(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<GracefulStop>();
        services.AddHostedService(provider => provider.GetRequiredService<GracefulStop>());
        services.Configure<HostOptions>(options => options.ShutdownTimeout = Drain + TimeSpan.FromSeconds(configuration.GetValue("Stop:ReadinessDelaySeconds", 0d)));
    }
}
