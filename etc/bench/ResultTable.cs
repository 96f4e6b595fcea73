using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace DoubleReductionGov.Bench;

/// <summary>The lines of the result: what the product needs, what the bare app needs, and one divided by the other.</summary>
internal sealed class ResultTable
{
    private readonly List<string[]> _lines = [];

    public void AddTime(string measure, List<TimeSpan> product, List<TimeSpan> bare, string aim) =>
        Add(measure, product.ConvertAll(t => t.TotalSeconds), bare.ConvertAll(t => t.TotalSeconds), "0.00 s", aim);

    public void AddMemory(string measure, List<long> product, List<long> bare, string aim) =>
        Add(measure, product.ConvertAll(b => b / 1e6), bare.ConvertAll(b => b / 1e6), "0 MB", aim);

    public void AddLoad(string measure, List<(Slot Product, Slot Bare)> slots)
    {
        var product = slots.ConvertAll(s => s.Product);
        var bare = slots.ConvertAll(s => s.Bare);
        Add(measure + ": requests/s", product.ConvertAll(s => s.RequestsPerSecond), bare.ConvertAll(s => s.RequestsPerSecond), "#,0", "≥ 0.60");
        AddFigures("… p50", Percentile(product, 0.50), Percentile(bare, 0.50), "0.0 ms");
        AddFigures("… p99", Percentile(product, 0.99), Percentile(bare, 0.99), "0.0 ms");
        AddFigures("… processor time of the server per request", ProcessorTime(product), ProcessorTime(bare), "0.00 ms");
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder()
            .AppendLine("| measure | product | bare | product ÷ bare (range) | aim |")
            .AppendLine("| --- | ---: | ---: | ---: | ---: |");
        foreach (var line in _lines)
        {
            text.Append("| ").AppendJoin(" | ", line).AppendLine(" |");
        }

        return text.ToString().TrimEnd();
    }

    // Medians; the range is that of the neighbours in time, divided one by one.
    private void Add(string measure, List<double> product, List<double> bare, string format, string aim)
    {
        var ratios = product.Zip(bare, (one, other) => one / other).Order().ToList();
        _lines.Add([
            measure, Format(Median(product), format), Format(Median(bare), format),
            $"{Format(Median(ratios), "0.00")} ({Format(ratios[0], "0.00")}–{Format(ratios[^1], "0.00")})", aim]);
    }

    private void AddFigures(string measure, double product, double bare, string format) =>
        _lines.Add([measure, Format(product, format), Format(bare, format), Format(product / bare, "0.00"), ""]);

    private static double Percentile(List<Slot> slots, double share)
    {
        var ticks = slots.SelectMany(s => s.LatencyTicks).Order().ToList();
        return ticks[Math.Min(ticks.Count - 1, (int)(share * ticks.Count))] * 1000.0 / Stopwatch.Frequency;
    }

    private static double ProcessorTime(List<Slot> slots) =>
        slots.Sum(s => s.ServerProcessorTime.TotalMilliseconds) / slots.Sum(s => s.Requests);

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
