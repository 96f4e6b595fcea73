using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Platform.Sorting;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Auditing;

namespace DoubleReductionGov.Administration.AuditLogs;

/// <summary>Which records; without sorting newest first, without <c>from</c> those of the last 30 days.</summary>
public sealed class AuditLogListInput : PagedAndSortedResultRequestDto
{
    /// <summary><c>executionTime</c> or <c>executionDuration</c>, with <c>asc</c> or <c>desc</c> behind it or not.</summary>
    [SortableBy("executionTime", "executionDuration")]
    public override string? Sorting { get; set; }

    /// <summary>UTC, inclusive.</summary>
    public DateTime? From { get; set; }

    /// <summary>UTC, exclusive.</summary>
    public DateTime? To { get; set; }

    /// <summary>Exactly this account.</summary>
    [StringLength(256)]
    public string? UserName { get; set; }

    public Guid? UserId { get; set; }

    /// <summary>Part of the address.</summary>
    [StringLength(256)]
    public string? Url { get; set; }

    [StringLength(16)]
    public string? HttpMethod { get; set; }

    /// <summary>Part of the service's name.</summary>
    [StringLength(256)]
    public string? ServiceName { get; set; }

    [StringLength(256)]
    public string? MethodName { get; set; }

    [StringLength(256)]
    public string? EntityTypeFullName { get; set; }

    [StringLength(256)]
    public string? EntityId { get; set; }

    [Range(0, int.MaxValue)]
    public int? MinDurationMilliseconds { get; set; }

    public bool? HasException { get; set; }

    public int? HttpStatusCode { get; set; }

    [StringLength(64)]
    public string? CorrelationId { get; set; }
}

/// <summary>The history of one entity, newest first.</summary>
public sealed class EntityHistoryInput : PagedResultRequestDto
{
    /// <summary>The full name of the entity's type, as a record tells it.</summary>
    [Required]
    [StringLength(128)]
    public string EntityTypeFullName { get; set; } = "";

    [Required]
    [StringLength(128)]
    public string EntityId { get; set; } = "";
}

/// <param name="ExecutionTime">UTC.</param>
/// <param name="ExecutionDuration">Milliseconds.</param>
/// <param name="IsFromOutside">A city account that acted inside this county.</param>
/// <param name="ActionName">Service and method; null when it was refused before that was reached.</param>
public sealed record AuditLogItem(
    Guid Id, DateTime ExecutionTime, int ExecutionDuration, Guid? UserId, string? UserName, bool IsFromOutside, string? ClientIpAddress,
    string? HttpMethod, string? Url, int? HttpStatusCode, bool HasException, string? ActionName, int EntityChangeCount);

/// <param name="Exceptions">Types and refusal codes, a line each.</param>
public sealed record AuditLogDto(
    Guid Id, DateTime ExecutionTime, int ExecutionDuration, Guid? UserId, string? UserName, bool IsFromOutside, string? ClientIpAddress,
    string? HttpMethod, string? Url, int? HttpStatusCode, bool HasException, string? ActionName, int EntityChangeCount,
    string? TenantName, string? ClientId, string? CorrelationId, string? BrowserInfo, string? Exceptions, string? Comments,
    IReadOnlyList<AuditLogActionDto> Actions, IReadOnlyList<EntityChangeDto> EntityChanges);

/// <param name="Parameters">JSON; secrets are masked, long text is cut.</param>
/// <param name="ExecutionTime">UTC.</param>
/// <param name="ExecutionDuration">Milliseconds.</param>
public sealed record AuditLogActionDto(string ServiceName, string MethodName, string Parameters, DateTime ExecutionTime, int ExecutionDuration);

/// <param name="ChangeTime">UTC.</param>
public sealed record EntityChangeDto(
    Guid Id, DateTime ChangeTime, EntityChangeType ChangeType, string EntityTypeFullName, string? EntityId, IReadOnlyList<PropertyChangeDto> PropertyChanges);

/// <param name="OriginalValue">JSON; null when the entity is new.</param>
/// <param name="NewValue">JSON; null when the entity is gone.</param>
public sealed record PropertyChangeDto(string PropertyName, string PropertyTypeFullName, string? OriginalValue, string? NewValue);

/// <param name="ChangeTime">UTC.</param>
public sealed record EntityHistoryItem(
    Guid Id, DateTime ChangeTime, EntityChangeType ChangeType, string EntityTypeFullName, string? EntityId, IReadOnlyList<PropertyChangeDto> PropertyChanges,
    Guid AuditLogId, Guid? UserId, string? UserName, bool IsFromOutside);
