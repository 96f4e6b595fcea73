using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Timeline;
using DoubleReductionGov.Programme.Verification;

namespace DoubleReductionGov.Host.Tasks;

public sealed class TaskStoryTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_county_carries_out_a_task_until_the_city_verifies_it()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("until-verified"));
        var task = await _city.AssignedTaskAsync(Cast.Longyou, SpecialPlan.Notice, plan);
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Longyou));
        task.PersonName.ShouldNotBeNull();

        task = await staff.PostAsync<TaskDto>(TaskVerbs.Path(task, "step"), Step(task, "起草办法", 60));
        task = await staff.PostAsync<TaskDto>(TaskVerbs.Path(task, "step"), Step(task, "会签印发", 40));
        task.Steps.Select(s => (s.Number, s.FromPlan)).ShouldBe([("1.1", false), ("1.2", false)]);

        task = await staff.RecordAsync(task, new RecordProgressInput { StepId = task.Steps[0].Id, Progress = 50, Note = "初稿已成" });
        (task.State, task.Progress).ShouldBe((TaskState.InProgress, 30));
        await _city.DeliverEventsAsync();
        var cell = await _city.CellAsync(task);
        (cell.State, cell.Progress, cell.Light, cell.PersonName).ShouldBe((TaskState.InProgress, 30, task.Light, task.PersonName));

        task = await staff.RecordAsync(task, new RecordProgressInput { StepId = task.Steps[0].Id, Progress = 100 });
        task = await staff.RecordAsync(task, new RecordProgressInput { StepId = task.Steps[1].Id, Progress = 100 });
        task = await staff.HandInAsync(task, "办法（印发稿）.pdf");
        (await staff.GetByteArrayAsync(TaskVerbs.Path(task, $"evidence/{task.Evidence.Single().Id}"))).ShouldBe(TaskVerbs.Pdf);

        task = await staff.ClaimAsync(task, "已印发全县学校");
        await _city.DeliverEventsAsync();
        var waiting = (await _city.WaitingAsync(Cast.CityStaff)).Single(w => w.TaskId == task.Id);
        (waiting.Kind, waiting.CountyName, waiting.Mine).ShouldBe((WaitingKind.Claim, "龙游县", true));

        var verifier = await _city.SignInAsync(Cast.CityStaff);
        var countyId = await _city.IdOfAsync(Cast.Longyou);
        task = await verifier.DecideAsync(task, "return", new ReturnInput { CountyId = countyId, Reason = "缺少公示照片", ConcurrencyStamp = task.ConcurrencyStamp });
        (task.State, task.ReturnReason).ShouldBe((TaskState.Returned, "缺少公示照片"));

        task = await staff.HandInAsync(task, "公示照片.pdf");
        task = await staff.ClaimAsync(task);
        task = await verifier.DecideAsync(task, "verify", new VerifyInput { CountyId = countyId, Note = "材料齐全", ConcurrencyStamp = task.ConcurrencyStamp });
        (task.State, task.Light, task.VerifiedBy, task.ReturnReason).ShouldBe((TaskState.Done, Light.Green, "林建芬", null));

        await _city.DeliverEventsAsync();
        (await _city.CellAsync(task)).State.ShouldBe(TaskState.Done);
        (await _city.WaitingAsync(Cast.CityStaff)).ShouldNotContain(w => w.TaskId == task.Id);
        await HistoryTellsAsync(task);
    }

    [Fact]
    public async Task More_time_is_granted_and_the_original_date_stays_visible()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("more-time"));
        var task = await _city.AssignedTaskAsync(Cast.Jiangshan, SpecialPlan.ModelSchools, plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Jiangshan));
        var verifier = await _city.SignInAsync(Cast.CityStaff);
        var countyId = await _city.IdOfAsync(Cast.Jiangshan);

        task = await lead.AskExtensionAsync(task, "2022-09-30", "两所学校暑期改建");
        (task.WaitingExtension, task.Due).ShouldBe((true, TaskVerbs.Day("2022-06-30")));
        await _city.DeliverEventsAsync();
        var waiting = (await _city.WaitingAsync(Cast.CityStaff)).Single(w => w.TaskId == task.Id);
        (waiting.Kind, waiting.NewDue, waiting.ExtensionId).ShouldBe((WaitingKind.Extension, TaskVerbs.Day("2022-09-30"), task.Extensions.Single().Id));

        task = await verifier.DecideAsync(task, "decide-extension", Decision(task, countyId, grant: true, "同意"));
        (task.Due, task.OriginalDue, task.WaitingExtension).ShouldBe((TaskVerbs.Day("2022-09-30"), TaskVerbs.Day("2022-06-30"), false));
        var granted = task.Extensions.Single();
        (granted.State, granted.OldDue, granted.NewDue, granted.Reason, granted.DecidedBy).ShouldBe(
            (ExtensionState.Granted, TaskVerbs.Day("2022-06-30"), TaskVerbs.Day("2022-09-30"), "两所学校暑期改建", "林建芬"));

        task = await lead.AskExtensionAsync(task, "2022-12-31", "再延一个季度");
        task = await verifier.DecideAsync(task, "decide-extension", Decision(task, countyId, grant: false, "应按期完成"));
        (task.Due, task.Extensions.Count(e => e.State == ExtensionState.Refused)).ShouldBe((TaskVerbs.Day("2022-09-30"), 1));

        await _city.DeliverEventsAsync();
        (await _city.CellAsync(task)).Due.ShouldBe(TaskVerbs.Day("2022-09-30"));
        var row = (await lead.GetAsync<TimelineDto>($"/api/programme/timeline?planId={plan.Id}")).Rows.Single(r => r.Id == task.Id);
        (row.Due, row.OriginalDue).ShouldBe((TaskVerbs.Day("2022-09-30"), TaskVerbs.Day("2022-06-30")));
        var told = (await lead.HistoryAsync(task)).Take(4).Select(c => (c.Kind, c.From, c.To, c.Reason));
        told.ShouldBe([
            (TaskChangeKind.ExtensionRefused, "2022-09-30", "2022-12-31", "应按期完成"),
            (TaskChangeKind.ExtensionAsked, "2022-09-30", "2022-12-31", "再延一个季度"),
            (TaskChangeKind.ExtensionGranted, "2022-06-30", "2022-09-30", "同意"),
            (TaskChangeKind.ExtensionAsked, "2022-06-30", "2022-09-30", "两所学校暑期改建"),
        ]);
    }

    [Fact]
    public async Task A_figure_moves_progress_and_may_fall_with_a_reason()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("by-figure"));
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.ModelSchools, plan);
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Kecheng));

        task = await staff.RecordAsync(task, new RecordProgressInput { Value = 5 });
        (task.Value, task.Progress).ShouldBe((5m, 41));
        task = await staff.RecordAsync(task, new RecordProgressInput { Value = 3, Reason = "两所复核未通过" });
        (task.Value, task.Progress).ShouldBe((3m, 25));

        var fall = (await staff.HistoryAsync(task))[0];
        (fall.Kind, fall.From, fall.To, fall.Reason).ShouldBe((TaskChangeKind.Progress, "5 所", "3 所", "两所复核未通过"));
    }

    private async Task HistoryTellsAsync(TaskDto task)
    {
        var history = await (await _city.SignInAsync(Cast.LeadOf(Cast.Longyou))).HistoryAsync(task);
        history.Reverse().Select(c => c.Kind).ShouldBe([
            TaskChangeKind.Issued, TaskChangeKind.PersonAssigned, TaskChangeKind.StepAdded, TaskChangeKind.StepAdded,
            TaskChangeKind.Progress, TaskChangeKind.Progress, TaskChangeKind.Progress, TaskChangeKind.EvidenceAdded, TaskChangeKind.Claimed,
            TaskChangeKind.Returned, TaskChangeKind.EvidenceAdded, TaskChangeKind.Claimed, TaskChangeKind.Verified,
        ]);
        var assigned = history.Single(c => c.Kind == TaskChangeKind.PersonAssigned);
        (assigned.Who, assigned.Organisation, assigned.From, assigned.To).ShouldBe(("孟爱珍", "龙游县教育局", null, task.PersonName));
        var first = history.Where(c => c.Kind == TaskChangeKind.Progress).MinBy(c => c.Time)!;
        (first.Who, first.Subject, first.From, first.To, first.Reason).ShouldBe(("曾佳慧", "1.1 起草办法", "0%", "50%", "初稿已成"));
        var returned = history.Single(c => c.Kind == TaskChangeKind.Returned);
        (returned.Who, returned.Organisation, returned.Reason).ShouldBe(("林建芬", "衢州市教育局", "缺少公示照片"));
        history.ShouldAllBe(c => c.Time.Kind == DateTimeKind.Utc);
    }

    private static StepInput Step(TaskDto task, string title, int weight) => new()
    {
        Title = title,
        PersonId = task.PersonId!.Value,
        Start = task.Start,
        Due = task.Due,
        Weight = weight,
        ConcurrencyStamp = task.ConcurrencyStamp,
    };

    private static DecideExtensionInput Decision(TaskDto task, Guid countyId, bool grant, string reason) => new()
    {
        CountyId = countyId,
        ExtensionId = task.Extensions.Single(e => e.State == ExtensionState.Asked).Id,
        Grant = grant,
        Reason = reason,
        ConcurrencyStamp = task.ConcurrencyStamp,
    };
}
