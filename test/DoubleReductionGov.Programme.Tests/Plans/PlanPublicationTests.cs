using DoubleReductionGov.Directory;
using Volo.Abp;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Plans;

public class PlanPublicationTests
{
    private static readonly DateTime Now = new(2021, 9, 1, 2, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task A_county_that_lacks_a_department_of_the_plan_receives_nothing_and_neither_does_any_other()
    {
        var plan = Approved();
        var directory = new Counties { [Cast.Kecheng] = ["EDU", "FIN"], [Cast.Qujiang] = ["EDU"] };

        var refusal = await Should.ThrowAsync<BusinessException>(() => PublishAsync(plan, directory));

        refusal.Code.ShouldBe(ProgrammeErrors.CountyLacksDepartment);
        (refusal.Data["county"], refusal.Data["departments"]).ShouldBe(("衢江区", "财政局"));
        plan.State.ShouldBe(PlanState.Approved);
        plan.GetDistributedEvents().ShouldBeEmpty();
    }

    [Fact]
    public async Task Counties_that_have_every_department_receive_the_plan()
    {
        var plan = Approved();

        await PublishAsync(plan, new Counties { [Cast.Kecheng] = ["EDU", "FIN"], [Cast.Qujiang] = ["FIN", "EDU", "TAX"] });

        plan.State.ShouldBe(PlanState.Published);
        plan.GetDistributedEvents().Select(e => ((PlanPublishedEto)e.EventData).TenantId).ShouldBe([Cast.Kecheng.Id, Cast.Qujiang.Id]);
    }

    private static Task PublishAsync(Plan plan, Counties directory) =>
        new PlanPublication(directory, Counties.CurrentTenant).PublishAsync(plan, Cast.LiActing, Now);

    private static Plan Approved()
    {
        var task = new PlanFileItem
        {
            Line = 1,
            Lines = new Dictionary<string, int>(),
            Section = "校内减负提质",
            Number = "1",
            Title = "压减作业总量",
            Source = "Q§1",
            Lead = "EDU",
            Support = ["FIN"],
            Person = "李督导",
            Start = Cast.Start,
            Due = Cast.Due,
            Weight = 100,
            After = [],
            Measure = Cast.Documents,
            Shares = null,
        };
        var file = new PlanFile("p", "方案", 2021, "衢教〔2021〕1号", Cast.Start, Cast.Due, [task]);
        var plan = new Plan(Guid.CreateVersion7(), file, Cast.CityPeople, Cast.Guids);
        plan.Approve(Cast.LiActing, Now);
        return plan;
    }

    /// <summary>The counties and the codes of their departments.</summary>
    private sealed class Counties : Dictionary<CountyInfo, string[]>, IDirectoryIntegrationService
    {
        public static readonly CurrentTenant CurrentTenant = new(AsyncLocalCurrentTenantAccessor.Instance);

        public Task<IReadOnlyList<OrganisationInfo>> GetOrganisationsAsync() => Task.FromResult<IReadOnlyList<OrganisationInfo>>(
            [.. this.Single(c => c.Key.Id == CurrentTenant.Id).Value.Select(code => new OrganisationInfo(Guid.CreateVersion7(), code, code, code))]);

        public Task<IReadOnlyList<CountyInfo>> GetCountiesAsync() => Task.FromResult<IReadOnlyList<CountyInfo>>([.. Keys]);

        public Task<IReadOnlyList<PersonInfo>> GetPeopleAsync() => throw new NotSupportedException();

        public Task<PersonInfo?> FindPersonAsync(Guid id) => throw new NotSupportedException();

        public Task<PersonInfo?> FindPersonOfUserAsync(Guid userId) => throw new NotSupportedException();
    }
}
