using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Programme.Verification;

/// <summary>What waits for the city.</summary>
public enum WaitingKind
{
    /// <summary>A claim that a task is done.</summary>
    Claim = 0,

    /// <summary>A request for more time.</summary>
    Extension = 1,
}

/// <summary>Something that waits for the department that issued the task; <see cref="Mine"/>: for the signed-in user's own.</summary>
public sealed record WaitingItem(
    WaitingKind Kind,
    Guid CountyId,
    string CountyName,
    Guid TaskId,
    string Number,
    string Title,
    string PlanTitle,
    DateTime Since,
    DateOnly Due,
    DateOnly? NewDue,
    Guid? ExtensionId,
    string IssuerName,
    bool Mine,
    string? PersonName);

public sealed record VerifyInput
{
    public Guid CountyId { get; init; }

    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Note { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record ReturnInput
{
    public Guid CountyId { get; init; }

    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Reason { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record DecideExtensionInput
{
    public Guid CountyId { get; init; }

    public Guid ExtensionId { get; init; }

    public bool Grant { get; init; }

    /// <summary>Required where more time is refused.</summary>
    [StringLength(ItemRules.ReasonMaxLength)]
    public string? Reason { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

/// <summary>Which county is entered, and why. Without a purpose, the plain one of the call stands in the county's record.</summary>
public sealed class CountyHistoryInput : PagedResultRequestDto
{
    public Guid CountyId { get; set; }

    [StringLength(ICountyVisits.PurposeMaxLength)]
    public string? Purpose { get; set; }
}
