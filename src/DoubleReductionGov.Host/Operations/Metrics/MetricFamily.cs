using System.Collections.Concurrent;

namespace DoubleReductionGov.Host.Operations.Metrics;

internal enum MetricKind
{
    Counter,
    Gauge,
    Histogram,
}

/// <summary>All that is known of one metric: a series for each combination of labels.</summary>
internal sealed class MetricFamily(string name, string description, MetricKind kind, double[] bounds, int maximumSeries)
{
    private static readonly Labels Overflow = new([new("overflow", "true")]);
    private readonly ConcurrentDictionary<Labels, Series> _series = new(Labels.Comparer);

    public string Name { get; } = name;

    public string Description { get; } = description;

    public MetricKind Kind { get; } = kind;

    public double[] Bounds { get; } = bounds;

    public IEnumerable<KeyValuePair<Labels, Series>> Series => _series.OrderBy(series => series.Key.Text, StringComparer.Ordinal);

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Find(tags).Add(value, Bounds);

    /// <summary>For a gauge that is told its value rather than its change.</summary>
    public void Set(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => Find(tags).Set(value);

    /// <summary>What is observed is told anew at each reading; what is not told any more is gone.</summary>
    public void Clear() => _series.Clear();

    private Series Find(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Looked up by the tags themselves: nothing is allocated for a series that is known.
        if (_series.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>().TryGetValue(tags, out var known))
        {
            return known;
        }

        var labels = _series.Count < maximumSeries ? new Labels(tags.ToArray()) : Overflow;
        return _series.GetOrAdd(labels, _ => new Series(Kind == MetricKind.Histogram ? Bounds.Length + 1 : 0));
    }
}

/// <summary>One value, or for a histogram how many there were up to each bound.</summary>
internal sealed class Series(int buckets)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = new long[buckets];
    private double _sum;

    public void Add(double value, double[] bounds)
    {
        lock (_lock)
        {
            _sum += value;
            if (_buckets.Length > 0)
            {
                var at = Array.BinarySearch(bounds, value);
                _buckets[at < 0 ? ~at : at]++;
            }
        }
    }

    public void Set(double value)
    {
        lock (_lock)
        {
            _sum = value;
        }
    }

    public (double Sum, long[] Buckets) Read()
    {
        lock (_lock)
        {
            return (_sum, [.. _buckets]);
        }
    }
}

/// <summary>The labels of a series, as they were given with a measurement.</summary>
internal sealed class Labels(KeyValuePair<string, object?>[] tags)
{
    public static IEqualityComparer<Labels> Comparer { get; } = new ByTags();

    private KeyValuePair<string, object?>[] Tags { get; } = tags;

    public string Text { get; } = PrometheusText.LabelsOf(tags);

    private sealed class ByTags : IEqualityComparer<Labels>, IAlternateEqualityComparer<ReadOnlySpan<KeyValuePair<string, object?>>, Labels>
    {
        public bool Equals(Labels? x, Labels? y) => x is not null && y is not null && Equals(x.Tags.AsSpan(), y);

        public int GetHashCode(Labels labels) => GetHashCode(labels.Tags.AsSpan());

        public bool Equals(ReadOnlySpan<KeyValuePair<string, object?>> alternate, Labels other)
        {
            if (alternate.Length != other.Tags.Length)
            {
                return false;
            }

            for (var i = 0; i < alternate.Length; i++)
            {
                if (alternate[i].Key != other.Tags[i].Key || !Equals(alternate[i].Value, other.Tags[i].Value))
                {
                    return false;
                }
            }

            return true;
        }

        public int GetHashCode(ReadOnlySpan<KeyValuePair<string, object?>> alternate)
        {
            var hash = new HashCode();
            foreach (var (key, value) in alternate)
            {
                hash.Add(key);
                hash.Add(value);
            }

            return hash.ToHashCode();
        }

        public Labels Create(ReadOnlySpan<KeyValuePair<string, object?>> alternate) => new(alternate.ToArray());
    }
}
