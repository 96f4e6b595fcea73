using System.Globalization;
using System.Text;

namespace DoubleReductionGov.Host.Operations.Metrics;

/// <summary>The names and the text format of Prometheus, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    public static void Write(StringBuilder text, MetricFamily family)
    {
        text.Append("# HELP ").Append(family.Name).Append(' ').Append(family.Description.Replace("\\", "\\\\").Replace("\n", "\\n")).Append('\n');
        text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Kind.ToString().ToLowerInvariant()).Append('\n');
        foreach (var (labels, series) in family.Series)
        {
            var (sum, buckets) = series.Read();
            if (family.Kind == MetricKind.Histogram)
            {
                WriteHistogram(text, family, labels.Text, sum, buckets);
            }
            else
            {
                WriteSample(text, family.Name, labels.Text, Number(sum));
            }
        }
    }

    /// <summary>The name of an instrument with its unit, as Prometheus wants it: <c>http_server_request_duration_seconds</c>, <c>…_total</c>.</summary>
    public static string NameOf(string instrument, string? unit, MetricKind kind)
    {
        var name = Clean(instrument);
        var suffix = unit switch
        {
            "s" => "_seconds",
            "ms" => "_milliseconds",
            "By" => "_bytes",
            "%" => "_percent",
            _ => "",
        };
        name = name.EndsWith(suffix, StringComparison.Ordinal) ? name : name + suffix;
        return kind == MetricKind.Counter && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string LabelsOf(IEnumerable<KeyValuePair<string, object?>> tags) =>
        string.Join(',', tags.Select(tag => $"{Clean(tag.Key)}=\"{Escape(Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? "")}\""));

    private static void WriteHistogram(StringBuilder text, MetricFamily family, string labels, double sum, long[] buckets)
    {
        var separator = labels.Length > 0 ? "," : "";
        var count = 0L;
        foreach (var (index, inBucket) in buckets.Index())
        {
            count += inBucket;
            var bound = index < family.Bounds.Length ? Number(family.Bounds[index]) : "+Inf";
            WriteSample(text, family.Name + "_bucket", $"{labels}{separator}le=\"{bound}\"", Number(count));
        }

        WriteSample(text, family.Name + "_sum", labels, Number(sum));
        WriteSample(text, family.Name + "_count", labels, Number(count));
    }

    private static void WriteSample(StringBuilder text, string name, string labels, string value)
    {
        text.Append(name);
        if (labels.Length > 0)
        {
            text.Append('{').Append(labels).Append('}');
        }

        text.Append(' ').Append(value).Append('\n');
    }

    private static string Clean(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return char.IsAsciiDigit(clean[0]) ? "_" + clean : clean;
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n");

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}
