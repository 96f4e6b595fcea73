using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Programme.Plans;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Plans;

/// <summary>What the city does with a plan, through HTTP.</summary>
internal static class PlanVerbs
{
    public const string Plans = "/api/programme/plan";

    public static string Path(PlanDto plan, string verb) => $"{Plans}/{plan.Id}/{verb}";

    public static async Task<PlanDto> ImportAsync(this HostApplication city, SpecialPlan plan) =>
        await (await city.SignInAsync(Cast.CityStaff)).UploadAsync<PlanDto>($"{Plans}/import", "方案.yaml", plan.File);

    /// <summary>One person of each department for what it leads.</summary>
    public static async Task<PlanDto> AssignPeopleAsync(this HostApplication city, PlanDto plan)
    {
        List<DepartmentPerson> people = [];
        foreach (var department in new[] { Cast.EducationBureau, Cast.MarketBureau })
        {
            var person = await city.PersonAsync(Cast.CityStaff, department);
            people.Add(new DepartmentPerson { OrganisationId = person.OrganisationId, PersonId = person.Id });
        }

        return await (await city.SignInAsync(Cast.CityStaff)).PostAsync<PlanDto>(
            Path(plan, "assign-people"), new AssignPeopleInput { People = people, ConcurrencyStamp = plan.ConcurrencyStamp });
    }

    public static async Task<PlanDto> ApproveAsync(this HostApplication city, PlanDto plan) =>
        await (await city.SignInAsync(Cast.CityLead)).PostAsync<PlanDto>(Path(plan, "approve"), new PlanStepInput { ConcurrencyStamp = plan.ConcurrencyStamp });

    public static async Task<PlanDto> PublishAsync(this HostApplication city, PlanDto plan) =>
        await (await city.SignInAsync(Cast.CityLead)).PostAsync<PlanDto>(Path(plan, "publish"), new PlanStepInput { ConcurrencyStamp = plan.ConcurrencyStamp });

    /// <summary>From the file to the tasks of every county.</summary>
    public static async Task<PlanDto> IssueAsync(this HostApplication city, SpecialPlan plan)
    {
        var imported = await city.ImportAsync(plan);
        var issued = await city.PublishAsync(await city.ApproveAsync(await city.AssignPeopleAsync(imported)));
        await city.DeliverEventsAsync();
        return issued;
    }

    public static async Task<PlanDto> PlanAsync(this HostApplication city, Guid id) => await (await city.SignInAsync(Cast.CityLead)).GetAsync<PlanDto>($"{Plans}/{id}");

    /// <summary>The first person of a department of the official's own side.</summary>
    public static async Task<PersonDto> PersonAsync(this HostApplication city, Official official, string department)
    {
        var client = await city.SignInAsync(official);
        var organisation = (await client.GetAsync<ListResultDto<OrganisationDto>>("/api/directory/organisation")).Items.Single(o => o.Code == department);
        return (await client.GetAsync<ListResultDto<PersonDto>>($"/api/directory/person?organisationId={organisation.Id}")).Items[0];
    }
}
