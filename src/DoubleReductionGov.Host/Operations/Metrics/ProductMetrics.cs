using System.Diagnostics.Metrics;
using DoubleReductionGov.Host.Operations.Health;
using DoubleReductionGov.Host.Operations.Limits;

namespace DoubleReductionGov.Host.Operations.Metrics;

/// <summary>The product's own figures that belong to no module: refusals by code, the outbox, the requests that are worked on or wait.</summary>
internal sealed class ProductMetrics
{
    private readonly Counter<long> _refusals;
    private readonly OutboxProbe _outbox;

    public ProductMetrics(IMeterFactory meterFactory, OutboxProbe outbox, OverloadGuard guard)
    {
        _outbox = outbox;
        var meter = meterFactory.Create(MetricsOptions.ProductMeter);
        _refusals = meter.CreateCounter<long>("doublereductiongov.refusals", "{refusal}", "Requests that were refused with a code.");
        meter.CreateObservableGauge("doublereductiongov.outbox.waiting", () => outbox.Latest.Waiting, "{event}", "Events that wait in the outboxes of all databases.");
        meter.CreateObservableGauge("doublereductiongov.outbox.parked", () => outbox.Latest.Parked, "{event}", "Events that failed too often and wait for a person.");
        meter.CreateObservableGauge("doublereductiongov.outbox.oldest_age", () => outbox.Latest.OldestAge?.TotalSeconds ?? 0, "s", "Age of the oldest event that waits.");
        meter.CreateObservableGauge("doublereductiongov.requests.queued", () => guard.Queued, "{request}", "Requests that wait until others are answered.");
        meter.CreateObservableCounter("doublereductiongov.requests.turned_away", () => guard.TurnedAway, "{request}", "Requests that were sent away because all places were taken.");
    }

    public void CountRefusal(string code) => _refusals.Add(1, new KeyValuePair<string, object?>("code", code));

    /// <summary>What cannot be asked for while a gauge is read. A database that is down shows in health; its last figures stay.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) => _outbox.RefreshAsync(cancellationToken);
}
