using System.Diagnostics.Metrics;
using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Operations.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Operations;

public sealed class MetricsTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task An_operator_reads_requests_by_route_and_refusals_by_code()
    {
        (await _city.LogInAsync(_city.OpenPortal(), Cast.CityLead, "wrong")).ShouldTurnAway(HttpStatusCode.Unauthorized);

        using var response = await _city.ComeFrom(Visitor.Operator).GetAsync("/metrics");
        var text = await response.Content.ReadAsStringAsync();

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        text.ShouldContain("http_route=\"api/account/login\"");
        text.ShouldContain($"doublereductiongov_refusals_total{{code=\"{AccountErrors.InvalidUserNameOrPassword}\"}} 1\n");
        text.ShouldContain("doublereductiongov_outbox_waiting 0\n");
        text.ShouldContain("dotnet_gc_collections_total");
        text.ShouldNotContain("city.lead");
    }

    [Fact]
    public async Task For_a_stranger_there_are_no_metrics() =>
        (await _city.ComeFrom(Visitor.Stranger).GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public void Histograms_count_up_to_each_bound()
    {
        using var metrics = new OwnMetrics();
        var duration = metrics.Meter.CreateHistogram("bank.call", "s", "How long the bank takes.", null, new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 1] });

        duration.Record(0.1, new KeyValuePair<string, object?>("bank", "A"));
        duration.Record(0.5, new KeyValuePair<string, object?>("bank", "A"));
        duration.Record(7, new KeyValuePair<string, object?>("bank", "A"));

        metrics.Read().ShouldBe("""
            # HELP bank_call_seconds How long the bank takes.
            # TYPE bank_call_seconds histogram
            bank_call_seconds_bucket{bank="A",le="0.1"} 1
            bank_call_seconds_bucket{bank="A",le="1"} 2
            bank_call_seconds_bucket{bank="A",le="+Inf"} 3
            bank_call_seconds_sum{bank="A"} 7.6
            bank_call_seconds_count{bank="A"} 3

            """);
    }

    [Fact]
    public void Labels_are_escaped_and_names_cleaned()
    {
        using var metrics = new OwnMetrics();

        metrics.Meter.CreateCounter<int>("files.read", "By", "Back\\slash\nand line.").Add(3, new KeyValuePair<string, object?>("file.name", "a\"b\\c\nd"));

        metrics.Read().ShouldBe("# HELP files_read_bytes_total Back\\\\slash\\nand line.\n# TYPE files_read_bytes_total counter\n"
            + "files_read_bytes_total{file_name=\"a\\\"b\\\\c\\nd\"} 3\n");
    }

    [Fact]
    public void A_caller_who_invents_labels_fills_one_series_only()
    {
        using var metrics = new OwnMetrics(maximumSeries: 2);
        var counter = metrics.Meter.CreateCounter<long>("visits");

        for (var i = 0; i < 100; i++)
        {
            counter.Add(1, new KeyValuePair<string, object?>("who", i));
        }

        metrics.Read().ShouldContain("visits_total{overflow=\"true\"} 98\n");
        metrics.Read().Split('\n').Count(line => line.StartsWith("visits_total", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void What_is_observed_is_told_anew_each_time_and_gauges_may_fall()
    {
        using var metrics = new OwnMetrics();
        var (level, gauge) = (5, metrics.Meter.CreateGauge<long>("temperature"));
        metrics.Meter.CreateObservableGauge("level", () => level);
        metrics.Read().ShouldContain("level 5\n");

        level = 2;
        gauge.Record(30);
        gauge.Record(20);

        metrics.Read().ShouldContain("level 2\n");
        metrics.Read().ShouldContain("temperature 20\n");
    }

    [Fact]
    public void Another_application_in_the_process_is_not_heard()
    {
        using var metrics = new OwnMetrics();
        using var other = new OwnMetrics();

        other.Meter.CreateCounter<long>("visits").Add(1);

        metrics.Read().ShouldBeEmpty();
    }

    private sealed class OwnMetrics : IDisposable
    {
        private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        private readonly MetricsRegistry _registry;

        public OwnMetrics(int maximumSeries = 500)
        {
            var factory = _services.GetRequiredService<IMeterFactory>();
            Meter = factory.Create(MetricsOptions.ProductMeter);
            _registry = new MetricsRegistry(factory, Options.Create(new MetricsOptions { Meters = [MetricsOptions.ProductMeter], MaximumSeries = maximumSeries }));
        }

        public Meter Meter { get; }

        public string Read() => _registry.Read();

        public void Dispose()
        {
            _registry.Dispose();
            _services.Dispose();
        }
    }
}
