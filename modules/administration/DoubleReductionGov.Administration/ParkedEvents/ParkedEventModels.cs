using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.ParkedEvents;

public sealed class ParkedEventListInput : PagedResultRequestDto
{
    /// <summary>A county with a database of its own; null: the city's database, which also serves the counties without one.</summary>
    public Guid? CountyId { get; init; }
}

public sealed record RetryParkedEventInput
{
    /// <summary>As in the list.</summary>
    public Guid? CountyId { get; init; }
}

public sealed record DiscardParkedEventInput
{
    /// <summary>As in the list.</summary>
    public Guid? CountyId { get; init; }

    /// <summary>Why the event may be given up; goes into the audit log.</summary>
    [Required]
    [StringLength(200, MinimumLength = 2)]
    public string Reason { get; init; } = "";
}

/// <summary>An event that failed too often. Its content is not shown: it may be about people.</summary>
public sealed record ParkedEventDto(Guid Id, string EventName, string? Aggregate, DateTime CreationTime, DateTime ParkedTime, int Attempts, string? LastError);
