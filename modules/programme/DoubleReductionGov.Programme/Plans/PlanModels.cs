using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Platform.Sorting;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>What an item lacks before its plan can be approved.</summary>
public enum MissingPart
{
    Person = 0,
    Start = 1,
    Due = 2,
    Lead = 3,
    Measure = 4,
}

/// <summary>What to list; without sorting newest first.</summary>
public sealed class PlanListInput : PagedAndSortedResultRequestDto
{
    /// <summary><c>code</c>, <c>title</c> or <c>year</c>, with <c>asc</c> or <c>desc</c> behind it or not.</summary>
    [SortableBy("code", "title", "year")]
    public override string? Sorting { get; set; }

    /// <summary>Part of code or title.</summary>
    [StringLength(ItemRules.TitleMaxLength)]
    public string? Filter { get; set; }
}

public sealed record UpdatePlanItemInput
{
    [Required]
    [StringLength(ItemRules.TitleMaxLength)]
    public string Title { get; init; } = "";

    public Guid? LeadOrganisationId { get; init; }

    [Required]
    [MaxLength(50)]
    public IReadOnlyList<Guid> SupportOrganisationIds { get; init; } = [];

    /// <summary>A person of the lead department.</summary>
    public Guid? PersonId { get; init; }

    [ProgrammeDate]
    public DateOnly? Start { get; init; }

    [ProgrammeDate]
    public DateOnly? Due { get; init; }

    public int Weight { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record AssignPeopleInput
{
    [Required]
    [MaxLength(100)]
    public IReadOnlyList<DepartmentPerson> People { get; init; } = [];

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

/// <summary>The person whom a department names for its items.</summary>
public sealed record DepartmentPerson
{
    public Guid OrganisationId { get; init; }

    public Guid PersonId { get; init; }
}

public sealed record PlanStepInput
{
    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

/// <summary>A mistake in a plan's file; line 0: the file as a whole.</summary>
public sealed record PlanFileLine(int Line, string Message); // exempt(public): what the data of a refusal hold

public sealed record Decision(string Name, DateTime Time)
{
    internal static Decision? Of(string? name, DateTime? time) => name is null || time is null ? null : new Decision(name, time.Value);
}

public sealed record MissingItem(string Number, string Title, IReadOnlyList<MissingPart> Missing);

public sealed record PlanListItem(
    Guid Id,
    string Code,
    string Title,
    int Year,
    PlanState State,
    DateOnly Start,
    DateOnly Due,
    int TaskCount,
    int LeafCount,
    int MissingCount,
    int IssuedCounties,
    int CountyCount);

public sealed record PlanDto(
    Guid Id,
    string Code,
    string Title,
    int Year,
    string Document,
    PlanState State,
    DateOnly Start,
    DateOnly Due,
    string ConcurrencyStamp,
    Decision? ApprovedBy,
    Decision? PublishedBy,
    int IssuedCounties,
    int CountyCount,
    IReadOnlyList<MissingItem> Missing,
    IReadOnlyList<PlanItemDto> Items)
{
    internal static PlanDto From(Plan plan, int issuedCounties, int countyCount) => new(
        plan.Id, plan.Code, plan.Title, plan.Year, plan.Document, plan.State, plan.Start, plan.Due, plan.ConcurrencyStamp,
        Decision.Of(plan.ApprovedBy, plan.ApprovedAt), Decision.Of(plan.PublishedBy, plan.PublishedAt), issuedCounties, countyCount,
        plan.State == PlanState.Draft ? plan.Missing() : [], [.. plan.Items.OrderBy(i => i.Position).Select(PlanItemDto.From)]);
}

public sealed record PlanItemDto(
    Guid Id,
    Guid? ParentId,
    string Number,
    string Section,
    string Title,
    string Source,
    Guid? LeadOrganisationId,
    string? LeadName,
    IReadOnlyList<OrganisationReference> Support,
    Guid? PersonId,
    string? PersonName,
    DateOnly? Start,
    DateOnly? Due,
    MeasureDto? Measure,
    int Weight,
    IReadOnlyList<string> Predecessors)
{
    internal static PlanItemDto From(PlanItem item) => new(
        item.Id, item.ParentId, item.Number, item.Section, item.Title, item.Source, item.Lead?.Id, item.Lead?.Name,
        [.. item.Support.Select(s => new OrganisationReference(s.Id, s.Name))], item.PersonId, item.PersonName, item.Start, item.Due,
        MeasureDto.From(item.Measure, item.Shares), item.Weight, item.Predecessors);
}
