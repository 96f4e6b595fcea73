using System.Security.Claims;
using DoubleReductionGov.Directory.Demonstration;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Directory.Visits;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Directory;

/// <summary>The named fixtures: two counties of a city, their departments, people and accounts.</summary>
internal static class Cast
{
    public static readonly Guid Kecheng = new("33080200-0000-0000-0000-000000000000");
    public static readonly Guid Qujiang = new("33080300-0000-0000-0000-000000000000");

    public static readonly DateTime Monday = new(2021, 9, 6, 1, 0, 0, DateTimeKind.Utc);

    public static readonly Guid LiAccount = new("aaaaaaaa-0000-0000-0000-000000000001");
    public static readonly Guid ZhangAccount = new("aaaaaaaa-0000-0000-0000-000000000002");

    public static readonly ClaimsPrincipal Nobody = new();
    public static readonly ClaimsPrincipal LiOfTheCity = Account(LiAccount, "李督导", DirectoryRoles.CityLead);
    public static readonly ClaimsPrincipal WangOfTheCity = Account(Guid.CreateVersion7(), "王主任", DirectoryRoles.CityLead);
    public static readonly ClaimsPrincipal ClerkOfTheCity = Account(Guid.CreateVersion7(), "办事员", DirectoryRoles.CityStaff);
    public static readonly ClaimsPrincipal ZhangOfKecheng = Account(ZhangAccount, "张敏", DirectoryRoles.CountyLead, Kecheng);
    public static readonly ClaimsPrincipal LeadOfQujiang = Account(Guid.CreateVersion7(), "衢江负责人", DirectoryRoles.CityLead, Qujiang);

    public static readonly CurrentTenant CurrentTenant = new(AsyncLocalCurrentTenantAccessor.Instance);

    public static Visitor Inspector { get; } = new(LiAccount, "李督导", "市教育局");

    /// <summary>The city, Kecheng and Qujiang with an education bureau each; Kecheng has a finance bureau, too.</summary>
    public static DirectorySeedData Seed { get; } = new(
        new TenantSeed([new("EDU", "市教育局", "教育")], [new("EDU", "李督导", "督学", LiAccount)]),
        [
            new CountySeed(Kecheng, "330802", "柯城区", new TenantSeed(
                [new("FIN", "柯城区财政局", "财政"), new("EDU", "柯城区教育局", "教育")],
                [new("EDU", "张敏", "科长", ZhangAccount), new("FIN", "陈刚")])),
            new CountySeed(Qujiang, "330803", "衢江区", new TenantSeed([new("EDU", "衢江区教育局", "教育")], [new("EDU", "赵丽")])),
        ]);

    public static ClaimsPrincipal Account(Guid id, string name, string role, Guid? tenant = null)
    {
        List<Claim> claims = [new(AbpClaimTypes.UserId, id.ToString()), new(AbpClaimTypes.Name, name), new(AbpClaimTypes.Role, role)];
        if (tenant is not null)
        {
            claims.Add(new Claim(AbpClaimTypes.TenantId, tenant.Value.ToString()));
        }

        return new ClaimsPrincipal(new ClaimsIdentity(claims, "test"));
    }

    public static Organisation EducationBureauOf(Guid? tenant)
    {
        using (CurrentTenant.Change(tenant))
        {
            return new Organisation(Guid.CreateVersion7(), "EDU", "教育局", "教育", 0);
        }
    }

    public static Person ZhangOf(Organisation organisation)
    {
        using (CurrentTenant.Change(organisation.TenantId))
        {
            return new Person(Guid.CreateVersion7(), "张敏", "科长", organisation);
        }
    }

    public static async Task<DirectoryApplication> StartSeededAsync()
    {
        var application = await DirectoryApplication.StartAsync();
        await application.AsAsync<DirectorySeed, DirectorySeedResult>(Nobody, seed => seed.SeedAsync(Seed));
        return application;
    }
}
