using System.Threading.RateLimiting;
using DoubleReductionGov.Platform;
using DoubleReductionGov.Platform.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Operations.Limits;

/// <summary>
/// Works on as many requests as the machine can carry, lets some wait, and sends the rest away at once: whoever is served is served in time.
/// Probes, and connections that stay open, are not counted.
/// </summary>
internal sealed class OverloadGuard : IDisposable
{
    private static readonly TimeSpan ComeBack = TimeSpan.FromSeconds(2);
    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeSpan _patience;
    private readonly int _queue;
    private readonly Func<long> _pendingWork;
    private long _turnedAway;

    /// <param name="options">How much is carried.</param>
    /// <param name="pendingWork">What waits for a thread; the process's own unless a test says otherwise.</param>
    public OverloadGuard(IOptions<LimitOptions> options, Func<long>? pendingWork = null)
    {
        var limits = options.Value;
        var concurrent = limits.ConcurrentRequests > 0 ? limits.ConcurrentRequests : 32 * Environment.ProcessorCount;
        _patience = TimeSpan.FromSeconds(limits.QueueSeconds);
        _queue = limits.QueuedRequests > 0 ? limits.QueuedRequests : 4 * concurrent;
        _pendingWork = pendingWork ?? (() => ThreadPool.PendingWorkItemCount);
        _limiter = new ConcurrencyLimiter(new ConcurrencyLimiterOptions
        {
            PermitLimit = concurrent,
            QueueLimit = _queue,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        });
    }

    public long Queued => _limiter.GetStatistics()!.CurrentQueuedCount;

    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata is { } metadata && (metadata.GetMetadata<DisableRateLimitingAttribute>() is not null || metadata.GetMetadata<HubMetadata>() is not null))
        {
            await next(context);
            return;
        }

        using var lease = await AcquireAsync(context.RequestAborted);
        if (lease is { IsAcquired: true })
        {
            await next(context);
        }
        else
        {
            Interlocked.Increment(ref _turnedAway);
            await context.RefuseAsync(StatusCodes.Status503ServiceUnavailable, PlatformErrors.Overloaded, ComeBack);
        }
    }

    public void Dispose() => _limiter.Dispose();

    private async ValueTask<RateLimitLease?> AcquireAsync(CancellationToken cancellationToken)
    {
        // SQLite works on the thread that asks it, so the queue stands before the threads and not before this limit.
        if (_pendingWork() > _queue)
        {
            return null;
        }

        if (_limiter.AttemptAcquire() is { IsAcquired: true } free)
        {
            return free;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);
        try
        {
            return await _limiter.AcquireAsync(1, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}

internal static class OverloadGuardSetup
{
    /// <summary>After routing, because the endpoint tells whether it is counted, and before anything that asks the database.</summary>
    public static void UseOverloadGuard(this WebApplication app)
    {
        var guard = app.Services.GetRequiredService<OverloadGuard>();
        app.Use(guard.InvokeAsync);
    }
}
