using DoubleReductionGov.Directory;
using DoubleReductionGov.Directory.Demonstration;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Demonstration;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Host.Demonstration;

/// <summary>
/// Fills an empty installation with the demonstration city: counties, departments, people, accounts, one published plan and
/// what the counties did with it up to the city's reference date.
/// </summary>
internal sealed class DemonstrationLoader(
    IOptions<DemonstrationOptions> options, ITenantStore tenants, ITenantManager tenantManager, IRepository<Tenant, Guid> tenantRepository,
    IdentityUserManager userManager, TenantDatabases tenantDatabases, DirectorySeed directorySeed, ProgrammeStory programmeStory,
    OutboxSender outbox, ISettingManager settings, ICurrentTenant currentTenant, IGuidGenerator guidGenerator,
    IUnitOfWorkManager unitOfWorkManager, ILogger<DemonstrationLoader> logger)
    : ITransientDependency
{
    /// <summary>When offices open, in UTC.</summary>
    private static readonly TimeOnly OfficeOpens = new(0, 30);

    public async Task LoadAsync()
    {
        if (!options.Value.Enabled || await IsLoadedAsync())
        {
            return;
        }

        await settings.SetGlobalAsync(DemonstrationSettings.State, DemonstrationSettings.Loading);
        await LoosenPolicyAsync();
        var city = DemonstrationCity.Read(options.Value.City);
        logger.LogInformation("Loading the demonstration city {City}; this happens once.", city.City);
        var countyIds = await CreateTenantsAsync(city);
        await SeedDirectoryAsync(city, countyIds);
        await PlayPlanAsync(city, countyIds);
        await settings.SetGlobalAsync(DemonstrationSettings.State, DemonstrationSettings.Ready);
        logger.LogInformation("The demonstration city {City} is ready.", city.City);
    }

    // Everybody knows the demonstration's one password, shares its accounts and has no authenticator for them. The security screen shows this as deviations.
    private async Task LoosenPolicyAsync()
    {
        foreach (var rule in (string[])["SecondFactor", "PasswordMaximumAgeDays", "MaximumSessions", "CommonPasswordsRefused"])
        {
            await settings.SetGlobalAsync("Administration.Security." + rule, "0");
        }
    }

    private async Task<bool> IsLoadedAsync()
    {
        var state = await settings.GetOrNullAsync(DemonstrationSettings.State, GlobalSettingValueProvider.ProviderName, null);
        return state == DemonstrationSettings.Loading
            ? throw new AbpException("Loading the demonstration city was broken off. Delete the database and start again.")
            : state == DemonstrationSettings.Ready || (await tenants.GetListAsync()).Count > 0;
    }

    private async Task<Dictionary<string, Guid>> CreateTenantsAsync(DemonstrationCity city)
    {
        var ids = new Dictionary<string, Guid>();
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            foreach (var county in city.Counties)
            {
                var tenant = await tenantRepository.InsertAsync(await tenantManager.CreateAsync(county.Name), autoSave: true);
                ids[county.Code] = tenant.Id;
            }

            await unitOfWork.CompleteAsync();
        }

        foreach (var tenant in await tenants.GetListAsync(includeDetails: true))
        {
            await tenantDatabases.PrepareAsync(tenant);
        }

        return ids;
    }

    private async Task SeedDirectoryAsync(DemonstrationCity city, Dictionary<string, Guid> countyIds)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var cityContent = await ContentAsync(null, city.Departments.ConvertAll(d => new OrganisationSeed(d.Code, d.City, d.Short)), city.People.City, city.Accounts.City);
        var counties = new List<CountySeed>();
        foreach (var county in city.Counties)
        {
            var organisations = city.Departments.ConvertAll(d => new OrganisationSeed(d.Code, d.NameIn(county.Name), d.Short));
            var content = await ContentAsync(countyIds[county.Code], organisations, city.People.Counties[county.Code], city.Accounts.County);
            counties.Add(new CountySeed(countyIds[county.Code], county.Code, county.Name, content));
        }

        await directorySeed.SeedAsync(new DirectorySeedData(cityContent, counties));
        await unitOfWork.CompleteAsync();
    }

    private async Task<TenantSeed> ContentAsync(
        Guid? tenantId, List<OrganisationSeed> organisations, List<DemonstrationCity.PersonEntry> people, List<DemonstrationCity.AccountEntry> accounts)
    {
        var owners = new Dictionary<DemonstrationCity.PersonEntry, Guid>();
        using (currentTenant.Change(tenantId))
        {
            foreach (var account in accounts)
            {
                var person = account.PersonAmong(people);
                var user = new IdentityUser(guidGenerator.Create(), account.UserName, $"{account.UserName}@example.invalid", tenantId) { Name = person?.Name ?? account.Name };
                Ensure(await userManager.CreateAsync(user, DemonstrationOptions.Password));
                Ensure(await userManager.AddToRoleAsync(user, account.Role));
                if (person is not null)
                {
                    owners[person] = user.Id;
                }
            }
        }

        return new TenantSeed(
            organisations,
            people.ConvertAll(person => new PersonSeed(person.Department, person.Name, person.Post, owners.TryGetValue(person, out var userId) ? userId : null)));
    }

    private async Task PlayPlanAsync(DemonstrationCity city, Dictionary<string, Guid> countyIds)
    {
        await settings.SetGlobalAsync(ProgrammeSettings.ReferenceDate, city.ReferenceDate);
        await settings.SetGlobalAsync(ProgrammeSettings.ReferenceDateIsSettable, "true");
        var lead = city.Accounts.City.First(account => account.Role == DirectoryRoles.CityLead).PersonAmong(city.People.City)!;
        var organisation = city.Departments.First(department => department.Code == lead.Department).City;
        var plan = DemonstrationCity.ReadText($"programmes/{options.Value.Plan}.yaml");
        var decided = DemonstrationCity.Date(city.PlanDecided)!.Value.ToDateTime(OfficeOpens, DateTimeKind.Utc);
        await programmeStory.LoadAsync(plan, new StoryData(lead.Name, decided, lead.Name, decided.AddHours(1), organisation));
        await DeliverEventsAsync();
        foreach (var (code, id) in countyIds)
        {
            await programmeStory.PlayAsync(id, city.StoryOf(code));
        }

        await DeliverEventsAsync();
    }

    // The sender itself starts with the server; the story needs the counties' tasks now.
    private async Task DeliverEventsAsync()
    {
        while (await outbox.SendAllAsync(CancellationToken.None) > 0)
        {
            // what was delivered may have raised more
        }
    }

    private static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
        }
    }
}
