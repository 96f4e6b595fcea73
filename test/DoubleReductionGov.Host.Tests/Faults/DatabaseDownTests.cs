using System.Net;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Platform;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Faults;

public sealed class DatabaseDownTests
{
    /// <summary>More than a pool of the tests holds: each connection of before may be found broken once.</summary>
    private const int Attempts = 30;

    [PostgresFact]
    public async Task While_the_database_is_down_requests_are_told_so_and_when_it_is_back_all_goes_on()
    {
        await using var server = await OwnServer.StartAsync();
        await using var database = await server.CreateDatabaseAsync();
        await using var city = new HostApplication(database);
        city.Start();
        await city.DeliverEventsAsync();
        var lead = await city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var task = await city.TaskAsync(Cast.Kecheng, "1");
        var before = await database.TakeSnapshotAsync();

        await server.GoDownAsync();
        foreach (var attempt in new Func<Task<HttpResponseMessage>>[] { () => lead.GetAsync(TaskVerbs.Tasks), () => ClaimAsync(lead, task), () => lead.GetAsync(TaskVerbs.Tasks) })
        {
            using var response = await attempt();
            response.Headers.RetryAfter.ShouldNotBeNull();
            await response.ShouldRefuseAsync(HttpStatusCode.ServiceUnavailable, PlatformErrors.DatabaseUnavailable, "数据库");
        }

        using var signIn = await city.LogInAsync(city.OpenPortal(), Cast.CityLead, "wrong");
        await signIn.ShouldRefuseAsync(HttpStatusCode.ServiceUnavailable, PlatformErrors.DatabaseUnavailable);

        await server.ComeUpAsync();
        await UntilServedAsync(() => lead.GetAsync(TaskVerbs.Tasks));
        (await database.TakeSnapshotAsync()).ShouldBeAsIn(before);
        (await lead.GetAsync<TaskDto>($"{TaskVerbs.Tasks}/{task.Id}")).ConcurrencyStamp.ShouldBe(task.ConcurrencyStamp);
    }

    private static Task<HttpResponseMessage> ClaimAsync(HttpClient client, TaskDto task) =>
        client.PostAsync(TaskVerbs.Path(task, "claim"), new ClaimInput { ConcurrencyStamp = task.ConcurrencyStamp });

    private static async Task UntilServedAsync(Func<Task<HttpResponseMessage>> attempt)
    {
        for (var left = Attempts; ; left--)
        {
            using var response = await attempt();
            if (response.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            left.ShouldBeGreaterThan(0, await response.Content.ReadAsStringAsync());
        }
    }
}
