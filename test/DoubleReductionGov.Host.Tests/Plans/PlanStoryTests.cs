using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Plans;

public sealed class PlanStoryTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_file_becomes_the_tasks_of_every_county()
    {
        var plan = await _city.ImportAsync(new SpecialPlan("from-file-to-tasks"));
        (plan.State, plan.Title, plan.CountyCount, plan.IssuedCounties).ShouldBe((PlanState.Draft, SpecialPlan.Title, 6, 0));
        plan.Missing.Select(m => m.Number).ShouldBe(SpecialPlan.Leaves);
        plan.Missing.ShouldAllBe(m => m.Missing.Single() == MissingPart.Person);

        var lead = await _city.SignInAsync(Cast.CityLead);
        await _city.RefusesAsync(
            () => lead.PostAsync(PlanVerbs.Path(plan, "approve"), new PlanStepInput { ConcurrencyStamp = plan.ConcurrencyStamp }),
            HttpStatusCode.Forbidden, ProgrammeErrors.PlanIsIncomplete, "4", "1、2、3.1、3.2");

        plan = await _city.AssignPeopleAsync(plan);
        plan.Missing.ShouldBeEmpty();

        plan = await _city.ApproveAsync(plan);
        (plan.State, plan.ApprovedBy!.Name).ShouldBe((PlanState.Approved, "柴春生"));

        plan = await _city.PublishAsync(plan);
        (plan.State, plan.PublishedBy!.Name, plan.CountyCount).ShouldBe((PlanState.Published, "柴春生", 6));
        await _city.DeliverEventsAsync();
        (await _city.PlanAsync(plan.Id)).IssuedCounties.ShouldBe(6);

        foreach (var county in Cast.Counties)
        {
            var task = await _city.TaskAsync(county, SpecialPlan.Advertisements, plan);
            (task.State, task.IssuerName, task.LeadName, task.PersonName).ShouldBe((TaskState.NotStarted, "市场监管局", "市场监管局", null));
            task.Steps.Select(s => (s.Number, s.FromPlan)).ShouldBe([("3.1", true), ("3.2", true)]);
            task.Predecessors.ShouldHaveSingleItem().Number.ShouldBe("1");
            var issued = (await (await _city.SignInAsync(Cast.LeadOf(county))).HistoryAsync(task)).ShouldHaveSingleItem();
            (issued.Kind, issued.Who, issued.Organisation).ShouldBe((TaskChangeKind.Issued, "柴春生", "衢州市教育局"));
            (await _city.CellAsync(task)).State.ShouldBe(TaskState.NotStarted);
        }
    }

    [Fact]
    public async Task Each_county_has_its_own_share_of_a_figure()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("shares"));

        (await _city.TaskAsync(Cast.Kecheng, SpecialPlan.ModelSchools, plan)).Measure.Target.ShouldBe(12);
        (await _city.TaskAsync(Cast.Kaihua, SpecialPlan.ModelSchools, plan)).Measure.Target.ShouldBe(8);
    }

    [Fact]
    public async Task A_draft_that_was_deleted_can_be_imported_again()
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var draft = await _city.ImportAsync(new SpecialPlan("second-try"));

        (await staff.DeleteAsync($"{PlanVerbs.Plans}/{draft.Id}?concurrencyStamp={draft.ConcurrencyStamp}")).ShouldTurnAway(HttpStatusCode.NoContent);

        (await staff.GetAsync($"{PlanVerbs.Plans}/{draft.Id}")).ShouldTurnAway(HttpStatusCode.NotFound);
        (await _city.ImportAsync(new SpecialPlan("second-try"))).Id.ShouldNotBe(draft.Id);
    }

    [Fact]
    public async Task The_staff_completes_an_item_of_a_draft()
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var plan = await _city.ImportAsync(new SpecialPlan("completed-by-hand"));
        var item = plan.Items.Single(i => i.Number == SpecialPlan.Notice);
        var person = await _city.PersonAsync(Cast.CityStaff, Cast.EducationBureau);

        plan = await staff.PutAsync<PlanDto>(PlanVerbs.Path(plan, $"item/{item.Id}"), new UpdatePlanItemInput
        {
            Title = "印发作业公示办法（修订）",
            LeadOrganisationId = item.LeadOrganisationId,
            PersonId = person.Id,
            Start = item.Start,
            Due = TaskVerbs.Day("2022-04-30"),
            Weight = item.Weight,
            ConcurrencyStamp = plan.ConcurrencyStamp,
        });

        var changed = plan.Items.Single(i => i.Id == item.Id);
        (changed.Title, changed.PersonName, changed.Due).ShouldBe(("印发作业公示办法（修订）", person.Name, TaskVerbs.Day("2022-04-30")));
        plan.Missing.Select(m => m.Number).ShouldBe(["2", "3.1", "3.2"]);
    }
}
