using System.Security.Claims;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Abp.Tests;

/// <summary>The named fixtures: two tenants and a few people.</summary>
internal static class Cast
{
    public static readonly Guid North = new("a0000000-0000-0000-0000-000000000001");
    public static readonly Guid South = new("a0000000-0000-0000-0000-000000000002");

    public static readonly Guid AdaId = new("b0000000-0000-0000-0000-000000000001");
    public static readonly Guid NoraId = new("b0000000-0000-0000-0000-000000000002");

    public static readonly DateTime Monday = new(2026, 9, 7, 1, 0, 0, DateTimeKind.Utc);

    public static readonly ClaimsPrincipal Nobody = new(new ClaimsIdentity());

    /// <summary>Works for the host.</summary>
    public static readonly ClaimsPrincipal Ada = Account(AdaId, null, "librarian");

    /// <summary>Works for the tenant North.</summary>
    public static readonly ClaimsPrincipal Nora = Account(NoraId, North, "librarian");

    public static ClaimsPrincipal Account(Guid id, Guid? tenant, params string[] roles)
    {
        List<Claim> claims = [new(AbpClaimTypes.UserId, id.ToString()), new(AbpClaimTypes.UserName, "user-" + id.ToString()[^1]), .. roles.Select(r => new Claim(AbpClaimTypes.Role, r))];
        if (tenant is not null)
        {
            claims.Add(new Claim(AbpClaimTypes.TenantId, tenant.Value.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
    }
}
