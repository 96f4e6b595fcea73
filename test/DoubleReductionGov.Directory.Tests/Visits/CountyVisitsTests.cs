using System.Security.Claims;
using DoubleReductionGov.Directory.Counties;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Authorization;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Directory.Visits;

public sealed class CountyVisitsTests : IAsyncLifetime
{
    private DirectoryApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await Cast.StartSeededAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task The_city_stands_in_the_county_until_it_leaves()
    {
        await _application.AsAsync(Cast.LiOfTheCity, async provider =>
        {
            var currentTenant = provider.GetRequiredService<ICurrentTenant>();
            var directory = provider.GetRequiredService<IDirectoryIntegrationService>();
            using (await provider.GetRequiredService<ICountyVisits>().EnterAsync(Cast.Kecheng, "核实进度", "任务 1.2"))
            {
                currentTenant.Id.ShouldBe(Cast.Kecheng);
                (await directory.GetPeopleAsync()).Select(p => p.Name).ShouldBe(["陈刚", "张敏"]);
            }

            currentTenant.Id.ShouldBeNull();
            (await directory.GetPeopleAsync()).Select(p => p.Name).ShouldBe(["李督导"]);
        });
    }

    [Fact]
    public async Task The_county_reads_who_looked_when_why_and_at_what_and_nobody_else_does()
    {
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, " 核实进度 ", "任务 1.2");

        var visit = (await VisitsAsync(Cast.ZhangOfKecheng)).Items.ShouldHaveSingleItem();
        (visit.VisitorName, visit.VisitorOrganisation).ShouldBe(("李督导", "市教育局"));
        (visit.Purpose, visit.Subject, visit.Time, visit.Time.Kind).ShouldBe(("核实进度", "任务 1.2", Cast.Monday, DateTimeKind.Utc));

        (await VisitsAsync(Cast.LeadOfQujiang)).TotalCount.ShouldBe(0);
        (await VisitsAsync(Cast.LiOfTheCity)).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task Looking_again_within_ten_minutes_is_the_same_visit()
    {
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2");
        _application.Clock.Now = Cast.Monday.AddMinutes(9);
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, " 核实进度", "任务 1.2");
        (await VisitsAsync(Cast.ZhangOfKecheng)).TotalCount.ShouldBe(1);

        _application.Clock.Now = Cast.Monday.AddMinutes(10);
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2");
        (await VisitsAsync(Cast.ZhangOfKecheng)).Items.Select(v => v.Time).ShouldBe([Cast.Monday.AddMinutes(10), Cast.Monday]);
    }

    [Fact]
    public async Task Another_visitor_purpose_or_subject_is_another_visit()
    {
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2");
        await EnterAsync(Cast.WangOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2");
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核查佐证", "任务 1.2");
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.3");

        var visits = await VisitsAsync(Cast.ZhangOfKecheng);
        visits.TotalCount.ShouldBe(4);
        visits.Items.Single(v => v.VisitorName == "王主任").VisitorOrganisation.ShouldBeNull();
    }

    [Fact]
    public async Task The_ten_minutes_are_a_setting()
    {
        _application.Settings.Values[DirectorySettings.VisitRepeatMinutes] = "0";

        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2");
        await EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2");

        (await VisitsAsync(Cast.ZhangOfKecheng)).TotalCount.ShouldBe(2);
    }

    /// <summary>In order of precedence: each attempt has every later fault, too.</summary>
    [Fact]
    public async Task Refusals_leave_no_trace()
    {
        var unknown = Guid.CreateVersion7();
        foreach (var stranger in new[] { Cast.Nobody, Cast.ClerkOfTheCity, Cast.ZhangOfKecheng, Cast.LeadOfQujiang })
        {
            await Should.ThrowAsync<AbpAuthorizationException>(() => EnterAsync(stranger, unknown, " ", "任务 1.2"));
            await Should.ThrowAsync<AbpAuthorizationException>(() => EnterAsync(stranger, Cast.Kecheng, "核实进度", "任务 1.2"));
        }

        (await Should.ThrowAsync<BusinessException>(() => EnterAsync(Cast.LiOfTheCity, unknown, " ", "任务 1.2")))
            .Code.ShouldBe(DirectoryErrors.PurposeIsRequired);
        (await Should.ThrowAsync<BusinessException>(() => EnterAsync(Cast.LiOfTheCity, unknown, new string('查', 201), "任务 1.2")))
            .Code.ShouldBe(DirectoryErrors.PurposeIsTooLong);
        (await Should.ThrowAsync<EntityNotFoundException>(() => EnterAsync(Cast.LiOfTheCity, unknown, "核实进度", "任务 1.2")))
            .Id.ShouldBe(unknown);

        (await VisitsAsync(Cast.ZhangOfKecheng)).TotalCount.ShouldBe(0);
        (await VisitsAsync(Cast.LeadOfQujiang)).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task An_inactive_county_cannot_be_entered()
    {
        await _application.AsAsync(Cast.Nobody, async provider =>
            (await provider.GetRequiredService<IRepository<County, Guid>>().GetAsync(Cast.Kecheng)).Deactivate());

        await Should.ThrowAsync<EntityNotFoundException>(() => EnterAsync(Cast.LiOfTheCity, Cast.Kecheng, "核实进度", "任务 1.2"));

        (await VisitsAsync(Cast.ZhangOfKecheng)).TotalCount.ShouldBe(0);
    }

    private Task EnterAsync(ClaimsPrincipal who, Guid county, string purpose, string subject) =>
        _application.AsAsync(who, async provider =>
        {
            using var visit = await provider.GetRequiredService<ICountyVisits>().EnterAsync(county, purpose, subject);
        });

    private Task<PagedResultDto<VisitDto>> VisitsAsync(ClaimsPrincipal who) =>
        _application.AsAsync<VisitAppService, PagedResultDto<VisitDto>>(who, visits => visits.GetListAsync(new PagedResultRequestDto()));
}
