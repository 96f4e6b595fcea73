using System.Globalization;
using System.Text;

namespace DoubleReductionGov.Bench;

/// <summary>Requests a second of the three ways, the product beside each of the others, and what each request allocates.</summary>
internal sealed class FloorTable
{
    private readonly List<string> _lines = [];

    public void Add(string measure, List<List<Slot>> slots)
    {
        var rates = slots.ConvertAll(s => Median(s.ConvertAll(slot => slot.RequestsPerSecond)));
        var allocations = slots.ConvertAll(s => s.Sum(slot => slot.AllocatedBytes) / 1024.0 / s.Sum(slot => slot.Requests));
        var processor = slots.ConvertAll(s => s.Sum(slot => slot.ServerProcessorTime.TotalMilliseconds) / s.Sum(slot => slot.Requests));
        _lines.Add(
            $"| {measure} | {Format(rates[0], "#,0")} | {Format(rates[1], "#,0")} | {Format(rates[2], "#,0")} | {Ratio(slots[0], slots[1])} | {Ratio(slots[0], slots[2])} " +
            $"| {string.Join(" / ", allocations.Select(a => Format(a, "0.0")))} | {string.Join(" / ", processor.Select(p => Format(p, "0.00")))} |");
    }

    public string ToMarkdown() => _lines.Count == 0 ? "" : new StringBuilder()
        .AppendLine("| PostgreSQL, requests/s | product | EF Core | Npgsql | product ÷ EF Core (range) | product ÷ Npgsql (range) | KB allocated per request | ms of processor per request |")
        .AppendLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
        .AppendJoin('\n', _lines)
        .ToString();

    private static string Ratio(List<Slot> one, List<Slot> other)
    {
        var ratios = one.Zip(other, (a, b) => a.RequestsPerSecond / b.RequestsPerSecond).Order().ToList();
        return $"{Format(Median(ratios), "0.00")} ({Format(ratios[0], "0.00")}–{Format(ratios[^1], "0.00")})";
    }

    private static double Median(List<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
