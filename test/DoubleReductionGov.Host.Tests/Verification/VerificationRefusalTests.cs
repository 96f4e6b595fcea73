using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Verification;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

namespace DoubleReductionGov.Host.Verification;

public sealed class VerificationRefusalTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task What_was_not_claimed_is_not_verified_or_returned()
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        var county = await _city.IdOfAsync(Cast.Kecheng);

        await RefusesAsync(Cast.CityStaff, task, "verify", new VerifyInput { CountyId = county }, ProgrammeErrors.TaskIsNotClaimed, "任务 1");
        await RefusesAsync(Cast.CityStaff, task, "return", new ReturnInput { CountyId = county, Reason = "不实" }, ProgrammeErrors.TaskIsNotClaimed, "任务 1");
    }

    [Fact]
    public async Task Another_department_does_not_decide()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Qujiang, quzhou.Plan);
        var county = await _city.IdOfAsync(Cast.Qujiang);

        await RefusesAsync(Cast.CityDepartment, task, "verify", new VerifyInput { CountyId = county }, ProgrammeErrors.NotTheIssuingDepartment, "教育局");
        await RefusesAsync(Cast.CityDepartment, task, "return", new ReturnInput { CountyId = county, Reason = "不实" }, ProgrammeErrors.NotTheIssuingDepartment, "教育局");
    }

    [Fact]
    public async Task Who_claimed_does_not_verify()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Longyou, quzhou.Plan);
        var county = await _city.IdOfAsync(Cast.Longyou);
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var self = (await staff.GetAsync<ApplicationConfigurationDto>("/api/abp/application-configuration")).CurrentUser.Id!.Value;

        // No county account can decide for the city, so the claim is put into the verifier's name behind the application's back.
        await _city.Database.ExecuteAsync("""UPDATE "ProgrammeCountyTasks" SET "ClaimedById" = @p0 WHERE "Id" = @p1""", self, task.Id);

        await RefusesAsync(Cast.CityStaff, task, "verify", new VerifyInput { CountyId = county }, ProgrammeErrors.ClaimantCannotVerify, "申请销号的人");
        await RefusesAsync(Cast.CityStaff, task, "return", new ReturnInput { CountyId = county, Reason = "不实" }, ProgrammeErrors.ClaimantCannotVerify, "申请销号的人");
    }

    [Fact]
    public async Task A_claim_is_returned_with_a_reason_only()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Jiangshan, quzhou.Plan);
        var county = await _city.IdOfAsync(Cast.Jiangshan);

        await RefusesAsync(Cast.CityStaff, task, "return", new ReturnInput { CountyId = county, Reason = " " }, ProgrammeErrors.ReasonIsRequired, "原因");
        await RefusesAsync(
            Cast.CityStaff, task, "return", new ReturnInput { CountyId = county, Reason = new string('长', 501) }, HttpStatusCode.BadRequest, null, "reason", "500");
    }

    [Fact]
    public async Task A_stale_stamp_decides_nothing()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Changshan, quzhou.Plan);
        var stale = Guid.NewGuid().ToString("N");
        var county = await _city.IdOfAsync(Cast.Changshan);

        await RefusesAsync(Cast.CityStaff, task, "verify", new VerifyInput { CountyId = county, ConcurrencyStamp = stale }, HttpStatusCode.Conflict, null, "其他人先行修改");
    }

    [Fact]
    public async Task Verified_and_returned_at_once_only_one_counts()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Kaihua, quzhou.Plan);
        var county = await _city.IdOfAsync(Cast.Kaihua);
        var staff = await _city.SignInAsync(Cast.CityStaff);

        var answers = await Task.WhenAll(
            Task.Run(() => staff.PostAsync(Path(task, "verify"), new VerifyInput { CountyId = county, ConcurrencyStamp = task.ConcurrencyStamp })),
            Task.Run(() => staff.PostAsync(Path(task, "return"), new ReturnInput { CountyId = county, Reason = "不实", ConcurrencyStamp = task.ConcurrencyStamp })));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Count(a => a.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.Forbidden).ShouldBe(1);
        var now = await _city.TaskAsync(Cast.Kaihua, SpecialPlan.Notice, quzhou.Plan);
        now.State.ShouldBe(answers[0].IsSuccessStatusCode ? TaskState.Done : TaskState.Returned);
    }

    [Fact]
    public async Task A_task_is_found_only_in_its_own_county()
    {
        var task = await _city.TaskAsync(Cast.Kecheng, "11");
        task.State.ShouldBe(TaskState.Claimed);

        foreach (var countyId in new[] { await _city.IdOfAsync(Cast.Qujiang), Guid.CreateVersion7(), Guid.Empty })
        {
            await RefusesAsync(Cast.CityStaff, task, "verify", new VerifyInput { CountyId = countyId }, HttpStatusCode.NotFound, null, task.Id.ToString());
        }

        var unknown = task with { Id = Guid.CreateVersion7() };
        await RefusesAsync(
            Cast.CityStaff, unknown, "verify", new VerifyInput { CountyId = await _city.IdOfAsync(Cast.Kecheng) }, HttpStatusCode.NotFound, null, unknown.Id.ToString());
    }

    private Task RefusesAsync(Official official, TaskDto task, string verb, object input, string code, params string[] named) =>
        RefusesAsync(official, task, verb, input, HttpStatusCode.Forbidden, code, named);

    private async Task RefusesAsync(Official official, TaskDto task, string verb, object input, HttpStatusCode status, string? code, params string[] named)
    {
        var client = await _city.SignInAsync(official);
        await _city.RefusesAsync(() => client.PostAsync(Path(task, verb), input), status, code, named);
    }

    private static string Path(TaskDto task, string verb) => $"/api/programme/verification/{task.Id}/{verb}";
}
