using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Plans;

namespace DoubleReductionGov.Host.Plans;

public sealed class PlanRefusalTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task An_incomplete_plan_is_not_approved()
    {
        var draft = await _city.ImportAsync(new SpecialPlan("incomplete"));

        await RefusesAsync(Cast.CityLead, "approve", draft, ProgrammeErrors.PlanIsIncomplete, "4", "1、2、3.1、3.2");
    }

    [Fact]
    public async Task Weights_that_do_not_add_up_are_not_approved()
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var draft = await _city.AssignPeopleAsync(await _city.ImportAsync(new SpecialPlan("unbalanced")));
        draft = await staff.PutAsync<PlanDto>(ItemPath(draft, SpecialPlan.Notice), Input(draft, SpecialPlan.Notice) with { Weight = 50 });

        await RefusesAsync(Cast.CityLead, "approve", draft, ProgrammeErrors.WeightsDoNotAddUp, "unbalanced", "110");
    }

    [Fact]
    public async Task A_draft_is_not_published()
    {
        var draft = await _city.AssignPeopleAsync(await _city.ImportAsync(new SpecialPlan("not-approved")));

        await RefusesAsync(Cast.CityLead, "publish", draft, ProgrammeErrors.PlanIsNotApproved, SpecialPlan.Title);
    }

    [Fact]
    public async Task A_published_plan_stays_as_it_is()
    {
        var issued = await _city.PlanAsync(quzhou.Plan.Id);
        var staff = await _city.SignInAsync(Cast.CityStaff);

        await RefusesAsync(Cast.CityLead, "publish", issued, ProgrammeErrors.PlanIsNotApproved, SpecialPlan.Title);
        await RefusesAsync(Cast.CityLead, "approve", issued, ProgrammeErrors.PlanIsNotDraft, SpecialPlan.Title);
        await RefusesAsync(Cast.CityStaff, "assign-people", issued, ProgrammeErrors.PlanIsNotDraft, SpecialPlan.Title);
        await RefusesItemAsync(issued, Input(issued, SpecialPlan.Notice), ProgrammeErrors.PlanIsNotDraft, SpecialPlan.Title);
        await _city.RefusesAsync(
            () => staff.DeleteAsync($"{PlanVerbs.Plans}/{issued.Id}"), HttpStatusCode.Forbidden, ProgrammeErrors.PlanIsNotDraft, SpecialPlan.Title);
    }

    [Fact]
    public async Task An_approved_plan_is_neither_changed_nor_approved_again()
    {
        var approved = await _city.ApproveAsync(await _city.AssignPeopleAsync(await _city.ImportAsync(new SpecialPlan("approved-once"))));

        await RefusesAsync(Cast.CityLead, "approve", approved, ProgrammeErrors.PlanIsNotDraft, SpecialPlan.Title);
        await RefusesItemAsync(approved, Input(approved, SpecialPlan.Notice), ProgrammeErrors.PlanIsNotDraft, SpecialPlan.Title);
    }

    [Fact]
    public async Task An_item_keeps_its_dates_its_weight_and_its_people_in_order()
    {
        var draft = await _city.ImportAsync(new SpecialPlan("items"));
        var input = Input(draft, SpecialPlan.Notice);
        var stranger = await _city.PersonAsync(Cast.CityStaff, Cast.MarketBureau);
        var otherCounty = await _city.PersonAsync(Cast.LeadOf(Cast.Kecheng), Cast.EducationBureau);

        await RefusesItemAsync(draft, input with { Due = TaskVerbs.Day("2021-10-31") }, ProgrammeErrors.DueBeforeStart, "2021-10-31", "2021-11-01");
        await RefusesItemAsync(draft, input with { Due = TaskVerbs.Day("2023-01-01") }, ProgrammeErrors.DatesOutsideParent, "“1”", "2023-01-01", "2022-12-31");
        await RefusesItemAsync(draft, input with { Weight = 0 }, ProgrammeErrors.WeightOutOfRange, "0");
        await RefusesItemAsync(draft, input with { Weight = 101 }, ProgrammeErrors.WeightOutOfRange, "101");
        await RefusesItemAsync(draft, input with { PersonId = stranger.Id }, ProgrammeErrors.PersonNotFound, "责任人");
        await RefusesItemAsync(draft, input with { PersonId = otherCounty.Id }, ProgrammeErrors.PersonNotFound, "责任人");
        await RefusesItemAsync(draft, Input(draft, "3.1") with { Due = TaskVerbs.Day("2022-03-01") }, ProgrammeErrors.DatesOutsideParent, "“3.1”", "2022-03-01", "2022-02-28");
    }

    [Fact]
    public async Task A_stale_stamp_changes_nothing()
    {
        var stale = await _city.ImportAsync(new SpecialPlan("stale"));
        await _city.AssignPeopleAsync(stale);
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var lead = await _city.SignInAsync(Cast.CityLead);

        await _city.RefusesAsync(
            () => lead.PostAsync(PlanVerbs.Path(stale, "approve"), new PlanStepInput { ConcurrencyStamp = stale.ConcurrencyStamp }), HttpStatusCode.Conflict, null, "其他人先行修改");
        await _city.RefusesAsync(
            () => staff.PutAsync(ItemPath(stale, SpecialPlan.Notice), Input(stale, SpecialPlan.Notice)), HttpStatusCode.Conflict, null, "其他人先行修改");
        await _city.RefusesAsync(
            () => staff.DeleteAsync($"{PlanVerbs.Plans}/{stale.Id}?concurrencyStamp={stale.ConcurrencyStamp}"), HttpStatusCode.Conflict, null, "其他人先行修改");
    }

    [Fact]
    public async Task An_unknown_or_deleted_plan_is_not_found()
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var deleted = await _city.ImportAsync(new SpecialPlan("deleted"));
        (await staff.DeleteAsync($"{PlanVerbs.Plans}/{deleted.Id}")).ShouldTurnAway(HttpStatusCode.NoContent);

        foreach (var plan in new[] { deleted, deleted with { Id = Guid.CreateVersion7() } })
        {
            var id = plan.Id.ToString();
            await _city.RefusesAsync(() => staff.GetAsync($"{PlanVerbs.Plans}/{id}"), HttpStatusCode.NotFound, null, id);
            await _city.RefusesAsync(() => staff.DeleteAsync($"{PlanVerbs.Plans}/{id}"), HttpStatusCode.NotFound, null, id);
            await _city.RefusesAsync(() => staff.PutAsync(ItemPath(plan, SpecialPlan.Notice), Input(plan, SpecialPlan.Notice)), HttpStatusCode.NotFound, null, id);
        }

        var draft = await _city.ImportAsync(new SpecialPlan("without-that-item"));
        var unknown = Guid.CreateVersion7();
        await _city.RefusesAsync(
            () => staff.PutAsync(PlanVerbs.Path(draft, $"item/{unknown}"), Input(draft, SpecialPlan.Notice)), HttpStatusCode.NotFound, null, unknown.ToString());
    }

    private async Task RefusesAsync(Official official, string verb, PlanDto plan, string code, params string[] named)
    {
        var client = await _city.SignInAsync(official);
        object input = verb == "assign-people" ? new AssignPeopleInput { ConcurrencyStamp = plan.ConcurrencyStamp } : new PlanStepInput { ConcurrencyStamp = plan.ConcurrencyStamp };
        await _city.RefusesAsync(() => client.PostAsync(PlanVerbs.Path(plan, verb), input), HttpStatusCode.Forbidden, code, named);
    }

    private async Task RefusesItemAsync(PlanDto plan, UpdatePlanItemInput input, string code, params string[] named)
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var number = plan.Items.Single(i => i.Title == input.Title).Number;
        await _city.RefusesAsync(() => staff.PutAsync(ItemPath(plan, number), input), HttpStatusCode.Forbidden, code, named);
    }

    private static string ItemPath(PlanDto plan, string number) => PlanVerbs.Path(plan, $"item/{plan.Items.Single(i => i.Number == number).Id}");

    private static UpdatePlanItemInput Input(PlanDto plan, string number)
    {
        var item = plan.Items.Single(i => i.Number == number);
        return new UpdatePlanItemInput
        {
            Title = item.Title,
            LeadOrganisationId = item.LeadOrganisationId,
            SupportOrganisationIds = [.. item.Support.Select(s => s.Id)],
            PersonId = item.PersonId,
            Start = item.Start,
            Due = item.Due,
            Weight = item.Weight,
            ConcurrencyStamp = plan.ConcurrencyStamp,
        };
    }
}
