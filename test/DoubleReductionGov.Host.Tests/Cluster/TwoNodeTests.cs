using System.Net;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Demonstration;
using DoubleReductionGov.Host.Http;

namespace DoubleReductionGov.Host.Cluster;

/// <summary>Two hosts as processes over one PostgreSQL database. On SQLite there is one node and nothing to test.</summary>
public sealed class TwoNodeTests(DemonstrationTemplate template) : IAsyncLifetime
{
    private const int Jobs = 24;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<NodeProcess> _nodes = [];
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("TEST_DATABASE") == "postgres", "There is one node on SQLite.");
        _database = await template.CopyAsync();
        await _database.ExecuteAsync("CREATE TABLE probe_begun (number int, node int)");
        await _database.ExecuteAsync("CREATE TABLE probe_done (number int, node int)");
        await _database.ExecuteAsync("CREATE TABLE probe_open (number int)");
        await _database.ExecuteAsync("GRANT ALL ON probe_begun, probe_done, probe_open TO PUBLIC");
        _nodes.Add(await NodeProcess.StartAsync(_database));
        _nodes.Add(await NodeProcess.StartAsync(_database));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var node in _nodes)
        {
            await node.DisposeAsync();
        }

        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_session_is_valid_on_every_node_and_a_right_that_one_takes_away_is_gone_on_the_other()
    {
        var cookies = new CookieContainer();
        using var one = _nodes[0].Open(cookies);
        using var two = _nodes[1].Open(cookies);
        await HttpVerbs.ReadAsync<LoginResult>(await one.PostAsync("/api/account/login", new LoginInput(null, Cast.CityStaff.UserName, DemonstrationOptions.Password)));
        (await two.GetAsync("/api/directory/person")).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await one.GetAsync($"/probe/revoke?permission={DirectoryPermissions.People}")).EnsureSuccessStatusCode().Dispose();

        // A message takes a moment; what a cache would forget by itself takes a minute.
        await UntilAsync(async () => (await two.GetAsync("/api/directory/person")).StatusCode == HttpStatusCode.Forbidden, TimeSpan.FromSeconds(20));
        (await one.GetAsync("/api/directory/person")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task When_a_node_is_killed_the_other_one_does_its_jobs_and_each_is_done_once()
    {
        for (var number = 0; number < Jobs; number++)
        {
            await _database.ExecuteAsync(
                """
                INSERT INTO "AbpBackgroundJobs" ("Id", "JobName", "JobArgs", "Priority", "TryCount", "IsAbandoned", "CreationTime", "NextTryTime", "ConcurrencyStamp")
                VALUES (@p0, 'probe', @p1, 15, 0, false, now(), now(), 'x')
                """,
                Guid.CreateVersion7(), $$"""{"number":{{number}}}""");
        }

        var victim = await FirstToBeginAsync();
        await victim.KillAsync();
        await _database.ExecuteAsync("INSERT INTO probe_open VALUES (1)");
        await UntilAsync(async () => await _database.CountAsync("AbpBackgroundJobs") == 0, Patience);

        (await _database.CountAsync("probe_done")).ShouldBe(Jobs);
        (await _database.ScalarAsync("SELECT count(DISTINCT number) FROM probe_done")).ShouldBe(Jobs);
        (await _database.ScalarAsync($"SELECT count(*) FROM probe_done WHERE node <> {victim.Id}")).ShouldBe(Jobs);

        // What the killed node had begun was begun again.
        (await _database.CountAsync("probe_begun")).ShouldBeGreaterThan(Jobs);
    }

    private async Task<NodeProcess> FirstToBeginAsync()
    {
        NodeProcess? found = null;
        await UntilAsync(
            async () =>
            {
                foreach (var node in _nodes)
                {
                    if (await _database.ScalarAsync($"SELECT count(*) FROM probe_begun b WHERE node = {node.Id} AND NOT EXISTS (SELECT 1 FROM probe_done d WHERE d.number = b.number)") > 0)
                    {
                        found = node;
                    }
                }

                return found is not null;
            },
            Patience);
        return found!;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition, TimeSpan patience)
    {
        using var timeout = new CancellationTokenSource(patience);
        while (!await condition())
        {
            await Task.Delay(20, timeout.Token);
        }
    }
}
