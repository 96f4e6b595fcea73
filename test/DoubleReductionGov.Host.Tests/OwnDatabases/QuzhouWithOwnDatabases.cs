using DoubleReductionGov.Directory;
using DoubleReductionGov.Directory.Demonstration;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Host.OwnDatabases;

/// <summary>The demonstration city with two more counties, each with a database of its own.</summary>
public sealed class QuzhouWithOwnDatabases(DemonstrationTemplate template) : QuzhouCity(template)
{
    internal static readonly County Xincheng = new("339901", "新城区");
    internal static readonly County Linjiang = new("339902", "临江区");

    private readonly Dictionary<string, TestDatabase> _databases = [];

    internal TestDatabase DatabaseOf(County county) => _databases[county.Name];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var county in new[] { Xincheng, Linjiang })
        {
            var database = _databases[county.Name] = await TestDatabase.CreateAsync();
            await AddAsync(county, database.ConnectionString);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }
    }

    private async Task AddAsync(County county, string connectionString)
    {
        await using var scope = Application.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var unitsOfWork = services.GetRequiredService<IUnitOfWorkManager>();
        Guid id;
        using (var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true))
        {
            var tenant = await services.GetRequiredService<ITenantManager>().CreateAsync(county.Name);
            tenant.SetDefaultConnectionString(connectionString);
            id = (await services.GetRequiredService<IRepository<Tenant, Guid>>().InsertAsync(tenant)).Id;
            await unitOfWork.CompleteAsync();
        }

        await services.GetRequiredService<TenantDatabases>().PrepareAsync((await services.GetRequiredService<ITenantStore>().FindAsync(id))!);
        using (var unitOfWork = unitsOfWork.Begin(requiresNew: true, isTransactional: true))
        {
            var content = new TenantSeed(
                [new OrganisationSeed(Cast.EducationBureau, county.Name + "教育局", "教育局"), new OrganisationSeed(Cast.MarketBureau, county.Name + "市场监督管理局", "市场监管局")],
                [
                    new PersonSeed(Cast.EducationBureau, county.Name + "局长", null, await AddAccountAsync(services, id, "county.lead", DirectoryRoles.CountyLead)),
                    new PersonSeed(Cast.MarketBureau, county.Name + "科长", null, await AddAccountAsync(services, id, "county.dept", DirectoryRoles.Department)),
                ]);
            await services.GetRequiredService<DirectorySeed>().SeedAsync(
                new DirectorySeedData(new TenantSeed([], []), [new CountySeed(id, county.Code, county.Name, content)]));
            await unitOfWork.CompleteAsync();
        }
    }

    private static async Task<Guid> AddAccountAsync(IServiceProvider services, Guid tenantId, string userName, string role)
    {
        using (services.GetRequiredService<ICurrentTenant>().Change(tenantId))
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var user = new IdentityUser(services.GetRequiredService<IGuidGenerator>().Create(), userName, $"{userName}@example.invalid", tenantId);
            (await users.CreateAsync(user, DemonstrationOptions.Password)).ShouldBe(IdentityResult.Success);
            (await users.AddToRoleAsync(user, role)).ShouldBe(IdentityResult.Success);
            return user.Id;
        }
    }
}
