using System.ComponentModel.DataAnnotations;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.Clients;

/// <param name="ClientId">What the machine calls itself at /connect/token.</param>
/// <param name="Permissions">What it may ask for as scopes, and no more.</param>
public sealed record ApiClientDto(
    Guid Id, string ClientId, string Name, bool IsActive, IReadOnlyList<string> Permissions, IReadOnlyList<ApiClientSecretDto> Secrets, string ConcurrencyStamp);

/// <param name="Prefix">How it begins, to recognise it by.</param>
public sealed record ApiClientSecretDto(Guid Id, string Prefix, DateTime CreatedAt, DateTime? LastUsedAt);

/// <param name="Secret">Nobody can read it again.</param>
public sealed record CreatedApiClientDto(ApiClientDto Client, string Secret);

public sealed record NewSecretDto(string Secret);

public sealed class GetApiClientsInput : PagedResultRequestDto
{
    /// <summary>A part of the client id or the name.</summary>
    [StringLength(64)]
    public string? Filter { get; set; }
}

/// <param name="ClientId">Small letters, digits and hyphens; the server adds a dot and the city or the county.</param>
public sealed record CreateApiClientInput(
    [Required, RegularExpression("^[a-z][a-z0-9-]{1,29}$")] string ClientId, [Required, StringLength(ApiClient.NameMaxLength)] string Name,
    [Required, MaxLength(200)] IReadOnlyList<string> Permissions);

public sealed record UpdateApiClientInput(
    [Required, StringLength(ApiClient.NameMaxLength)] string Name, bool IsActive, [Required, MaxLength(200)] IReadOnlyList<string> Permissions, string? ConcurrencyStamp);
