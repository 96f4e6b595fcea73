using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Platform.Sorting;
using DoubleReductionGov.Programme.Lights;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>What to list; without sorting worst light first, then due date.</summary>
public sealed class TaskListInput : PagedAndSortedResultRequestDto
{
    /// <summary><c>number</c>, <c>start</c>, <c>due</c>, <c>progress</c> or <c>weight</c>, with <c>asc</c> or <c>desc</c> behind it or not.</summary>
    [SortableBy("number", "start", "due", "progress", "weight")]
    public override string? Sorting { get; set; }

    /// <summary>Part of number, title or person.</summary>
    [StringLength(ItemRules.TitleMaxLength)]
    public string? Filter { get; set; }

    public Light? Light { get; set; }

    public TaskState? State { get; set; }

    /// <summary>Only tasks of which the signed-in person is responsible for the whole or for a step.</summary>
    public bool? Mine { get; set; }

    /// <summary>Only open tasks that are due within the days of the setting Programme.Lights.NearDueDays.</summary>
    public bool? DueSoon { get; set; }

    /// <summary>Only open tasks that nobody is responsible for.</summary>
    public bool? WithoutPerson { get; set; }

    /// <summary>Only tasks that this organisation of the county leads or supports.</summary>
    public Guid? OrganisationId { get; set; }

    public Guid? PlanId { get; set; }
}

public sealed record AssignInput
{
    public Guid PersonId { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record StepInput
{
    [Required]
    [StringLength(ItemRules.TitleMaxLength)]
    public string Title { get; init; } = "";

    public Guid PersonId { get; init; }

    [Required]
    [ProgrammeDate]
    public DateOnly? Start { get; init; }

    [Required]
    [ProgrammeDate]
    public DateOnly? Due { get; init; }

    public int Weight { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record RecordProgressInput
{
    /// <summary>The step; null: the task itself.</summary>
    public Guid? StepId { get; init; }

    /// <summary>Percent, where evidence measures.</summary>
    [Range(0, 100)]
    public int? Progress { get; init; }

    /// <summary>The figure, where a number measures.</summary>
    public decimal? Value { get; init; }

    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Note { get; init; }

    /// <summary>Required where progress falls.</summary>
    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Reason { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record ClaimInput
{
    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Note { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record AskExtensionInput
{
    [Required]
    [ProgrammeDate]
    public DateOnly? NewDue { get; init; }

    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Reason { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record PlanReference(Guid Id, string Title);

public sealed record OrganisationReference(Guid Id, string Name);

/// <summary>A measure with its figures; <see cref="Shares"/> by county code only where the city shows its plan.</summary>
public sealed record MeasureDto(MeasureKind Kind, string Text, decimal? Target, string? Unit, IReadOnlyDictionary<string, decimal>? Shares)
{
    internal static MeasureDto? From(Measure? measure, IReadOnlyDictionary<string, decimal>? shares = null) =>
        measure is null ? null : new MeasureDto(measure.Kind, measure.Text, measure.Target, measure.Unit, shares);
}

public sealed record TaskSummary(
    DateOnly Today,
    int Total,
    int Red,
    int Yellow,
    int Green,
    int Grey,
    int Done,
    int DueSoon,
    int Overdue,
    int WithoutPerson,
    int Returned,
    int Claimed,
    IReadOnlyList<PlanReference> Plans);

public sealed record TaskListItem(
    Guid Id,
    Guid PlanId,
    string PlanTitle,
    string Number,
    string Title,
    string Source,
    TaskState State,
    Light Light,
    int Progress,
    int Planned,
    DateOnly Start,
    DateOnly Due,
    DateOnly OriginalDue,
    int Weight,
    string LeadName,
    Guid? PersonId,
    string? PersonName,
    MeasureDto Measure,
    decimal? Value,
    int StepCount,
    int StepsDone,
    bool WaitingExtension);

public sealed record TaskDto(
    Guid Id,
    Guid PlanId,
    string PlanTitle,
    string PlanDocument,
    string Number,
    string Section,
    string Title,
    string Source,
    string IssuerName,
    TaskState State,
    Light Light,
    LightReason LightReason,
    int Progress,
    int Planned,
    DateOnly Start,
    DateOnly Due,
    DateOnly OriginalDue,
    int Weight,
    string LeadName,
    IReadOnlyList<OrganisationReference> Support,
    Guid? PersonId,
    string? PersonName,
    MeasureDto Measure,
    decimal? Value,
    int StepCount,
    int StepsDone,
    bool WaitingExtension,
    IReadOnlyList<StepDto> Steps,
    IReadOnlyList<EvidenceDto> Evidence,
    IReadOnlyList<ExtensionDto> Extensions,
    IReadOnlyList<PredecessorDto> Predecessors,
    string? ClaimedBy,
    DateTime? ClaimedAt,
    string? VerifiedBy,
    DateTime? VerifiedAt,
    string? ReturnReason,
    string ConcurrencyStamp);

public sealed record StepDto(
    Guid Id,
    string Number,
    string Title,
    Guid? PersonId,
    string? PersonName,
    DateOnly Start,
    DateOnly Due,
    int Weight,
    int Progress,
    decimal? Value,
    MeasureDto? Measure,
    Light Light,
    int Planned,
    bool FromPlan,
    DateTime? CompletedAt);

public sealed record EvidenceDto(Guid Id, Guid? StepId, string FileName, string ContentType, long Size, string UploadedBy, DateTime UploadedAt);

public sealed record ExtensionDto(
    Guid Id,
    DateOnly OldDue,
    DateOnly NewDue,
    string Reason,
    ExtensionState State,
    string AskedBy,
    DateTime AskedAt,
    string? DecidedBy,
    DateTime? DecidedAt,
    string? DecisionReason);

/// <summary>What must come first. <see cref="Id"/> is null where the county has no such task, or where it is a step.</summary>
public sealed record PredecessorDto(Guid? Id, string Number, string Title, TaskState State);

public sealed record ChangeDto(
    Guid Id,
    DateTime Time,
    string Who,
    string? Organisation,
    TaskChangeKind Kind,
    string? From,
    string? To,
    string? Reason,
    string? Subject);
