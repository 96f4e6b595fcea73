using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.OwnDatabases;

/// <summary>Events come at least once: twice, late and after a failure, in the host's database and in a county's own.</summary>
public sealed class DeliveryTests(QuzhouWithOwnDatabases quzhou) : IClassFixture<QuzhouWithOwnDatabases>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("柯城区")]
    [InlineData("新城区")]
    public async Task Delivered_twice_they_change_nothing(string countyName)
    {
        var (county, database) = Find(countyName);
        var plan = await _city.ImportAsync(new SpecialPlan($"twice-{county.Code}"));
        plan = await _city.PublishAsync(await _city.ApproveAsync(await _city.AssignPeopleAsync(plan)));
        await HoldAsync(_city.Database, "Published");
        await _city.DeliverEventsAsync();
        var task = await _city.AssignedTaskAsync(county, SpecialPlan.Notice, plan);
        await HoldAsync(database, "Changed");
        await _city.DeliverEventsAsync();
        var (host, own) = (await _city.Database.TakeSnapshotAsync(), await database.TakeSnapshotAsync());

        await RepeatAsync(_city.Database, "Published");
        await RepeatAsync(database, "Changed");
        await _city.DeliverEventsAsync();

        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(host);
        (await database.TakeSnapshotAsync()).ShouldBeAsIn(own);
        (await _city.CellAsync(task)).PersonName.ShouldBe(task.PersonName);
        await DropAsync(_city.Database, "Published");
        await DropAsync(database, "Changed");
    }

    [Theory]
    [InlineData("衢江区")]
    [InlineData("临江区")]
    public async Task An_older_event_that_comes_later_does_not_replace_the_newer_state(string countyName)
    {
        var (county, database) = Find(countyName);
        var plan = await _city.IssueAsync(new SpecialPlan($"late-{county.Code}"));
        var lead = await _city.SignInAsync(Cast.LeadOf(county));
        var task = await _city.AssignedTaskAsync(county, SpecialPlan.Notice, plan);
        await HoldAsync(database, "Late");
        await _city.DeliverEventsAsync();
        task = await lead.RecordAsync(task, new RecordProgressInput { Progress = 70 });
        await _city.DeliverEventsAsync();

        await RepeatAsync(database, "Late");
        await _city.DeliverEventsAsync();

        (await _city.CellAsync(task)).Progress.ShouldBe(70);
        await DropAsync(database, "Late");
    }

    [Theory]
    [InlineData("龙游县")]
    [InlineData("新城区")]
    public async Task What_a_handler_could_not_do_is_delivered_again(string countyName)
    {
        var (county, database) = Find(countyName);
        var task = await _city.AssignedTaskAsync(county, SpecialPlan.Notice, await _city.IssueAsync(new SpecialPlan($"again-{county.Code}")));
        await _city.Database.ExecuteAsync("""ALTER TABLE "ProgrammeWallChartCells" RENAME TO "Hidden" """);

        await Should.ThrowAsync<Exception>(_city.DeliverEventsAsync);
        (await database.CountAsync("AbpEventOutbox")).ShouldBe(1);

        await _city.Database.ExecuteAsync("""ALTER TABLE "Hidden" RENAME TO "ProgrammeWallChartCells" """);
        await database.ExecuteAsync("""UPDATE "AbpEventOutbox" SET "NextTryTime" = NULL""");
        await _city.DeliverEventsAsync();
        (await database.CountAsync("AbpEventOutbox")).ShouldBe(0);
        (await _city.CellAsync(task)).PersonName.ShouldBe(task.PersonName);
    }

    private (County County, TestDatabase Database) Find(string name)
    {
        var own = new[] { QuzhouWithOwnDatabases.Xincheng, QuzhouWithOwnDatabases.Linjiang }.FirstOrDefault(c => c.Name == name);
        return own is null ? (Cast.Counties.Single(c => c.Name == name), _city.Database) : (own, quzhou.DatabaseOf(own));
    }

    private static Task HoldAsync(TestDatabase database, string name) => database.ExecuteAsync($"""CREATE TABLE "{name}" AS SELECT * FROM "AbpEventOutbox" """);

    private static Task RepeatAsync(TestDatabase database, string name) => database.ExecuteAsync($"""INSERT INTO "AbpEventOutbox" SELECT * FROM "{name}" """);

    private static Task DropAsync(TestDatabase database, string name) => database.ExecuteAsync($"""DROP TABLE "{name}" """);
}
