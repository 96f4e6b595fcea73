using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Account;

public sealed class GateTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("/api/programme/plan")]
    [InlineData("/api/programme/task")]
    [InlineData("/api/programme/task/summary")]
    [InlineData("/api/programme/wall-chart")]
    [InlineData("/api/programme/timeline")]
    [InlineData("/api/programme/verification")]
    [InlineData("/api/programme/reference-date")]
    [InlineData("/api/directory/organisation")]
    [InlineData("/api/directory/person")]
    [InlineData("/api/directory/county")]
    [InlineData("/api/directory/visit")]
    public async Task Who_is_not_signed_in_reads_nothing(string path) => (await _city.OpenPortal().GetAsync(path)).ShouldTurnAway(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("city.lead", "/api/programme/plan", "/api/programme/wall-chart", "/api/programme/verification", "/api/directory/county")]
    [InlineData("city.staff", "/api/programme/plan", "/api/programme/wall-chart", "/api/programme/verification", "/api/directory/county")]
    [InlineData("city.dept", "/api/programme/plan", "/api/programme/wall-chart", "/api/programme/verification", "/api/directory/county")]
    public async Task The_city_reads_its_own_side_and_not_the_counties(string userName, params string[] own)
    {
        var client = await _city.SignInAsync(new Official(null, userName));

        foreach (var path in own.Append("/api/programme/timeline"))
        {
            (await client.GetAsync(path)).EnsureSuccessStatusCode().Dispose();
        }

        foreach (var path in new[] { "/api/programme/task", "/api/programme/task/summary", "/api/directory/visit" })
        {
            (await client.GetAsync(path)).ShouldTurnAway(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("county.lead")]
    [InlineData("county.staff")]
    [InlineData("county.dept")]
    public async Task A_county_reads_its_own_side_and_not_the_citys(string userName)
    {
        var client = await _city.SignInAsync(new Official(Cast.Kecheng, userName));

        foreach (var path in new[] { "/api/programme/task", "/api/programme/task/summary", "/api/programme/timeline", "/api/directory/organisation", "/api/directory/person" })
        {
            (await client.GetAsync(path)).EnsureSuccessStatusCode().Dispose();
        }

        foreach (var path in new[] { "/api/programme/plan", "/api/programme/wall-chart", "/api/programme/verification", "/api/directory/county" })
        {
            (await client.GetAsync(path)).ShouldTurnAway(HttpStatusCode.Forbidden);
        }
    }

    [Theory]
    [InlineData("county.staff", "assign")]
    [InlineData("county.dept", "assign")]
    [InlineData("county.dept", "step")]
    public async Task What_the_role_does_not_allow_changes_nothing_in_the_county(string userName, string verb)
    {
        var task = await _city.TaskAsync(Cast.Kecheng, "13");
        var client = await _city.SignInAsync(new Official(Cast.Kecheng, userName));

        await _city.TurnsAwayAsync(() => client.PostAsync(TaskVerbs.Path(task, verb), new AssignInput { PersonId = task.PersonId!.Value }), HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("city.lead", "/api/programme/plan/import")]
    [InlineData("city.dept", "/api/programme/plan/import")]
    [InlineData("city.lead", "/api/programme/plan/{plan}/assign-people")]
    [InlineData("city.staff", "/api/programme/plan/{plan}/approve")]
    [InlineData("city.dept", "/api/programme/plan/{plan}/approve")]
    [InlineData("city.staff", "/api/programme/plan/{plan}/publish")]
    [InlineData("city.lead", "/api/programme/verification/{task}/verify")]
    [InlineData("city.lead", "/api/programme/verification/{task}/return")]
    [InlineData("city.lead", "/api/programme/verification/{task}/decide-extension")]
    [InlineData("city.staff", "/api/directory/person")]
    public async Task What_the_role_does_not_allow_changes_nothing_in_the_city(string userName, string path)
    {
        var task = await _city.TaskAsync(Cast.Kecheng, "11");
        var client = await _city.SignInAsync(new Official(null, userName));
        var address = path.Replace("{plan}", task.PlanId.ToString(), StringComparison.Ordinal).Replace("{task}", task.Id.ToString(), StringComparison.Ordinal);

        await _city.TurnsAwayAsync(() => client.PostAsync(address, new { countyId = Guid.Empty }), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Only_the_lead_of_the_city_moves_the_reference_date()
    {
        foreach (var official in new[] { Cast.CityStaff, Cast.CityDepartment, Cast.LeadOf(Cast.Kecheng) })
        {
            var client = await _city.SignInAsync(official);
            await _city.TurnsAwayAsync(() => client.PutAsync("/api/programme/reference-date", new { date = "2022-01-01" }), HttpStatusCode.Forbidden);
        }
    }
}
