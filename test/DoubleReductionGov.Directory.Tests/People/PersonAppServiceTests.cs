using System.Security.Claims;
using DoubleReductionGov.Directory.Organisations;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Directory.People;

public sealed class PersonAppServiceTests : IAsyncLifetime
{
    private DirectoryApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await Cast.StartSeededAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_county_lists_its_people_by_organisation_and_part_of_the_name()
    {
        var education = await BureauAsync(Cast.ZhangOfKecheng);

        (await ListAsync(Cast.ZhangOfKecheng, new())).Select(p => (p.Name, p.OrganisationName, p.HasAccount)).ShouldBe(
            [("陈刚", "柯城区财政局", false), ("张敏", "柯城区教育局", true)]);
        (await ListAsync(Cast.ZhangOfKecheng, new() { OrganisationId = education })).Select(p => p.Name).ShouldBe(["张敏"]);
        (await ListAsync(Cast.ZhangOfKecheng, new() { Filter = " 刚 " })).Select(p => p.Name).ShouldBe(["陈刚"]);
        (await ListAsync(Cast.ZhangOfKecheng, new() { Filter = "%" })).ShouldBeEmpty();
        (await ListAsync(Cast.LeadOfQujiang, new() { OrganisationId = education })).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_is_added_and_changed()
    {
        var education = await BureauAsync(Cast.ZhangOfKecheng);

        var added = await AsAsync(Cast.ZhangOfKecheng, p => p.CreateAsync(new() { Name = "周𬭳", Post = "科员", OrganisationId = education }));
        var changed = await AsAsync(Cast.ZhangOfKecheng, p => p.UpdateAsync(
            added.Id, new() { Name = "周𬭳", Post = "副科长", OrganisationId = education, ConcurrencyStamp = added.ConcurrencyStamp }));

        changed.ConcurrencyStamp.ShouldNotBe(added.ConcurrencyStamp);
        (await ListAsync(Cast.ZhangOfKecheng, new() { Filter = "𬭳" })).ShouldBe([changed]);
        (await AsAsync(Cast.ZhangOfKecheng, p => p.GetAsync(added.Id))).ShouldBe(changed);
    }

    [Fact]
    public async Task An_organisation_of_another_tenant_is_not_found_and_nothing_changes()
    {
        var elsewhere = await BureauAsync(Cast.LeadOfQujiang);
        var before = await ListAsync(Cast.ZhangOfKecheng, new());

        await Should.ThrowAsync<EntityNotFoundException>(() =>
            AsAsync(Cast.ZhangOfKecheng, p => p.CreateAsync(new() { Name = "周明", OrganisationId = elsewhere })));
        await Should.ThrowAsync<EntityNotFoundException>(() =>
            AsAsync(Cast.ZhangOfKecheng, p => p.UpdateAsync(before[0].Id, new() { Name = "周明", OrganisationId = elsewhere })));

        (await ListAsync(Cast.ZhangOfKecheng, new())).ShouldBe(before);
        (await ListAsync(Cast.LeadOfQujiang, new())).Select(p => p.Name).ShouldBe(["赵丽"]);
    }

    [Fact]
    public async Task A_person_of_another_tenant_is_not_found_and_nothing_changes()
    {
        var before = await ListAsync(Cast.ZhangOfKecheng, new());

        foreach (var stranger in new[] { Cast.LeadOfQujiang, Cast.LiOfTheCity })
        {
            var own = await BureauAsync(stranger);
            await Should.ThrowAsync<EntityNotFoundException>(() => AsAsync(stranger, p => p.GetAsync(before[0].Id)));
            await Should.ThrowAsync<EntityNotFoundException>(() =>
                AsAsync(stranger, p => p.UpdateAsync(before[0].Id, new() { Name = "周明", OrganisationId = own })));
        }

        (await ListAsync(Cast.ZhangOfKecheng, new())).ShouldBe(before);
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_changed_meanwhile_is_refused()
    {
        var read = (await ListAsync(Cast.ZhangOfKecheng, new()))[0];
        await AsAsync(Cast.ZhangOfKecheng, p => p.UpdateAsync(read.Id, new() { Name = "陈刚", Post = "局长", OrganisationId = read.OrganisationId }));

        await Should.ThrowAsync<AbpDbConcurrencyException>(() => AsAsync(Cast.ZhangOfKecheng, p => p.UpdateAsync(
            read.Id, new() { Name = "陈钢", OrganisationId = read.OrganisationId, ConcurrencyStamp = read.ConcurrencyStamp })));

        var person = (await ListAsync(Cast.ZhangOfKecheng, new()))[0];
        (person.Name, person.Post).ShouldBe(("陈刚", "局长"));
    }

    private Task<T> AsAsync<T>(ClaimsPrincipal who, Func<PersonAppService, Task<T>> act) => _application.AsAsync(who, act);

    private async Task<IReadOnlyList<PersonDto>> ListAsync(ClaimsPrincipal who, PersonListInput input) =>
        (await AsAsync(who, p => p.GetListAsync(input))).Items;

    private async Task<Guid> BureauAsync(ClaimsPrincipal who)
    {
        var organisations = await _application.AsAsync<OrganisationAppService, IReadOnlyList<OrganisationDto>>(who, async o => (await o.GetListAsync()).Items);
        return organisations.Single(o => o.Code == "EDU").Id;
    }
}
