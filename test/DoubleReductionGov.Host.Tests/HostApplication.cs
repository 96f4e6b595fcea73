using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Demonstration;
using DoubleReductionGov.Host.Http;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;

namespace DoubleReductionGov.Host;

/// <summary>The whole product on a database of its own. Nothing happens behind the tests' back: events go when a test says so.</summary>
public class HostApplication(TestDatabase database) : WebApplicationFactory<Program>
{
    private readonly Dictionary<Official, HttpClient> _sessions = [];
    private Dictionary<string, Guid>? _countyIds;

    public TestDatabase Database { get; } = database;

    /// <summary>The environment's name; the product refuses some things outside Development.</summary>
    public string EnvironmentName { get; init; } = Environments.Development;

    public bool HasDemonstration { get; init; } = true;

    /// <summary>Configuration that this application has besides.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    public void Start() => _ = Server;

    /// <summary>A client that is not signed in, with cookies of its own.</summary>
    public HttpClient OpenPortal() => CreateDefaultClient(AntiforgeryHandler.With(new CookieContainer()));

    /// <summary>The session of an account: signed in once, with its cookie and its antiforgery token.</summary>
    internal async Task<HttpClient> SignInAsync(Official official)
    {
        if (!_sessions.TryGetValue(official, out var client))
        {
            _sessions[official] = client = await SignInAnewAsync(official);
        }

        return client;
    }

    internal async Task<HttpClient> SignInAnewAsync(Official official)
    {
        var client = OpenPortal();
        await HttpVerbs.ReadAsync<LoginResult>(await LogInAsync(client, official, DemonstrationOptions.Password));
        (await client.GetAsync("/api/abp/application-configuration?includeLocalizationResources=false")).EnsureSuccessStatusCode().Dispose();
        return client;
    }

    internal async Task<HttpResponseMessage> LogInAsync(HttpClient client, Official official, string password)
    {
        Guid? tenantId = official.County is { } county ? await IdOfAsync(county) : null;
        return await client.PostAsync("/api/account/login", new LoginInput(tenantId, official.UserName, password));
    }

    /// <summary>The tenant of a county.</summary>
    internal async Task<Guid> IdOfAsync(County county)
    {
        _countyIds ??= (await OpenPortal().GetAsync<SignInOptionsDto>("/api/account/sign-in-options")).Counties.ToDictionary(c => c.Name, c => c.Id);
        return _countyIds[county.Name];
    }

    /// <summary>Delivers all events that were raised, and those that their handlers raise.</summary>
    public async Task DeliverEventsAsync()
    {
        var sender = Services.GetRequiredService<OutboxSender>();
        while (await sender.SendAllAsync(CancellationToken.None) > 0)
        {
            // what was delivered may have raised more
        }
    }

    /// <summary>The attempt is refused with this status and code, in words that name the given parts, and no row of the database is another.</summary>
    internal async Task<ErrorInfo> RefusesAsync(Func<Task<HttpResponseMessage>> attempt, HttpStatusCode status, string? code, params string[] named)
    {
        var before = await Database.TakeSnapshotAsync();
        var refusal = await (await attempt()).ShouldRefuseAsync(status, code, named);
        (await Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
        return refusal;
    }

    /// <summary>The attempt does not get past the gate, and no row of the database is another.</summary>
    internal async Task TurnsAwayAsync(Func<Task<HttpResponseMessage>> attempt, HttpStatusCode status)
    {
        var before = await Database.TakeSnapshotAsync();
        (await attempt()).ShouldTurnAway(status);
        (await Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("ConnectionStrings:Default", Database.ConnectionString);
        builder.UseSetting("Database:MigrateAtStart", "true");
        builder.UseSetting("Demonstration:Enabled", HasDemonstration ? "true" : "false");
        builder.UseSetting("BackgroundJobs:IsJobExecutionEnabled", "false");
        builder.UseSetting("BackgroundWorkers:IsEnabled", "false");
        // One process makes all the requests of a run; the tests of the limits set their own.
        // One process makes all the requests of a run, and all tests share its threads; the tests of the limits set their own.
        builder.UseSetting("RateLimits:Enabled", "false");
        builder.UseSetting("Limits:QueuedRequests", "1000000");
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            var sender = services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationFactory is Func<IServiceProvider, OutboxSender>);
            services.Remove(sender);
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
            // A hash that is slow to guess is slow to make; the demonstration has many accounts.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1_000);
            ConfigureServices(services);
        });
    }

    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }
}
