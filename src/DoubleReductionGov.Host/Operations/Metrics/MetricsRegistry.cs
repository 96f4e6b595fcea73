using System.Diagnostics.Metrics;
using System.Text;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Operations.Metrics;

/// <summary>Listens to the meters and keeps what they say until somebody reads it.</summary>
internal sealed class MetricsRegistry : IDisposable
{
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly double[] Amounts = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 10_000, 100_000, 1_000_000];
    private readonly Lock _reading = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);
    private readonly HashSet<MetricFamily> _observed = [];
    private readonly MeterListener _listener = new();
    private readonly MetricsOptions _options;

    public MetricsRegistry(IMeterFactory meterFactory, IOptions<MetricsOptions> options)
    {
        _options = options.Value;
        if (!_options.Enabled)
        {
            return;
        }

        _listener.InstrumentPublished = (instrument, listener) =>
        {
            // Meters of another application in the same process have another factory; those of libraries have none.
            if (_options.Meters.Contains(instrument.Meter.Name) && (instrument.Meter.Scope is null || ReferenceEquals(instrument.Meter.Scope, meterFactory)))
            {
                listener.EnableMeasurementEvents(instrument, FamilyOf(instrument));
            }
        };
        Listen<byte>();
        Listen<short>();
        Listen<int>();
        Listen<long>();
        Listen<float>();
        Listen<double>();
        Listen<decimal>();
        _listener.Start();
    }

    /// <summary>Everything in Prometheus' text format.</summary>
    public string Read()
    {
        lock (_reading)
        {
            MetricFamily[] families;
            lock (_families)
            {
                foreach (var family in _observed)
                {
                    family.Clear();
                }

                families = [.. _families.Values];
            }

            _listener.RecordObservableInstruments();
            var text = new StringBuilder();
            Array.ForEach(families, family => PrometheusText.Write(text, family));
            return text.ToString();
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Listen<T>() where T : struct, IConvertible =>
        _listener.SetMeasurementEventCallback<T>((instrument, value, tags, state) =>
        {
            var number = value.ToDouble(null);
            if (instrument is Gauge<T>)
            {
                ((MetricFamily)state!).Set(number, tags);
            }
            else
            {
                ((MetricFamily)state!).Record(number, tags);
            }
        });

    // Two instruments may bear one name, such as those of two connection pools: their series stand together.
    private MetricFamily FamilyOf(Instrument instrument)
    {
        var kind = KindOf(instrument);
        var name = PrometheusText.NameOf(instrument.Name, instrument.Unit, kind);
        lock (_families)
        {
            if (!_families.TryGetValue(name, out var family))
            {
                _families[name] = family = new MetricFamily(name, instrument.Description ?? instrument.Name, kind, BoundsOf(instrument), _options.MaximumSeries);
            }

            if (instrument.IsObservable)
            {
                _observed.Add(family);
            }

            return family;
        }
    }

    private static MetricKind KindOf(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        return type == typeof(Histogram<>) ? MetricKind.Histogram
            : type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? MetricKind.Counter
            : MetricKind.Gauge;
    }

    private static double[] BoundsOf(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds],
        Histogram<long> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { } bounds } => [.. bounds.Select(bound => (double)bound)],
        { Unit: "s" } => Seconds,
        _ => Amounts,
    };
}
