using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.Sessions;

/// <param name="Browser">What the browser says of itself.</param>
/// <param name="LastAccessed">To the minute.</param>
public sealed record SessionDto(Guid Id, string Device, string? Browser, string? Address, DateTime SignedIn, DateTime? LastAccessed, bool IsCurrent);

public sealed record UserSessionDto(
    Guid Id, Guid UserId, string UserName, string? Name, string Device, string? Browser, string? Address, DateTime SignedIn, DateTime? LastAccessed);

public sealed class GetUserSessionsInput : PagedResultRequestDto
{
    public Guid? UserId { get; set; }

    /// <summary>A part of the user name or the name.</summary>
    [StringLength(64)]
    public string? Filter { get; set; }
}
