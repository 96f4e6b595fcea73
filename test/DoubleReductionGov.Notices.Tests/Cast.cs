using System.Security.Claims;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Notices;

/// <summary>Li and Wang of one county, Zhao of another.</summary>
internal static class Cast
{
    public static readonly Guid Kecheng = new("0193b0a0-0000-7000-8000-000000000001");
    public static readonly Guid Longyou = new("0193b0a0-0000-7000-8000-000000000002");

    public static readonly Guid LiId = new("0193b0a0-0000-7000-8000-000000000011");
    public static readonly Guid WangId = new("0193b0a0-0000-7000-8000-000000000012");
    public static readonly Guid ZhaoId = new("0193b0a0-0000-7000-8000-000000000013");

    public static readonly ClaimsPrincipal Li = Account(LiId, Kecheng, "li");
    public static readonly ClaimsPrincipal Wang = Account(WangId, Kecheng, "wang");
    public static readonly ClaimsPrincipal Zhao = Account(ZhaoId, Longyou, "zhao");

    /// <summary>A Monday, ten in the morning in China.</summary>
    public static readonly DateTime Monday = new(2021, 12, 6, 2, 0, 0, DateTimeKind.Utc);

    public static readonly IReadOnlyDictionary<string, string> Matter = new Dictionary<string, string> { ["title"] = "成立专班" };

    private static ClaimsPrincipal Account(Guid id, Guid tenant, string name) =>
        new(new ClaimsIdentity(
        [
            new Claim(AbpClaimTypes.UserId, id.ToString()), new Claim(AbpClaimTypes.TenantId, tenant.ToString()), new Claim(AbpClaimTypes.UserName, name),
        ], "test"));
}
