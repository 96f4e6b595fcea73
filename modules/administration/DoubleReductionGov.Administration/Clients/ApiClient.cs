using System.Security.Cryptography;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;
using DoubleReductionGov.Administration.Tokens;

namespace DoubleReductionGov.Administration.Clients;

/// <summary>A machine that calls the API in its own name. Its rights are permission grants of the provider "C".</summary>
internal sealed class ApiClient : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    public const int NameMaxLength = 100;
    public const int ClientIdMaxLength = 64;

    /// <summary>Two, so that a new secret is spread before the old one goes.</summary>
    private const int MaximumSecrets = 2;

    private ApiClient() => ClientId = Name = default!;

    public ApiClient(Guid id, Guid? tenantId, string clientId, string name) : base(id)
    {
        TenantId = tenantId;
        ClientId = clientId;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), NameMaxLength);
        IsActive = true;
    }

    public Guid? TenantId { get; private set; }

    /// <summary>The chosen name, a dot, and "city" or the county's id without hyphens: at the token endpoint it tells the county.</summary>
    public string ClientId { get; private set; }

    public string Name { get; private set; }

    public bool IsActive { get; private set; }

    public List<ApiClientSecret> Secrets { get; private set; } = [];

    public static string ClientIdOf(string name, Guid? tenantId) => $"{name}.{tenantId?.ToString("N") ?? "city"}";

    public static bool TryReadTenant(string clientId, out Guid? tenantId)
    {
        var tenant = clientId[(clientId.LastIndexOf('.') + 1)..];
        var isId = Guid.TryParseExact(tenant, "N", out var id);
        tenantId = isId ? id : null;
        return isId || tenant == "city";
    }

    public void Change(string name, bool isActive)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), NameMaxLength);
        IsActive = isActive;
    }

    /// <returns>The secret, which nobody can read again.</returns>
    public string AddSecret(Guid id, DateTime now)
    {
        if (Secrets.Count >= MaximumSecrets)
        {
            throw new BusinessException(AccountErrors.TwoSecretsAreActive);
        }

        var secret = "drg_s_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        Secrets.Add(new ApiClientSecret(id, this, secret, now));
        return secret;
    }

    public void RemoveSecret(Guid secretId) => Secrets.Remove(Secrets.Find(s => s.Id == secretId) ?? throw new EntityNotFoundException(typeof(ApiClientSecret), secretId));

    /// <returns>Null if none of the secrets is this.</returns>
    public ApiClientSecret? FindSecret(string secret) => Secrets.Find(s => s.Hash == AccessToken.HashOf(secret));
}

internal sealed class ApiClientSecret : Entity<Guid>, IMultiTenant
{
    private ApiClientSecret() => Prefix = Hash = default!;

    public ApiClientSecret(Guid id, ApiClient client, string secret, DateTime createdAt) : base(id)
    {
        TenantId = client.TenantId;
        ClientRowId = client.Id;
        Prefix = secret[..12];
        Hash = AccessToken.HashOf(secret);
        CreatedAt = createdAt;
    }

    public Guid? TenantId { get; private set; }

    public Guid ClientRowId { get; private set; }

    public string Prefix { get; private set; }

    public string Hash { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public void Use(DateTime now) => LastUsedAt = now;
}
