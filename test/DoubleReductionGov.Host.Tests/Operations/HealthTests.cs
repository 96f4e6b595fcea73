using System.Net;
using System.Text.Json;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;

namespace DoubleReductionGov.Host.Operations;

public sealed class HealthTests(QuzhouCity quzhou, DemonstrationTemplate template) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("live")]
    [InlineData("startup")]
    [InlineData("ready")]
    public async Task A_stranger_learns_whether_but_not_why(string probe)
    {
        var answer = await ReadAsync(_city.ComeFrom(Visitor.Stranger), probe);

        answer.GetProperty("status").GetString().ShouldBe("Healthy");
        answer.TryGetProperty("checks", out var checks).ShouldBe(checks.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task An_operator_sees_each_check()
    {
        var checks = (await ReadAsync(_city.ComeFrom(Visitor.Operator), "ready")).GetProperty("checks");

        checks.EnumerateObject().Select(check => (check.Name, check.Value.GetProperty("status").GetString()))
            .ShouldBe([("database", "Healthy"), ("migrations", "Healthy"), ("outbox", "Healthy"), ("disk", "Healthy"), ("running", "Healthy")], ignoreOrder: true);
    }

    [Fact]
    public async Task An_event_that_waits_too_long_degrades_but_does_not_stop_the_service()
    {
        await using var application = new HostApplication(await template.CopyAsync()) { Settings = { ["Health:MaximumOutboxAgeMinutes"] = "0" } };
        var plan = await application.IssueAsync(new SpecialPlan("waits-too-long"));
        await application.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, plan);

        var answer = await ReadAsync(application.ComeFrom(Visitor.Operator), "ready");

        answer.GetProperty("status").GetString().ShouldBe("Degraded");
        answer.GetProperty("checks").GetProperty("outbox").GetProperty("status").GetString().ShouldBe("Degraded");
        await application.DisposeAsync();
        await application.Database.DisposeAsync();
    }

    [Fact]
    public async Task Without_its_newest_migration_it_is_not_ready_but_lives()
    {
        await using var database = await template.CopyAsync();
        await using var application = new HostApplication(database);
        application.Start();
        await database.ExecuteAsync("""DELETE FROM "__EFMigrationsHistory" """);

        using var ready = await application.ComeFrom(Visitor.Operator).GetAsync("/health/ready");
        using var live = await application.ComeFrom(Visitor.Operator).GetAsync("/health/live");

        (ready.StatusCode, live.StatusCode).ShouldBe((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK));
        (await ready.Content.ReadAsStringAsync()).ShouldContain("migrate command");
    }

    [Fact]
    public async Task A_token_or_a_network_makes_an_operator()
    {
        await using var application = new HostApplication(_city.Database)
        {
            Settings = { ["Operations:Token"] = "operators-word", ["Operations:AllowedNetworks:0"] = "10.1.0.0/16" },
        };
        var byToken = application.ComeFrom(Visitor.Stranger);
        byToken.DefaultRequestHeaders.Add("Authorization", "Bearer operators-word");
        var byWrongToken = application.ComeFrom(Visitor.Stranger);
        byWrongToken.DefaultRequestHeaders.Add("Authorization", "Bearer operators-wor");

        (await byToken.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await application.ComeFrom("10.1.200.3").GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await byWrongToken.GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await application.ComeFrom("10.2.0.3").GetAsync("/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task<JsonElement> ReadAsync(HttpClient client, string probe) => await client.GetAsync<JsonElement>("/health/" + probe);
}
