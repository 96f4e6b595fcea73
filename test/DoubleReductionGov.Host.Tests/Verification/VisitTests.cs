using System.Net;
using DoubleReductionGov.Directory.Visits;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Verification;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Verification;

public sealed class VisitTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task Each_look_of_the_city_is_written_down_in_the_county_and_read_there()
    {
        var task = await _city.TaskAsync(Cast.Kecheng, "1");
        var countyId = await _city.IdOfAsync(Cast.Kecheng);
        var cityLead = await _city.SignInAsync(Cast.CityLead);
        var evidence = task.Evidence[0];

        var seen = await cityLead.GetAsync<TaskDto>($"/api/programme/county-task/{task.Id}?countyId={countyId}&purpose=核实年度进度");
        await cityLead.GetAsync<PagedResultDto<ChangeDto>>($"/api/programme/county-task/{task.Id}/history?countyId={countyId}&purpose=核对办理过程");
        (await cityLead.GetByteArrayAsync($"/api/programme/county-task/{task.Id}/evidence?countyId={countyId}&evidenceId={evidence.Id}")).Length.ShouldBe((int)evidence.Size);

        seen.Number.ShouldBe("1");
        var visits = await VisitsAsync(Cast.Kecheng);
        visits.Select(v => v.Purpose).ShouldBe(["查看佐证材料", "核对办理过程", "核实年度进度"]);
        visits.ShouldAllBe(v => v.VisitorName == "柴春生" && v.VisitorOrganisation == "衢州市教育局" && v.Subject == $"1 {task.Title}" && v.Time.Kind == DateTimeKind.Utc);
        (await VisitsAsync(Cast.Qujiang)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_decision_is_a_visit_too()
    {
        var task = await _city.TaskAsync(Cast.Longyou, "4");
        task.State.ShouldBe(TaskState.Claimed);
        var countyId = await _city.IdOfAsync(Cast.Longyou);
        var own = await _city.TaskAsync(Cast.Longyou, "13");
        own.IssuerName.ShouldBe("市场监管局");

        await (await _city.SignInAsync(Cast.CityDepartment)).DecideAsync(own, "verify", new VerifyInput { CountyId = countyId, ConcurrencyStamp = own.ConcurrencyStamp });

        var visit = (await VisitsAsync(Cast.Longyou)).ShouldHaveSingleItem();
        (visit.VisitorName, visit.VisitorOrganisation, visit.Purpose).ShouldBe(("胡国良", "衢州市市场监督管理局", "核验销号"));
    }

    [Fact]
    public async Task A_purpose_is_at_most_two_hundred_characters()
    {
        var task = await _city.TaskAsync(Cast.Kaihua, "1");
        var countyId = await _city.IdOfAsync(Cast.Kaihua);
        var cityLead = await _city.SignInAsync(Cast.CityLead);

        await _city.RefusesAsync(
            () => cityLead.GetAsync($"/api/programme/county-task/{task.Id}?countyId={countyId}&purpose={new string('查', 201)}"),
            HttpStatusCode.Forbidden, Directory.DirectoryErrors.PurposeIsTooLong, "200");
    }

    [Fact]
    public async Task The_wall_chart_enters_no_county()
    {
        var before = await _city.Database.TakeSnapshotAsync();

        foreach (var path in new[] { "wall-chart", "timeline", "verification", "plan" })
        {
            (await (await _city.SignInAsync(Cast.CityLead)).GetAsync($"/api/programme/{path}")).EnsureSuccessStatusCode().Dispose();
        }

        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    private async Task<IReadOnlyList<VisitDto>> VisitsAsync(County county) =>
        (await (await _city.SignInAsync(Cast.LeadOf(county))).GetAsync<PagedResultDto<VisitDto>>("/api/directory/visit?maxResultCount=1000")).Items;
}
