using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Programme.WallChart;

namespace DoubleReductionGov.Host.WallChart;

public sealed class LightThresholdTests(DemonstrationTemplate template)
{
    [Fact]
    public async Task Changed_thresholds_change_the_lights_of_county_and_city_at_the_next_start()
    {
        await using var database = await template.CopyAsync();
        await SetAsync("Programme.Lights.YellowLagPoints", "101");
        await SetAsync("Programme.Lights.RedLagPoints", "101");
        await SetAsync("Programme.Lights.NearDueProgress", "0");
        await using var application = new HostApplication(database);
        application.Start();
        await application.DeliverEventsAsync();

        var chart = await (await application.SignInAsync(Cast.CityLead)).GetAsync<WallChartDto>("/api/programme/wall-chart");

        // No lag is large enough any more: red are only the three tasks that are past due.
        (chart.LightCounts.Red, chart.LightCounts.Yellow).ShouldBe((3, 0));
        chart.Cells.Count(cell => cell.Due < chart.Today && cell.Progress < 100).ShouldBe(2);

        Task SetAsync(string name, string value) => database.ExecuteAsync(
            $"""INSERT INTO "AbpSettings" ("Id", "Name", "Value", "ProviderName") VALUES ('{Guid.CreateVersion7()}', '{name}', '{value}', 'G')""");
    }
}
