using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.Sorting;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>The city's plans: imported as a draft, completed, approved, issued to the counties. A stale stamp is refused with 409.</summary>
[Authorize(ProgrammePermissions.Plans)]
public sealed class PlanAppService : ApplicationService
{
    private static readonly SortFields<Plan> SortFields = new SortFields<Plan>().Add("code", p => p.Code).Add("title", p => p.Title).Add("year", p => p.Year);

    private IRepository<Plan, Guid> Plans => LazyServiceProvider.LazyGetRequiredService<IRepository<Plan, Guid>>();

    private IRepository<WallChartCell, Guid> Cells => LazyServiceProvider.LazyGetRequiredService<IRepository<WallChartCell, Guid>>();

    private IDirectoryIntegrationService Directory => LazyServiceProvider.LazyGetRequiredService<IDirectoryIntegrationService>();

    private PlanImport Import => LazyServiceProvider.LazyGetRequiredService<PlanImport>();

    private PlanPublication Publication => LazyServiceProvider.LazyGetRequiredService<PlanPublication>();

    private Occasions Occasions => LazyServiceProvider.LazyGetRequiredService<Occasions>();

    /// <summary>The plans, newest first (TASK-01).</summary>
    public async Task<PagedResultDto<PlanListItem>> GetListAsync(PlanListInput input)
    {
        var query = await Plans.GetQueryableAsync();
        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            var part = input.Filter.Trim();
            query = query.Where(p => p.Code.Contains(part) || p.Title.Contains(part));
        }

