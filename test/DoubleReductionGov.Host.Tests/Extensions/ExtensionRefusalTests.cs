using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Verification;

namespace DoubleReductionGov.Host.Extensions;

public sealed class ExtensionRefusalTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_third_extension_is_refused()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        foreach (var day in new[] { "2022-04-30", "2022-05-31" })
        {
            task = await lead.AskExtensionAsync(task, day, "学校排期");
            task = await DecideAsync(Cast.Kecheng, task, grant: true, null);
        }

        await RefusesToAskAsync(Cast.Kecheng, task, "2022-06-30", "再延", ProgrammeErrors.TooManyExtensions, "2 次");
    }

    [Fact]
    public async Task After_the_due_date_nobody_asks_for_more_time()
    {
        var task = await _city.TaskAsync(Cast.Kaihua, "10");
        (task.Due, task.State).ShouldBe((TaskVerbs.Day("2021-10-31"), TaskState.Returned));

        await RefusesToAskAsync(Cast.Kaihua, task, "2022-01-31", "补正", ProgrammeErrors.ExtensionAfterDue, "2021-10-31");
    }

    [Fact]
    public async Task The_new_date_is_later_and_a_reason_is_given()
    {
        var task = await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.Notice, quzhou.Plan);

        await RefusesToAskAsync(Cast.Qujiang, task, "2022-03-31", "排期", ProgrammeErrors.ExtensionNotLater, "2022-03-31");
        await RefusesToAskAsync(Cast.Qujiang, task, "2022-03-01", "排期", ProgrammeErrors.ExtensionNotLater, "2022-03-31");
        await RefusesToAskAsync(Cast.Qujiang, task, "2022-04-30", " ", ProgrammeErrors.ReasonIsRequired, "原因");
    }

    [Fact]
    public async Task While_a_request_waits_there_is_no_second_one()
    {
        var task = await _city.TaskAsync(Cast.Qujiang, "11");
        task.WaitingExtension.ShouldBeTrue();

        await RefusesToAskAsync(Cast.Qujiang, task, "2022-03-31", "再延", ProgrammeErrors.ExtensionAlreadyAsked, "待审批");
    }

    [Fact]
    public async Task A_request_is_decided_once_with_a_reason_by_the_department_that_issued_the_task()
    {
        var task = await _city.TaskAsync(Cast.Jiangshan, "17");
        var input = Decision(await _city.IdOfAsync(Cast.Jiangshan), task, grant: false, null);

        await RefusesToDecideAsync(Cast.CityStaff, task, input, HttpStatusCode.Forbidden, ProgrammeErrors.ReasonIsRequired, "原因");
        await RefusesToDecideAsync(Cast.CityDepartment, task, input with { Reason = "不同意" }, HttpStatusCode.Forbidden, ProgrammeErrors.NotTheIssuingDepartment, "教育局");
        var unknown = Guid.CreateVersion7();
        await RefusesToDecideAsync(Cast.CityStaff, task, input with { ExtensionId = unknown }, HttpStatusCode.NotFound, null, unknown.ToString());

        await DecideAsync(Cast.Jiangshan, task, grant: false, "应按期完成");

        await RefusesToDecideAsync(Cast.CityStaff, task, input with { Grant = true, ConcurrencyStamp = null }, HttpStatusCode.Forbidden, ProgrammeErrors.ExtensionAlreadyDecided, "已经审批");
    }

    private async Task RefusesToAskAsync(County county, TaskDto task, string newDue, string reason, string code, params string[] named)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(county));
        var input = new AskExtensionInput { NewDue = TaskVerbs.Day(newDue), Reason = reason, ConcurrencyStamp = task.ConcurrencyStamp };
        await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(task, "ask-extension"), input), HttpStatusCode.Forbidden, code, named);
    }

    private async Task RefusesToDecideAsync(Official official, TaskDto task, DecideExtensionInput input, HttpStatusCode status, string? code, params string[] named)
    {
        var client = await _city.SignInAsync(official);
        await _city.RefusesAsync(() => client.PostAsync($"/api/programme/verification/{task.Id}/decide-extension", input), status, code, named);
    }

    private async Task<TaskDto> DecideAsync(County county, TaskDto task, bool grant, string? reason)
    {
        await _city.DeliverEventsAsync();
        return await (await _city.SignInAsync(Cast.CityStaff)).DecideAsync(task, "decide-extension", Decision(await _city.IdOfAsync(county), task, grant, reason));
    }

    private static DecideExtensionInput Decision(Guid countyId, TaskDto task, bool grant, string? reason) => new()
    {
        CountyId = countyId,
        ExtensionId = task.Extensions.Single(e => e.State == ExtensionState.Asked).Id,
        Grant = grant,
        Reason = reason,
        ConcurrencyStamp = task.ConcurrencyStamp,
    };
}
