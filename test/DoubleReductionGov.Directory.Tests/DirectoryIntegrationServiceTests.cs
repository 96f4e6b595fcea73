using System.Security.Claims;
using DoubleReductionGov.Directory.Counties;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory;

public sealed class DirectoryIntegrationServiceTests : IAsyncLifetime
{
    private DirectoryApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await Cast.StartSeededAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Organisations_and_people_are_those_of_the_current_tenant_in_official_order()
    {
        (await AskAsync(Cast.ZhangOfKecheng, d => d.GetOrganisationsAsync())).Select(o => o.Code).ShouldBe(["FIN", "EDU"]);
        (await AskAsync(Cast.ZhangOfKecheng, d => d.GetPeopleAsync())).Select(p => p.Name).ShouldBe(["陈刚", "张敏"]);

        (await AskAsync(Cast.LiOfTheCity, d => d.GetOrganisationsAsync())).Select(o => o.Name).ShouldBe(["市教育局"]);
        (await AskAsync(Cast.LiOfTheCity, d => d.GetPeopleAsync())).Select(p => p.Name).ShouldBe(["李督导"]);
    }

    [Fact]
    public async Task A_person_of_another_tenant_is_not_found_by_id_or_by_account()
    {
        var zhang = (await AskAsync(Cast.ZhangOfKecheng, d => d.FindPersonOfUserAsync(Cast.ZhangAccount))).ShouldNotBeNull();
        (zhang.Name, zhang.Post, zhang.UserId).ShouldBe(("张敏", "科长", Cast.ZhangAccount));
        (await AskAsync(Cast.ZhangOfKecheng, d => d.FindPersonAsync(zhang.Id))).ShouldBe(zhang);

        foreach (var stranger in new[] { Cast.LeadOfQujiang, Cast.LiOfTheCity })
        {
            (await AskAsync(stranger, d => d.FindPersonAsync(zhang.Id))).ShouldBeNull();
            (await AskAsync(stranger, d => d.FindPersonOfUserAsync(Cast.ZhangAccount))).ShouldBeNull();
        }
    }

    [Fact]
    public async Task Active_counties_are_the_same_from_everywhere()
    {
        await _application.AsAsync(Cast.Nobody, async provider =>
            (await provider.GetRequiredService<IRepository<County, Guid>>().GetAsync(Cast.Qujiang)).Deactivate());

        foreach (var who in new[] { Cast.LiOfTheCity, Cast.ZhangOfKecheng })
        {
            (await AskAsync(who, d => d.GetCountiesAsync())).ShouldBe([new CountyInfo(Cast.Kecheng, "330802", "柯城区")]);
        }
    }

    private Task<T> AskAsync<T>(ClaimsPrincipal who, Func<IDirectoryIntegrationService, Task<T>> question) => _application.AsAsync(who, question);
}
