using System.Security.Cryptography;
using System.Text;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration.Tokens;

/// <summary>
/// A bearer token of a person (a personal access token) or of a client. The token itself is known to its owner alone; here is its
/// SHA-256, which for 256 random bits needs no salt.
/// </summary>
internal sealed class AccessToken : BasicAggregateRoot<Guid>, IMultiTenant
{
    public const int NameMaxLength = 100;
    public const int PrefixLength = 16;
    private const int SecretBytes = 32;
    private const string City = "city";

    private AccessToken() => Name = Prefix = Hash = Scopes = default!;

    private AccessToken(Guid id, Guid? tenantId, Guid? userId, string? clientId, string name, IEnumerable<string> scopes, DateTime createdAt, DateTime expiresAt, string token)
        : base(id)
    {
        (TenantId, UserId, ClientId, Name) = (tenantId, userId, clientId, name);
        (CreatedAt, ExpiresAt) = (createdAt, expiresAt);
        Scopes = string.Join(' ', scopes.Order(StringComparer.Ordinal));
        Prefix = PrefixOf(token);
        Hash = HashOf(token);
    }

    public Guid? TenantId { get; private set; }

    /// <summary>Null for a client's.</summary>
    public Guid? UserId { get; private set; }

    public string? ClientId { get; private set; }

    public string Name { get; private set; }

    /// <summary>How the token begins after its county, so that its owner recognises it.</summary>
    public string Prefix { get; private set; }

    public string Hash { get; private set; }

    /// <summary>Permission names parted by spaces: no more than these, whatever the owner may.</summary>
    public string Scopes { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime ExpiresAt { get; private set; }

    public DateTime? LastUsedAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    public static (AccessToken Row, string Token) ForPerson(Guid id, Guid? tenantId, Guid userId, string name, IEnumerable<string> scopes, DateTime now, DateTime expiresAt)
    {
        var token = NewToken("p", tenantId);
        return (new AccessToken(id, tenantId, userId, null, name, scopes, now, expiresAt, token), token);
    }

    public static (AccessToken Row, string Token) ForClient(Guid id, Guid? tenantId, string clientId, IEnumerable<string> scopes, DateTime now, DateTime expiresAt)
    {
        var token = NewToken("c", tenantId);
        return (new AccessToken(id, tenantId, null, clientId, clientId, scopes, now, expiresAt, token), token);
    }

    public bool IsValidAt(DateTime now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTime now) => RevokedAt ??= now;

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The county is part of the token, because its row may lie in the county's own database.</summary>
    public static bool TryReadTenant(string token, out Guid? tenantId)
    {
        tenantId = null;
        if (token.Split('_', 4) is not ["drg", "p" or "c", var tenant, { Length: > 0 }])
        {
            return false;
        }

        if (tenant == City)
        {
            return true;
        }

        var isId = Guid.TryParseExact(tenant, "N", out var id);
        tenantId = id;
        return isId;
    }

    private static string NewToken(string kind, Guid? tenantId) =>
        $"drg_{kind}_{tenantId?.ToString("N") ?? City}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";

    private static string PrefixOf(string token)
    {
        var parts = token.Split('_', 4);
        return $"drg_{parts[1]}_…{parts[3][..8]}";
    }
}
