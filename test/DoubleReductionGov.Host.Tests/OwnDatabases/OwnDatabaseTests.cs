using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Verification;

namespace DoubleReductionGov.Host.OwnDatabases;

public sealed class OwnDatabaseTests(QuzhouWithOwnDatabases quzhou) : IClassFixture<QuzhouWithOwnDatabases>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task The_tasks_of_a_county_are_made_in_its_own_database_and_nowhere_else()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("into-own-databases"));
        plan.CountyCount.ShouldBe(8);

        foreach (var county in new[] { QuzhouWithOwnDatabases.Xincheng, QuzhouWithOwnDatabases.Linjiang })
        {
            var id = await _city.IdOfAsync(county);
            var task = await _city.TaskAsync(county, SpecialPlan.Advertisements, plan);
            (await quzhou.DatabaseOf(county).TakeSnapshotAsync()).Of(id).Mentions(task.Id.ToString()).ShouldBeTrue();
            (await _city.CellAsync(task)).State.ShouldBe(TaskState.NotStarted);
        }

        await NothingOfTheCountiesIsInTheHostsDatabaseAsync();
        (await quzhou.DatabaseOf(QuzhouWithOwnDatabases.Linjiang).TakeSnapshotAsync())
            .Mentions((await _city.IdOfAsync(QuzhouWithOwnDatabases.Xincheng)).ToString()).ShouldBeFalse();
    }

    [Fact]
    public async Task What_happens_there_reaches_the_citys_chart_and_the_citys_decision_reaches_the_county()
    {
        var county = QuzhouWithOwnDatabases.Xincheng;
        var plan = await _city.IssueAsync(new SpecialPlan("across-databases"));
        var task = await _city.ClaimedTaskAsync(county, plan);
        (await _city.CellAsync(task)).State.ShouldBe(TaskState.Claimed);
        var id = await _city.IdOfAsync(county);
        var verifier = await _city.SignInAsync(Cast.CityStaff);

        await _city.RefusesAsync(
            () => verifier.PostAsync($"/api/programme/verification/{task.Id}/return", new ReturnInput { CountyId = id, Reason = " " }),
            HttpStatusCode.Forbidden, ProgrammeErrors.ReasonIsRequired, "原因");
        task = await verifier.DecideAsync(task, "verify", new VerifyInput { CountyId = id, ConcurrencyStamp = task.ConcurrencyStamp });

        task.State.ShouldBe(TaskState.Done);
        await _city.DeliverEventsAsync();
        (await _city.CellAsync(task)).State.ShouldBe(TaskState.Done);
        (await (await _city.SignInAsync(Cast.LeadOf(county))).HistoryAsync(task))[0].Kind.ShouldBe(TaskChangeKind.Verified);
        await NothingOfTheCountiesIsInTheHostsDatabaseAsync();
    }

    [Fact]
    public async Task An_account_of_one_database_is_unknown_to_the_others()
    {
        var client = await _city.SignInAsync(Cast.LeadOf(QuzhouWithOwnDatabases.Linjiang));
        var foreign = await _city.TaskAsync(Cast.Kecheng, "1");

        (await client.GetAsync($"{TaskVerbs.Tasks}/{foreign.Id}")).ShouldTurnAway(HttpStatusCode.NotFound);
        (await client.GetAsync("/api/programme/plan")).ShouldTurnAway(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task While_one_database_cannot_be_served_the_others_are()
    {
        var broken = quzhou.DatabaseOf(QuzhouWithOwnDatabases.Xincheng);
        var plan = await _city.IssueAsync(new SpecialPlan("one-of-them-broken"));
        var served = await _city.AssignedTaskAsync(QuzhouWithOwnDatabases.Linjiang, SpecialPlan.Notice, plan);
        var waiting = await _city.AssignedTaskAsync(QuzhouWithOwnDatabases.Xincheng, SpecialPlan.Notice, plan);
        await broken.ExecuteAsync("""ALTER TABLE "AbpEventOutbox" RENAME TO "Hidden" """);

        await Should.ThrowAsync<Exception>(_city.DeliverEventsAsync);
        (await _city.CellAsync(served)).PersonName.ShouldBe(served.PersonName);
        (await _city.CellAsync(waiting)).PersonName.ShouldBeNull();

        await broken.ExecuteAsync("""ALTER TABLE "Hidden" RENAME TO "AbpEventOutbox" """);
        await _city.DeliverEventsAsync();
        (await _city.CellAsync(waiting)).PersonName.ShouldBe(waiting.PersonName);
    }

    private async Task NothingOfTheCountiesIsInTheHostsDatabaseAsync()
    {
        var host = await _city.Database.TakeSnapshotAsync();
        foreach (var county in new[] { QuzhouWithOwnDatabases.Xincheng, QuzhouWithOwnDatabases.Linjiang })
        {
            host.Of(await _city.IdOfAsync(county)).Without("AbpTenantConnectionStrings").ShouldBeEmpty();
        }
    }
}
