using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Host.Administration;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Isolation;

/// <summary>
/// The demonstration city in which Qujiang wrote marked words wherever a county can write. Whoever else is answered with one of them
/// has looked over the fence.
/// </summary>
public sealed class QuzhouWithMarkers(DemonstrationTemplate template) : QuzhouCity(template)
{
    /// <summary>Notes, steps, files and reasons: for the county, and for the city only when it enters.</summary>
    public const string Marker = "MARKED-WORK-OF-QUJIANG";

    /// <summary>A person's name: the city sees it on its chart, no other county does.</summary>
    public const string PersonMarker = "MARKED-PERSON-OF-QUJIANG";

    /// <summary>Written on a task with which the county's market supervision bureau has nothing to do.</summary>
    public const string ForeignToMarketBureau = "MARKED-WORK-OF-OTHERS";

    private readonly Dictionary<string, Guid> _ids = new(StringComparer.OrdinalIgnoreCase);

    public PlanDto Plan { get; private set; } = null!;

    /// <summary>Ids of Qujiang's rows, by the name under which an endpoint asks for one.</summary>
    public IReadOnlyDictionary<string, Guid> Ids => _ids;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Plan = await Application.IssueAsync(new SpecialPlan("marked"));
        var lead = await Application.SignInAsync(Cast.LeadOf(Cast.Qujiang));
        var bureau = (await lead.GetAsync<ListResultDto<OrganisationDto>>("/api/directory/organisation")).Items.Single(o => o.Code == Cast.EducationBureau);
        var person = await lead.PostAsync<PersonDto>("/api/directory/person", new CreatePersonInput { Name = PersonMarker, OrganisationId = bureau.Id });
        var task = await MarkAsync(lead, SpecialPlan.Notice, person.Id, Marker);
        await MarkAsync(lead, SpecialPlan.ModelSchools, person.Id, ForeignToMarketBureau);
        await Application.DeliverEventsAsync();

        _ids["tenantId"] = _ids["countyId"] = await Application.IdOfAsync(Cast.Qujiang);
        _ids["taskId"] = task.Id;
        _ids["stepId"] = task.Steps.Single().Id;
        _ids["evidenceId"] = task.Evidence.Single().Id;
        _ids["extensionId"] = task.Extensions.Single().Id;
        _ids["personId"] = person.Id;
        _ids["organisationId"] = _ids["leadOrganisationId"] = _ids["supportOrganisationId"] = bureau.Id;
        var account = await (await Application.SignInAsync(Cast.SecurityAdminOf(Cast.Qujiang))).UserAsync("county.staff");
        _ids["userId"] = account.Id;
        _ids["roleId"] = account.Roles.Single().Id;
        _ids["planId"] = Plan.Id;
        _ids["itemId"] = Plan.Items[0].Id;
    }

    private async Task<TaskDto> MarkAsync(HttpClient lead, string number, Guid personId, string marker)
    {
        var task = await lead.AssignAsync(await Application.TaskAsync(Cast.Qujiang, number, Plan), personId);
        task = await lead.PostAsync<TaskDto>(
            TaskVerbs.Path(task, "step"), new StepInput { Title = marker, PersonId = personId, Start = task.Start, Due = task.Due, Weight = 50 });
        task = await lead.RecordAsync(task, new RecordProgressInput { StepId = task.Steps.Single().Id, Progress = 20, Note = marker });
        task = await lead.UploadAsync<TaskDto>(TaskVerbs.Path(task, "evidence"), $"{marker}.pdf", [.. TaskVerbs.Pdf, .. System.Text.Encoding.ASCII.GetBytes(marker)]);
        return await lead.AskExtensionAsync(task, "2022-07-31", marker);
    }
}
