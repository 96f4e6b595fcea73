using Volo.Abp;

namespace DoubleReductionGov.Programme.Plans;

public class PlanTests
{
    private static readonly DateTime Now = new(2021, 8, 31, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_complete_draft_is_approved_with_who_and_when()
    {
        var plan = Complete();

        plan.Approve(Cast.LiActing, Now);

        plan.State.ShouldBe(PlanState.Approved);
        plan.ApprovedBy.ShouldBe("李督导");
        plan.ApprovedAt.ShouldBe(Now);
    }

    [Fact]
    public void Approval_lists_everything_that_is_missing()
    {
        var plan = new Plan(
            Guid.CreateVersion7(),
            File(
                Item("1", 50) with { Lead = null, Person = null },
                Item("2", 50) with { Start = null, Measure = null, Steps = [Item("2.1", 100) with { Person = null }] }),
            Cast.CityPeople, Cast.Guids);

        plan.Missing().Select(m => (m.Number, string.Join(",", m.Missing))).ShouldBe([("1", "Person,Lead"), ("2", "Start,Measure"), ("2.1", "Person")]);
        var refusal = Should.Throw<BusinessException>(() => plan.Approve(Cast.LiActing, Now));
        refusal.Code.ShouldBe(ProgrammeErrors.PlanIsIncomplete);
        refusal.Data["missing"].ShouldBe("1、2、2.1");
        plan.State.ShouldBe(PlanState.Draft);
    }

    [Fact]
    public void A_department_is_not_a_person_TASK_02()
    {
        var plan = new Plan(Guid.CreateVersion7(), File(Item("1", 100) with { Person = null }), Cast.CityPeople, Cast.Guids);

        Cast.RefusalOf(() => plan.Approve(Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.PlanIsIncomplete);
        plan.AssignPeople([Cast.CityWang]);
        Cast.RefusalOf(() => plan.Approve(Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.PlanIsIncomplete);
        plan.AssignPeople([Cast.CityLi]);
        plan.Approve(Cast.LiActing, Now);
        plan.Items[0].PersonName.ShouldBe("李督导");
    }

    [Fact]
    public void Weights_that_no_longer_add_up_are_refused_at_approval()
    {
        var plan = Complete();
        plan.ChangeItem(plan.Items[0].Id, Content(plan.Items[0]) with { Weight = 49 });

        Cast.RefusalOf(() => plan.Approve(Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.WeightsDoNotAddUp);
    }

    [Fact]
    public void An_approved_plan_changes_no_more()
    {
        var plan = Complete();
        plan.Approve(Cast.LiActing, Now);
        var version = plan.Version;

        Cast.RefusalOf(() => plan.ChangeItem(plan.Items[0].Id, Content(plan.Items[0]))).ShouldBe(ProgrammeErrors.PlanIsNotDraft);
        Cast.RefusalOf(() => plan.AssignPeople([Cast.CityLi])).ShouldBe(ProgrammeErrors.PlanIsNotDraft);
        Cast.RefusalOf(() => plan.Approve(Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.PlanIsNotDraft);
        Cast.RefusalOf(plan.EnsureDraft).ShouldBe(ProgrammeErrors.PlanIsNotDraft);
        plan.Version.ShouldBe(version);
    }

    [Fact]
    public void Dates_of_an_item_stay_inside_the_plan_and_around_its_steps()
    {
        var plan = Complete();
        var (task, step) = (plan.Items[1], plan.Items[2]);

        Cast.RefusalOf(() => plan.ChangeItem(task.Id, Content(task) with { Due = plan.Due.AddDays(1) })).ShouldBe(ProgrammeErrors.DatesOutsideParent);
        Cast.RefusalOf(() => plan.ChangeItem(task.Id, Content(task) with { Due = step.Due!.Value.AddDays(-1) })).ShouldBe(ProgrammeErrors.DatesOutsideParent);
        Cast.RefusalOf(() => plan.ChangeItem(step.Id, Content(step) with { Start = plan.Start.AddDays(-1) })).ShouldBe(ProgrammeErrors.DatesOutsideParent);
        Cast.RefusalOf(() => plan.ChangeItem(step.Id, Content(step) with { Due = step.Start!.Value.AddDays(-1) })).ShouldBe(ProgrammeErrors.DueBeforeStart);
        Cast.RefusalOf(() => plan.ChangeItem(step.Id, Content(step) with { Weight = 0 })).ShouldBe(ProgrammeErrors.WeightOutOfRange);
    }

    [Fact]
    public void A_draft_is_not_published_and_a_published_plan_not_twice()
    {
        var plan = Complete();
        Cast.RefusalOf(() => plan.Publish([Cast.Kecheng], Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.PlanIsNotApproved);
        plan.Approve(Cast.LiActing, Now);
        Cast.RefusalOf(() => plan.Publish([], Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.PlanHasNoCounty);

        plan.Publish([Cast.Kecheng], Cast.LiActing, Now);

        plan.State.ShouldBe(PlanState.Published);
        Cast.RefusalOf(() => plan.Publish([Cast.Kecheng], Cast.LiActing, Now)).ShouldBe(ProgrammeErrors.PlanIsNotApproved);
    }

    [Fact]
    public void Each_county_receives_its_own_targets_and_no_task_without_a_share()
    {
        var shared = Item("1", 50) with { Measure = Cast.SixtyPlaces, Shares = new Dictionary<string, decimal> { ["330802"] = 60, ["330803"] = 0 } };
        var plan = new Plan(Guid.CreateVersion7(), File(shared, Item("2", 50)), Cast.CityPeople, Cast.Guids);
        plan.Approve(Cast.LiActing, Now);

        plan.Publish([Cast.Kecheng, Cast.Qujiang], Cast.LiActing, Now);

        var events = plan.GetDistributedEvents().Select(e => (PlanPublishedEto)e.EventData).ToList();
        events.Select(e => e.TenantId).ShouldBe([Cast.Kecheng.Id, Cast.Qujiang.Id]);
        events[0].Tasks.Select(t => t.Measure.Target).ShouldBe([60m, null]);
        events[1].Tasks.Select(t => t.Number).ShouldBe(["2"]);
        plan.IssuedCountyCount.ShouldBe(2);
    }

    private static Plan Complete() =>
        new(Guid.CreateVersion7(), File(Item("1", 50), Item("2", 50) with { Person = null, Steps = [Item("2.1", 100)] }), Cast.CityPeople, Cast.Guids);

    private static PlanFile File(params PlanFileItem[] tasks) =>
        new("p", "方案", 2021, "衢教〔2021〕1号", new DateOnly(2021, 1, 1), new DateOnly(2025, 12, 31), tasks);

    private static PlanFileItem Item(string number, int weight) => new()
    {
        Line = 1,
        Lines = new Dictionary<string, int>(),
        Section = "校内减负提质",
        Number = number,
        Title = "任务" + number,
        Source = "Q§1",
        Lead = "EDU",
        Support = ["FIN"],
        Person = "李督导",
        Start = Cast.Start,
        Due = Cast.Due,
        Weight = weight,
        After = [],
        Measure = Cast.Documents,
        Shares = null,
    };

    private static PlanItemContent Content(PlanItem item) =>
        new(item.Title, item.Lead, item.Support, Cast.CityLi, item.Start, item.Due, item.Weight);
}
