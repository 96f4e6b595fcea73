using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Tasks;

public sealed class TaskRefusalTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task Without_a_person_there_is_neither_progress_nor_a_claim()
    {
        var task = await _city.TaskAsync(Cast.Kaihua, SpecialPlan.Notice, quzhou.Plan);

        await RefusesAsync(task, Cast.Kaihua, "record-progress", new RecordProgressInput { Progress = 10 }, ProgrammeErrors.TaskHasNoPerson, "任务 1", "印发作业公示办法");
        await RefusesAsync(task, Cast.Kaihua, "claim", new ClaimInput(), ProgrammeErrors.TaskHasNoPerson, "任务 1", "印发作业公示办法");
    }

    [Fact]
    public async Task Progress_is_a_percent()
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);

        foreach (var progress in new[] { -1, 101, int.MaxValue })
        {
            await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput { Progress = progress }, HttpStatusCode.BadRequest, null, "progress", "100");
        }

        await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput(), ProgrammeErrors.ProgressOutOfRange, "0 至 100");
    }

    [Fact]
    public async Task A_figure_is_not_negative_and_has_two_decimals_at_most()
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.ModelSchools, quzhou.Plan);

        await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput { Value = -1 }, ProgrammeErrors.ProgressOutOfRange, "“-1”");
        await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput { Value = 1.005m }, ProgrammeErrors.ProgressOutOfRange, "两位小数");
        await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput { Value = 1_000_000_000_000m }, ProgrammeErrors.ProgressOutOfRange, "1000000000000");
        await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput { Progress = 50 }, ProgrammeErrors.ValueIsRequired, "所");
    }

    [Fact]
    public async Task Progress_does_not_fall_without_a_reason()
    {
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Qujiang));
        var task = await staff.RecordAsync(await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.Notice, quzhou.Plan), new RecordProgressInput { Progress = 50 });
        var counted = await staff.RecordAsync(await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.ModelSchools, quzhou.Plan), new RecordProgressInput { Value = 4 });

        await RefusesAsync(task, Cast.Qujiang, "record-progress", new RecordProgressInput { Progress = 40, Reason = "  " }, ProgrammeErrors.ProgressFellWithoutReason, "50%", "40%");
        await RefusesAsync(counted, Cast.Qujiang, "record-progress", new RecordProgressInput { Value = 3 }, ProgrammeErrors.ProgressFellWithoutReason, "4 所", "3 所");
    }

    [Fact]
    public async Task Progress_is_not_typed_where_steps_compute_it()
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Advertisements, quzhou.Plan);

        await RefusesAsync(task, Cast.Kecheng, "record-progress", new RecordProgressInput { Progress = 80 }, ProgrammeErrors.ProgressIsComputedFromSteps, "任务 3");
    }

    [Fact]
    public async Task A_step_keeps_its_dates_its_weight_and_its_person_in_order()
    {
        var task = await _city.AssignedTaskAsync(Cast.Longyou, SpecialPlan.Notice, quzhou.Plan);
        var step = new StepInput { Title = "起草", PersonId = task.PersonId!.Value, Start = task.Start, Due = task.Due, Weight = 50 };
        var stranger = await _city.PersonAsync(Cast.LeadOf(Cast.Kecheng), Cast.EducationBureau);

        await RefusesAsync(task, Cast.Longyou, "step", step with { Due = TaskVerbs.Day("2021-10-01") }, ProgrammeErrors.DueBeforeStart, "2021-10-01", "2021-11-01");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Due = TaskVerbs.Day("2022-04-01") }, ProgrammeErrors.DatesOutsideParent, "2022-04-01", "2022-03-31");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Start = TaskVerbs.Day("2021-10-31") }, ProgrammeErrors.DatesOutsideParent, "2021-10-31", "2021-11-01");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Weight = 0 }, ProgrammeErrors.WeightOutOfRange, "填写的是 0");
        await RefusesAsync(task, Cast.Longyou, "step", step with { PersonId = stranger.Id }, ProgrammeErrors.PersonNotFound, "责任人");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Title = " " }, HttpStatusCode.BadRequest, null, "title");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Title = new string('长', 201) }, HttpStatusCode.BadRequest, null, "title", "200");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Start = null }, HttpStatusCode.BadRequest, null, "start");
        await RefusesAsync(task, Cast.Longyou, "step", step with { Due = TaskVerbs.Day("0202-03-31") }, HttpStatusCode.BadRequest, null, "due", "2000-01-01");
    }

    [Fact]
    public async Task A_step_of_the_plan_is_not_changed_or_removed()
    {
        var task = await _city.TaskAsync(Cast.Longyou, SpecialPlan.Advertisements, quzhou.Plan);
        var step = task.Steps[0];
        var person = await _city.PersonAsync(Cast.LeadOf(Cast.Longyou), Cast.MarketBureau);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));
        var input = new StepInput { Title = "粗略排查", PersonId = person.Id, Start = step.Start, Due = step.Due, Weight = step.Weight };

        await _city.RefusesAsync(() => lead.PutAsync(StepPath(task, step.Id), input), HttpStatusCode.Forbidden, ProgrammeErrors.StepFromPlanIsFixed, "3.1");
        await _city.RefusesAsync(() => lead.DeleteAsync(StepPath(task, step.Id)), HttpStatusCode.Forbidden, ProgrammeErrors.StepFromPlanIsFixed, "3.1");
    }

    [Fact]
    public async Task What_is_not_the_countys_is_not_found()
    {
        var own = await _city.TaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        var neighbours = await _city.TaskAsync(Cast.Jiangshan, SpecialPlan.Notice, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var unknown = Guid.CreateVersion7();

        foreach (var id in new[] { neighbours.Id, unknown })
        {
            var absent = own with { Id = id };
            await _city.RefusesAsync(() => lead.GetAsync($"{TaskVerbs.Tasks}/{id}"), HttpStatusCode.NotFound, null, id.ToString());
            await _city.RefusesAsync(() => lead.GetAsync(TaskVerbs.Path(absent, "history")), HttpStatusCode.NotFound, null, id.ToString());
            await RefusesAsync(absent, Cast.Kecheng, "claim", new ClaimInput(), HttpStatusCode.NotFound, null, id.ToString());
            await RefusesAsync(absent, Cast.Kecheng, "record-progress", new RecordProgressInput { Progress = 10 }, HttpStatusCode.NotFound, null, id.ToString());
            await _city.RefusesAsync(() => lead.UploadAsync(TaskVerbs.Path(absent, "evidence"), "a.pdf", TaskVerbs.Pdf), HttpStatusCode.NotFound, null, id.ToString());
        }

        await _city.RefusesAsync(() => lead.GetAsync(TaskVerbs.Path(own, $"evidence/{unknown}")), HttpStatusCode.NotFound, null, unknown.ToString());
        await _city.RefusesAsync(() => lead.DeleteAsync(StepPath(own, unknown)), HttpStatusCode.NotFound, null, unknown.ToString());
    }

    [Fact]
    public async Task What_was_removed_is_not_found()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Changshan));
        var task = await _city.AssignedTaskAsync(Cast.Changshan, SpecialPlan.Notice, quzhou.Plan);
        task = await lead.HandInAsync(task, "旧稿.pdf");
        var evidence = task.Evidence.Single().Id;
        var input = new StepInput { Title = "起草", PersonId = task.PersonId!.Value, Start = task.Start, Due = task.Due, Weight = 50 };
        var step = (await lead.PostAsync<TaskDto>(TaskVerbs.Path(task, "step"), input)).Steps.Single().Id;
        (await lead.DeleteAsync(StepPath(task, step))).EnsureSuccessStatusCode().Dispose();
        (await lead.DeleteAsync(TaskVerbs.Path(task, $"evidence/{evidence}"))).EnsureSuccessStatusCode().Dispose();

        await _city.RefusesAsync(() => lead.DeleteAsync(StepPath(task, step)), HttpStatusCode.NotFound, null, step.ToString());
        await _city.RefusesAsync(() => lead.PutAsync(StepPath(task, step), input), HttpStatusCode.NotFound, null, step.ToString());
        await RefusesAsync(task, Cast.Changshan, "record-progress", new RecordProgressInput { StepId = step, Progress = 10 }, HttpStatusCode.NotFound, null, step.ToString());
        await _city.RefusesAsync(() => lead.GetAsync(TaskVerbs.Path(task, $"evidence/{evidence}")), HttpStatusCode.NotFound, null, evidence.ToString());
        await _city.RefusesAsync(() => lead.DeleteAsync(TaskVerbs.Path(task, $"evidence/{evidence}")), HttpStatusCode.NotFound, null, evidence.ToString());
    }

    [Fact]
    public async Task Texts_that_are_too_long_are_refused()
    {
        var task = await _city.AssignedTaskAsync(Cast.Jiangshan, SpecialPlan.Notice, quzhou.Plan);
        var tooLong = new string('长', 501);

        await RefusesAsync(task, Cast.Jiangshan, "record-progress", new RecordProgressInput { Progress = 10, Note = tooLong }, HttpStatusCode.BadRequest, null, "note", "500");
        await RefusesAsync(task, Cast.Jiangshan, "record-progress", new RecordProgressInput { Progress = 10, Reason = tooLong }, HttpStatusCode.BadRequest, null, "reason", "500");
        await RefusesAsync(task, Cast.Jiangshan, "claim", new ClaimInput { Note = tooLong }, HttpStatusCode.BadRequest, null, "note", "500");
        await RefusesAsync(task, Cast.Jiangshan, "ask-extension", new AskExtensionInput { NewDue = TaskVerbs.Day("2022-04-30"), Reason = tooLong }, HttpStatusCode.BadRequest, null, "reason", "500");
    }

    private Task RefusesAsync(TaskDto task, County county, string verb, object input, string code, params string[] named) =>
        RefusesAsync(task, county, verb, input, HttpStatusCode.Forbidden, code, named);

    private async Task RefusesAsync(TaskDto task, County county, string verb, object input, HttpStatusCode status, string? code, params string[] named)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(county));
        await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(task, verb), input), status, code, named);
    }

    private static string StepPath(TaskDto task, Guid stepId) => TaskVerbs.Path(task, $"step/{stepId}");
}
