using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Tasks;

public sealed class ClaimRefusalTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task Open_steps_stand_in_the_way()
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Advertisements, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        task = await lead.HandInAsync(await lead.RecordAsync(task, new RecordProgressInput { StepId = task.Steps[0].Id, Progress = 100 }), "台账.pdf");

        await RefusesToClaimAsync(task, Cast.Kecheng, ProgrammeErrors.TaskHasOpenSteps, "3.2");
    }

    [Fact]
    public async Task Missing_evidence_stands_in_the_way()
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        task = await lead.RecordAsync(task, new RecordProgressInput { Progress = 100 });

        await RefusesToClaimAsync(task, Cast.Kecheng, ProgrammeErrors.EvidenceIsMissing, "印发的办法");
    }

    [Fact]
    public async Task A_measure_that_is_not_reached_stands_in_the_way()
    {
        var counted = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.ModelSchools, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        counted = await lead.RecordAsync(counted, new RecordProgressInput { Value = 11.99m });
        var halfDone = await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.Notice, quzhou.Plan);
        halfDone = await (await _city.SignInAsync(Cast.LeadOf(Cast.Qujiang))).HandInAsync(halfDone, "办法.pdf");

        await RefusesToClaimAsync(counted, Cast.Kecheng, ProgrammeErrors.MeasureNotReached, "11.99 所", "12 所");
        await RefusesToClaimAsync(halfDone, Cast.Qujiang, ProgrammeErrors.MeasureNotReached, "0 %", "100 %");
    }

    [Fact]
    public async Task A_claimed_task_is_closed_to_the_county()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Longyou, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));
        var person = task.PersonId!.Value;
        var step = new StepInput { Title = "补充", PersonId = person, Start = task.Start, Due = task.Due, Weight = 10 };

        foreach (var (verb, input) in new (string, object)[]
        {
            ("claim", new ClaimInput()),
            ("assign", new AssignInput { PersonId = person }),
            ("record-progress", new RecordProgressInput { Progress = 90, Reason = "更正" }),
            ("step", step),
            ("ask-extension", new AskExtensionInput { NewDue = TaskVerbs.Day("2022-04-30"), Reason = "延期" }),
        })
        {
            await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(task, verb), input), HttpStatusCode.Forbidden, ProgrammeErrors.TaskIsNotOpen, "任务 1");
        }

        await _city.RefusesAsync(
            () => lead.UploadAsync(TaskVerbs.Path(task, "evidence"), "补充.pdf", TaskVerbs.Pdf), HttpStatusCode.Forbidden, ProgrammeErrors.TaskIsNotOpen, "任务 1");
        await _city.RefusesAsync(
            () => lead.DeleteAsync(TaskVerbs.Path(task, $"evidence/{task.Evidence.Single().Id}")), HttpStatusCode.Forbidden, ProgrammeErrors.TaskIsNotOpen, "任务 1");
    }

    private async Task RefusesToClaimAsync(TaskDto task, County county, string code, params string[] named)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(county));
        await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(task, "claim"), new ClaimInput()), HttpStatusCode.Forbidden, code, named);
    }
}
