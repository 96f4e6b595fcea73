using System.Net.Http.Json;

namespace DoubleReductionGov.Bench;

/// <summary>The product and the bare app, started alike over the same database.</summary>
internal sealed class Contestants(string root, string? publishedHost, string folder, TaskDatabase database)
{
    private const string Host = "DoubleReductionGov.Host";

    public static Probe ProductOptions { get; } = new("/api/account/sign-in-options");

    public static Probe BareOptions { get; } = new("/counties");

    public TaskDatabase Database => database;

    public static Probe ProductTasks(string cookie) => new("/api/programme/task?maxResultCount=20", cookie);

    public static Probe BareTasks(Guid county) => new($"/tasks?county={county}&maxResultCount=20");

    public ServerProcess StartProduct() => Start(Host, "Production");

    /// <summary>Loads the demonstration city into an empty database.</summary>
    public ServerProcess StartDemonstration() => Start(Host, "Development", ("Demonstration__Enabled", "true"));

    /// <summary>On PostgreSQL as superuser, whom row-level security does not bind: the product bears its cost, the bare app does not.</summary>
    public ServerProcess StartBare() =>
        Start("Bare", "Production", ("Bare__Today", database.Today.ToString("yyyy-MM-dd")), ("ConnectionStrings__Default", database.BareConnectionString));

    /// <summary>Signs in to a county and returns the cookie.</summary>
    public static async Task<string> SignInAsync(ServerProcess product, Guid county)
    {
        var input = new { tenantId = county, userName = TaskDatabase.UserName, password = TaskDatabase.Password };
        using var response = await product.Client.PostAsJsonAsync("/api/account/login", input);
        response.EnsureSuccessStatusCode();
        return string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }

    /// <summary>Signs in and asks for what a change needs besides.</summary>
    public static async Task<Session> SignInWithTokenAsync(ServerProcess product, Guid county)
    {
        var cookie = await SignInAsync(product, county);
        using var response = await product.Client.SendAsync(new Probe("/api/abp/application-configuration", cookie).ToRequest());
        var cookies = response.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).ToList();
        var token = cookies.Single(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal))["XSRF-TOKEN=".Length..];
        return new Session(string.Join("; ", cookies.Prepend(cookie)), Uri.UnescapeDataString(token));
    }

    private ServerProcess Start(string project, string environment, params (string Name, string Value)[] more)
    {
        var variables = more.ToDictionary(variable => variable.Name, variable => variable.Value);
        variables["ASPNETCORE_ENVIRONMENT"] = environment;
        // One machine plays all accounts here.
        variables["RateLimits__Enabled"] = "false";
        variables.TryAdd("ConnectionStrings__Default", database.ConnectionString);
        variables["HOME"] = folder; // where the keys of the cookies are kept
        var place = publishedHost is not null && project == Host ? publishedHost : Path.Combine(root, "artifacts/bin", project, "release");
        return new ServerProcess(Path.Combine(place, project + ".dll"), Path.Combine(folder, project + ".log"), variables);
    }
}