        var cells = await Cells.GetQueryableAsync();
        var countyCount = (await Directory.GetCountiesAsync()).Count;
        var total = await query.CountAsync();
        var items = await Sort(query, input.Sorting)
            .Skip(input.SkipCount).Take(input.MaxResultCount)
            .Select(p => new PlanListItem(
                p.Id, p.Code, p.Title, p.Year, p.State, p.Start, p.Due,
                p.Items.Count(i => i.ParentId == null),
                p.Items.Count(i => i.IsLeaf),
                p.Items.Count(i => (i.IsLeaf && i.PersonId == null) || i.Start == null || i.Due == null || i.Lead == null
                    || (i.ParentId == null && i.Measure == null)),
                cells.Where(c => c.PlanId == p.Id).Select(c => c.CountyId).Distinct().Count(),
                p.State == PlanState.Published ? p.IssuedCountyCount : countyCount))
            .ToListAsync();
        return new PagedResultDto<PlanListItem>(total, items);
    }

    /// <summary>One plan with its items, and what it lacks as long as it is a draft.</summary>
    public async Task<PlanDto> GetAsync(Guid id) => await ToDtoAsync(await Plans.GetAsync(id));

    /// <summary>
    /// Reads a plan's file into a draft. Refuses: PlanFileIsInvalid (with every mistake and its line), PlanCodeExists.
    /// </summary>
    [Authorize(ProgrammePermissions.PlansImport)]
    public async Task<PlanDto> ImportAsync(IRemoteStreamContent file)
    {
        using (file)
        {
            return await ToDtoAsync(await Import.ImportAsync(await ReadAsync(file.GetStream())));
        }
    }

    /// <summary>Deletes a draft for good; its file can be imported again. Refuses: PlanIsNotDraft.</summary>
    [Authorize(ProgrammePermissions.PlansEdit)]
    public async Task DeleteAsync(Guid id, string? concurrencyStamp = null)
    {
        var plan = await Plans.GetAsync(id);
        plan.SetConcurrencyStampIfNotNull(concurrencyStamp);
        plan.EnsureDraft();
        await Plans.DeleteAsync(plan);
    }

    /// <summary>Changes an item of a draft. Refuses: PlanIsNotDraft, WeightOutOfRange, DueBeforeStart, DatesOutsideParent, PersonNotFound.</summary>
    [Authorize(ProgrammePermissions.PlansEdit)]
    public async Task<PlanDto> UpdateItemAsync(Guid id, Guid itemId, UpdatePlanItemInput input)
    {
        var people = await Import.GetPeopleAsync();
        var lead = input.LeadOrganisationId is { } leadId ? FindDepartment(people, leadId) : null;
        var person = input.PersonId is { } personId ? FindPerson(people, lead?.Id, personId) : null;
        var support = input.SupportOrganisationIds.Distinct().Where(s => s != lead?.Id).Select(s => FindDepartment(people, s)).ToList();
        return await ChangeAsync(id, input.ConcurrencyStamp, plan =>
            plan.ChangeItem(itemId, new PlanItemContent(input.Title, lead, support, person, input.Start, input.Due, input.Weight)));
    }

    /// <summary>Names one person for all leaves of a department that lack one (TASK-02). Refuses: PlanIsNotDraft, PersonNotFound.</summary>
    [Authorize(ProgrammePermissions.PlansEdit)]
    public async Task<PlanDto> AssignPeopleAsync(Guid id, AssignPeopleInput input)
    {
        var people = await Import.GetPeopleAsync();
        var named = input.People.OfType<DepartmentPerson>().Select(p => FindPerson(people, p.OrganisationId, p.PersonId)).ToList();
        return await ChangeAsync(id, input.ConcurrencyStamp, plan => plan.AssignPeople(named));
    }

    /// <summary>Approves a draft (TASK-02). Refuses: PlanIsNotDraft, PlanIsIncomplete (with all numbers), WeightsDoNotAddUp.</summary>
    [Authorize(ProgrammePermissions.PlansApprove)]
    public async Task<PlanDto> ApproveAsync(Guid id, PlanStepInput input)
    {
        var who = await Occasions.GetActorAsync();
        return await ChangeAsync(id, input.ConcurrencyStamp, plan => plan.Approve(who, Clock.Now));
    }

    /// <summary>Issues an approved plan to every county (TASK-07). Refuses: PlanIsNotApproved, CountyLacksDepartment, PlanHasNoCounty.</summary>
    [Authorize(ProgrammePermissions.PlansPublish)]
    public async Task<PlanDto> PublishAsync(Guid id, PlanStepInput input)
    {
        var who = await Occasions.GetActorAsync();
        return await ChangeAsync(id, input.ConcurrencyStamp, plan => Publication.PublishAsync(plan, who, Clock.Now));
    }

    private Task<PlanDto> ChangeAsync(Guid id, string? concurrencyStamp, Action<Plan> verb) => ChangeAsync(id, concurrencyStamp, plan =>
    {
        verb(plan);
        return Task.CompletedTask;
    });

    private async Task<PlanDto> ChangeAsync(Guid id, string? concurrencyStamp, Func<Plan, Task> verb)
    {
        var plan = await Plans.GetAsync(id);
        plan.SetConcurrencyStampIfNotNull(concurrencyStamp);
        await verb(plan);
        await Plans.UpdateAsync(plan, autoSave: true);
        return await ToDtoAsync(plan);
    }

    private async Task<PlanDto> ToDtoAsync(Plan plan)
    {
        var cells = await Cells.GetQueryableAsync();
        var issued = await cells.Where(c => c.PlanId == plan.Id).Select(c => c.CountyId).Distinct().CountAsync();
        var isPublished = plan.State == PlanState.Published;
        return PlanDto.From(plan, issued, isPublished ? plan.IssuedCountyCount : (await Directory.GetCountiesAsync()).Count);
    }

    /// <summary>One byte more than allowed is enough to know that a file is too large.</summary>
    private static async Task<byte[]> ReadAsync(Stream stream)
    {
        var bytes = new byte[PlanFileParser.MaximumBytes + 1];
        return bytes[..await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false)];
    }

    private static IQueryable<Plan> Sort(IQueryable<Plan> plans, string? sorting) =>
        SortFields.Sort(plans, sorting, byDefault: all => all.OrderByDescending(p => p.CreationTime)).ThenBy(p => p.Id);

    private static PlanDepartment FindDepartment(PlanPeople people, Guid id) =>
        people.Department(id) ?? throw new EntityNotFoundException(typeof(OrganisationInfo), id);

    private static PersonInfo FindPerson(PlanPeople people, Guid? organisationId, Guid personId) =>
        people.Person(personId) is { } person && person.OrganisationId == organisationId
            ? person
            : throw new BusinessException(ProgrammeErrors.PersonNotFound);
}
