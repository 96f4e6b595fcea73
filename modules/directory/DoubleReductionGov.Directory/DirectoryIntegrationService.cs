using DoubleReductionGov.Directory.Counties;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Directory;

internal sealed class DirectoryIntegrationService(
    IRepository<Organisation, Guid> organisations,
    IRepository<Person, Guid> people,
    IRepository<County, Guid> counties,
    ICurrentTenant currentTenant) : IDirectoryIntegrationService, ITransientDependency
{
    public async Task<IReadOnlyList<OrganisationInfo>> GetOrganisationsAsync()
    {
        var query = await organisations.GetQueryableAsync();
        return await query
            .OrderBy(o => o.DisplayOrder).ThenBy(o => o.Code)
            .Select(o => new OrganisationInfo(o.Id, o.Code, o.Name, o.ShortName))
            .ToListAsync();
    }

    public async Task<IReadOnlyList<PersonInfo>> GetPeopleAsync()
    {
        var query =
            from person in await people.GetQueryableAsync()
            join organisation in await organisations.GetQueryableAsync() on person.OrganisationId equals organisation.Id
            orderby organisation.DisplayOrder, person.Name, person.Id
            select new PersonInfo(person.Id, person.Name, person.Post, person.OrganisationId, person.UserId);
        return await query.ToListAsync();
    }

    public async Task<PersonInfo?> FindPersonAsync(Guid id) =>
        await FindAsync((await people.GetQueryableAsync()).Where(p => p.Id == id));

    public async Task<PersonInfo?> FindPersonOfUserAsync(Guid userId) =>
        await FindAsync((await people.GetQueryableAsync()).Where(p => p.UserId == userId));

    public async Task<IReadOnlyList<CountyInfo>> GetCountiesAsync()
    {
        using (currentTenant.Change(null))
        {
            var query = await counties.GetQueryableAsync();
            return await query
                .Where(c => c.IsActive)
                .OrderBy(c => c.DisplayOrder).ThenBy(c => c.Code)
                .Select(c => new CountyInfo(c.Id, c.Code, c.Name))
                .ToListAsync();
        }
    }

    private static Task<PersonInfo?> FindAsync(IQueryable<Person> query) =>
        query.Select(p => new PersonInfo(p.Id, p.Name, p.Post, p.OrganisationId, p.UserId)).SingleOrDefaultAsync();
}
