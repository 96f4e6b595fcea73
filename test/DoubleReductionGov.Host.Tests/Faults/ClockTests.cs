using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Isolation;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Faults;

/// <summary>The machine's clock steps back and forth, over the end of a year and onto the 29th of February. Every list of the OpenAPI document is asked.</summary>
public sealed class ClockTests(QuzhouWithClock quzhou) : IClassFixture<QuzhouWithClock>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("2024-02-29T15:59:59Z")]
    [InlineData("2024-02-29T16:00:00Z")]
    [InlineData("2026-12-31T15:59:59.9999999Z")]
    [InlineData("2026-12-31T16:00:00Z")]
    [InlineData("2027-01-01T00:00:00Z")]
    public async Task On_any_day_everybody_can_sign_in_and_read_every_list(string now)
    {
        quzhou.Clock.Now = DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture);

        await EveryListAnswersAsync(Cast.CityLead);
        await EveryListAnswersAsync(Cast.StaffOf(Cast.Longyou));
    }

    [Fact]
    public async Task A_clock_that_steps_back_loses_and_reorders_nothing()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("clock-steps-back"));
        var task = await _city.AssignedTaskAsync(Cast.Longyou, SpecialPlan.Notice, plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));
        task = await lead.RecordAsync(task, new RecordProgressInput { Progress = 20 });
        quzhou.Clock.Now -= TimeSpan.FromHours(1);

        task = await lead.RecordAsync(task, new RecordProgressInput { Progress = 60 });
        await _city.DeliverEventsAsync();

        (await _city.CellAsync(task)).Progress.ShouldBe(60);
        (await lead.HistoryAsync(task)).Take(2).Select(c => c.To).ShouldBe(["60%", "20%"]);
    }

    [Fact]
    public async Task A_clock_that_jumps_a_day_ahead_and_back_locks_nobody_out()
    {
        var lead = Cast.LeadOf(Cast.Kaihua);
        quzhou.Clock.Now += TimeSpan.FromDays(1);
        await _city.SignInAnewAsync(lead);
        quzhou.Clock.Now -= TimeSpan.FromDays(1);

        await EveryListAnswersAsync(lead);
    }

    private async Task EveryListAnswersAsync(Official official)
    {
        var client = await _city.SignInAnewAsync(official);
        var lists = (await Endpoint.DiscoverAsync(_city.OpenPortal())).Where(e => e.Method == HttpMethod.Get && !e.Path.Contains('{', StringComparison.Ordinal)).ToList();
        lists.Count.ShouldBeGreaterThan(10);
        foreach (var list in lists)
        {
            using var response = await client.SendAsync(list.Request(Guid.Empty, _ => null));
            response.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Redirect], list.ToString());
        }
    }
}
