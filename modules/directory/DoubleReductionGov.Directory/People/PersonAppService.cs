using DoubleReductionGov.Directory.Organisations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory.People;

[Authorize(DirectoryPermissions.People)]
public sealed class PersonAppService : ApplicationService
{
    private IRepository<Person, Guid> People => LazyServiceProvider.LazyGetRequiredService<IRepository<Person, Guid>>();

    private IRepository<Organisation, Guid> Organisations => LazyServiceProvider.LazyGetRequiredService<IRepository<Organisation, Guid>>();

    public async Task<ListResultDto<PersonDto>> GetListAsync(PersonListInput input)
    {
        var people = await People.GetQueryableAsync();
        if (input.OrganisationId is { } organisationId)
        {
            people = people.Where(p => p.OrganisationId == organisationId);
        }

        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            var filter = input.Filter.Trim();
            people = people.Where(p => p.Name.Contains(filter));
        }

        var rows =
            from person in people
            join organisation in await Organisations.GetQueryableAsync() on person.OrganisationId equals organisation.Id
            orderby organisation.DisplayOrder, person.Name, person.Id
            select new PersonDto(
                person.Id, person.Name, person.Post, organisation.Id, organisation.Name, person.UserId != null, person.ConcurrencyStamp);
        return new ListResultDto<PersonDto>(await rows.ToListAsync());
    }

    public async Task<PersonDto> GetAsync(Guid id)
    {
        var rows =
            from person in await People.GetQueryableAsync()
            join organisation in await Organisations.GetQueryableAsync() on person.OrganisationId equals organisation.Id
            where person.Id == id
            select new PersonDto(
                person.Id, person.Name, person.Post, organisation.Id, organisation.Name, person.UserId != null, person.ConcurrencyStamp);
        return await rows.SingleOrDefaultAsync() ?? throw new EntityNotFoundException(typeof(Person), id);
    }

    [Authorize(DirectoryPermissions.PeopleManage)]
    public async Task<PersonDto> CreateAsync(CreatePersonInput input)
    {
        var organisation = await Organisations.GetAsync(input.OrganisationId);
        var person = new Person(GuidGenerator.Create(), input.Name, input.Post, organisation);
        await People.InsertAsync(person, autoSave: true);
        return PersonDto.From(person, organisation);
    }

    [Authorize(DirectoryPermissions.PeopleManage)]
    public async Task<PersonDto> UpdateAsync(Guid id, UpdatePersonInput input)
    {
        var person = await People.GetAsync(id);
        var organisation = await Organisations.GetAsync(input.OrganisationId);
        person.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        person.Describe(input.Name, input.Post, organisation);
        await People.UpdateAsync(person, autoSave: true);
        return PersonDto.From(person, organisation);
    }
}
