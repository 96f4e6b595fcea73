using DoubleReductionGov.Directory.Organisations;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace DoubleReductionGov.Directory.People;

internal sealed class DirectoryAccounts(IRepository<Person, Guid> people, IRepository<Organisation, Guid> organisations, IGuidGenerator guidGenerator)
    : IDirectoryAccounts, ITransientDependency
{
    public async Task<IReadOnlyList<PersonInfo>> GetPeopleOfUsersAsync(IReadOnlyCollection<Guid> userIds) =>
        await Describe((await people.GetQueryableAsync()).Where(p => p.UserId != null && userIds.Contains(p.UserId.Value))).ToListAsync();

    public async Task<IReadOnlyList<Guid>> GetUserIdsAsync(Guid organisationId) =>
        await (await people.GetQueryableAsync()).Where(p => p.OrganisationId == organisationId && p.UserId != null).Select(p => p.UserId!.Value).ToListAsync();

    public async Task<IReadOnlyList<PersonInfo>> GetPeopleWithoutUserAsync(string? filter, Guid? organisationId, int maximum)
    {
        var query =
            from person in await people.GetQueryableAsync()
            join organisation in await organisations.GetQueryableAsync() on person.OrganisationId equals organisation.Id
            where person.UserId == null
                && (organisationId == null || organisation.Id == organisationId)
                && (string.IsNullOrEmpty(filter) || person.Name.Contains(filter))
            orderby organisation.DisplayOrder, person.Name, person.Id
            select person;
        return await Describe(query.Take(maximum)).ToListAsync();
    }

    public async Task<PersonInfo> LinkAsync(Guid userId, Guid personId) => await LinkAsync(userId, await people.GetAsync(personId));

    public async Task<PersonInfo> LinkAsync(Guid userId, string name, string? post, Guid organisationId)
    {
        var organisation = await organisations.GetAsync(organisationId);
        var namesakes = await people.GetListAsync(p => p.OrganisationId == organisationId && p.Name == name && p.UserId == null);
        var person = namesakes is [var only]
            ? only
            : await people.InsertAsync(new Person(guidGenerator.Create(), name, post, organisation));
        return await LinkAsync(userId, person);
    }

    public async Task UnlinkAsync(Guid userId)
    {
        if (await people.FindAsync(p => p.UserId == userId) is { } person)
        {
            person.UnlinkAccount();
            await people.UpdateAsync(person, autoSave: true);
        }
    }

    private async Task<PersonInfo> LinkAsync(Guid userId, Person person)
    {
        person.TakeAccount(userId);
        await people.UpdateAsync(person, autoSave: true);
        return new PersonInfo(person.Id, person.Name, person.Post, person.OrganisationId, person.UserId);
    }

    private static IQueryable<PersonInfo> Describe(IQueryable<Person> query) =>
        query.Select(p => new PersonInfo(p.Id, p.Name, p.Post, p.OrganisationId, p.UserId));
}
