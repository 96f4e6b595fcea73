using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.SignInLog;

/// <param name="Identity">By which means; for a refused request, its method and path.</param>
/// <param name="Action">What happened and how it ended.</param>
/// <param name="ActionName">The same in the reader's language.</param>
/// <param name="UserName">"~" and eight hexadecimal digits for a name that no account has.</param>
public sealed record SecurityLogDto(
    Guid Id, DateTime CreationTime, string? Identity, string? Action, string ActionName, Guid? UserId, string? UserName,
    string? ClientId, string? ClientIpAddress, string? BrowserInfo, string? CorrelationId);

/// <summary>Newest first. Each filter that is not given lets everything through; texts are compared as wholes.</summary>
public sealed class GetSecurityLogsInput : PagedResultRequestDto
{
    public DateTime? From { get; set; }

    public DateTime? To { get; set; }

    [StringLength(256)]
    public string? UserName { get; set; }

    [StringLength(96)]
    public string? Action { get; set; }

    [StringLength(64)]
    public string? ClientId { get; set; }

    [StringLength(64)]
    public string? ClientIpAddress { get; set; }

    [StringLength(64)]
    public string? CorrelationId { get; set; }
}
