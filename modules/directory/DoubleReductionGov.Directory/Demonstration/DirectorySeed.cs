using DoubleReductionGov.Directory.Counties;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Directory.Demonstration;

/// <summary>Adds what is missing and leaves what is there, except that a person without an account gets the one named.</summary>
public sealed class DirectorySeed(
    IAbpLazyServiceProvider services,
    IUnitOfWorkManager unitOfWorkManager,
    ICurrentTenant currentTenant,
    IGuidGenerator guidGenerator) : ITransientDependency
{
    private IRepository<County, Guid> Counties => services.LazyGetRequiredService<IRepository<County, Guid>>();

    private IRepository<Organisation, Guid> Organisations => services.LazyGetRequiredService<IRepository<Organisation, Guid>>();

    private IRepository<Person, Guid> People => services.LazyGetRequiredService<IRepository<Person, Guid>>();

    /// <returns>Every organisation and person named in the data, whether added now or found.</returns>
    /// <exception cref="ArgumentException">A person's organisation is not in the tenant, or a code or name is malformed.</exception>
    public async Task<DirectorySeedResult> SeedAsync(DirectorySeedData data)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: false, isTransactional: true);
        var organisations = new List<SeededOrganisation>();
        var people = new List<SeededPerson>();

        await AddCountiesAsync(data.Counties);
        await AddTenantAsync(null, data.City, organisations, people);
        foreach (var county in data.Counties)
        {
            await AddTenantAsync(county.TenantId, county.Content, organisations, people);
        }

        await unitOfWork.CompleteAsync();
        return new DirectorySeedResult(organisations, people);
    }

    private async Task AddCountiesAsync(IReadOnlyList<CountySeed> seeds)
    {
        using (currentTenant.Change(null))
        {
            var codes = (await Counties.GetListAsync()).Select(c => c.Code).ToHashSet();
            foreach (var (order, seed) in seeds.Index().Where(s => !codes.Contains(s.Item.Code)))
            {
                await Counties.InsertAsync(new County(seed.TenantId, seed.Code, seed.Name, order), autoSave: true);
            }
        }
    }

    private async Task AddTenantAsync(Guid? tenantId, TenantSeed seed, List<SeededOrganisation> organisations, List<SeededPerson> people)
    {
        using (currentTenant.Change(tenantId))
        {
            var byCode = await AddOrganisationsAsync(seed.Organisations);
            organisations.AddRange(seed.Organisations.Select(o => new SeededOrganisation(tenantId, o.Code, byCode[o.Code].Id)));
            foreach (var person in await AddPeopleAsync(seed.People, byCode))
            {
                people.Add(new SeededPerson(tenantId, person.Id, person.Name, person.OrganisationId, person.UserId));
            }

            // A tenant's rows can only be saved within it.
            await unitOfWorkManager.Current!.SaveChangesAsync();
        }
    }

    private async Task<Dictionary<string, Organisation>> AddOrganisationsAsync(IReadOnlyList<OrganisationSeed> seeds)
    {
        var byCode = (await Organisations.GetListAsync()).ToDictionary(o => o.Code);
        foreach (var (order, seed) in seeds.Index().Where(s => !byCode.ContainsKey(s.Item.Code)))
        {
            var organisation = new Organisation(guidGenerator.Create(), seed.Code, seed.Name, seed.ShortName, order);
            byCode.Add(seed.Code, await Organisations.InsertAsync(organisation, autoSave: true));
        }

        return byCode;
    }

    private async Task<List<Person>> AddPeopleAsync(IReadOnlyList<PersonSeed> seeds, Dictionary<string, Organisation> byCode)
    {
        var known = await People.GetListAsync();
        var named = new List<Person>();
        foreach (var seed in seeds)
        {
            if (!byCode.TryGetValue(seed.OrganisationCode, out var organisation))
            {
                throw new ArgumentException($"{seed.Name}: there is no organisation {seed.OrganisationCode}.", nameof(seeds));
            }

            var person = known.FirstOrDefault(p => p.OrganisationId == organisation.Id && p.Name == seed.Name);
            if (person is null)
            {
                person = await People.InsertAsync(new Person(guidGenerator.Create(), seed.Name, seed.Post, organisation));
                known.Add(person);
            }

            if (person.UserId is null && seed.UserId is { } userId)
            {
                person.LinkAccount(userId);
            }

            named.Add(person);
        }

        return named;
    }
}
