using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using DoubleReductionGov.Abp.Tests.Localization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

/// <summary>The kernel in a web host that listens to nobody but the test.</summary>
public sealed class WebTestApplication : IAsyncLifetime
{
    private WebApplication _application = null!;
    private TestDatabase? _database;

    public IServiceProvider Services => _application.Services;

    public ValueTask InitializeAsync() => StartAsync<WebTestModule>(connectionString: "none");

    /// <summary>With the library and accounts, over a database of its own.</summary>
    public static async Task<WebTestApplication> StartWithDatabaseAsync()
    {
        var application = new WebTestApplication { _database = await TestDatabase.CreateAsync() };
        await application.StartAsync<WebLibraryTestModule>(application._database.ConnectionString);
        return application;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    /// <param name="who">"id", "id tenant" or "id tenant role"; a hyphen stands for nothing.</param>
    public HttpClient Client(string? who = null)
    {
        var client = _application.GetTestClient();
        if (who is not null)
        {
            client.DefaultRequestHeaders.Add(HeaderAuthentication.Header, who);
        }

        return client;
    }

    public Task<HttpResponseMessage> GetAsync(string path, string? who = null) => Client(who).GetAsync(path);

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null, string? who = null) =>
        body is string text ? Client(who).PostAsync(path, new StringContent(text, System.Text.Encoding.UTF8, "application/json")) : Client(who).PostAsJsonAsync(path, body);

    public async ValueTask StartAsync<TModule>(string connectionString, Action<IServiceCollection>? configure = null) where TModule : IAbpModule
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Default", connectionString)]);
        await builder.AddApplicationAsync<TModule>();

        // The sender of events would work beside the test.
        builder.Services.RemoveAll<IHostedService>();
        configure?.Invoke(builder.Services);
        _application = builder.Build();
        await _application.InitializeApplicationAsync();
        await _application.StartAsync();
    }
}

/// <summary>The pipeline of an application, with stores that know two tenants and nothing else.</summary>
[DependsOn(typeof(AbpAspNetCoreMvcModule))]
public class WebTestModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddAuthentication(HeaderAuthentication.Name).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Name, null);
        services.AddAuthentication().AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Name = "session";
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        services.TryAddSingleton<ITenantStore, TwoTenants>();
        services.TryAddSingleton<IPermissionStore, LibrariansMay>();
        services.TryAddSingleton<ISettingStore, NoSettings>();
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpAspNetCoreMvcOptions>(options => options.ConventionalControllers.Create(typeof(WebTestModule).Assembly));
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<WebTestModule>());
        Configure<AbpLocalizationOptions>(options =>
        {
            options.Resources.Add<LocalizationTests.AnimalResource>("zh-Hans").AddVirtualJson("/Localization/Texts/Animals");
            options.DefaultResourceType = typeof(LocalizationTests.AnimalResource);
            options.Languages.Add(new LanguageInfo("en", "en", "English"));
        });
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Zoo", typeof(LocalizationTests.AnimalResource)));
        Configure<AbpExceptionHttpStatusCodeOptions>(options => options.Map("My:Teapot", (System.Net.HttpStatusCode)418));
        Configure<RequestLocalizationOptions>(options => options.SetDefaultCulture("en").AddSupportedCultures("en", "zh-Hans").AddSupportedUICultures("en", "zh-Hans"));
    }

    public override void OnApplicationInitialization(ApplicationInitializationContext context)
    {
        var app = (WebApplication)context.GetApplicationBuilder();
        context.GetEnvironment().EnvironmentName.ShouldBe("Testing");
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMultiTenancy();
        app.UseUnitOfWork();
        UseAuditing(app);
        app.UseAuthorization();
        app.MapControllers();
    }

    /// <summary>Without records unless a test wants them.</summary>
    protected virtual void UseAuditing(IApplicationBuilder app)
    {
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }

    private sealed class TwoTenants : ITenantStore
    {
        private static readonly TenantConfiguration[] All =
            [new(Cast.North, "North", "NORTH"), new(Cast.South, "South", "SOUTH"), new(new Guid("a0000000-0000-0000-0000-000000000009"), "Gone", "GONE") { IsActive = false }];

        public Task<TenantConfiguration?> FindAsync(string normalizedName) => Task.FromResult(Array.Find(All, t => t.NormalizedName == normalizedName));

        public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult(Array.Find(All, t => t.Id == id));

        public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) => Task.FromResult<IReadOnlyList<TenantConfiguration>>(All);
    }

    private sealed class LibrariansMay : IPermissionStore
    {
        public Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey) => Task.FromResult((providerName, providerKey) == ("R", "librarian"));
    }

    private sealed class NoSettings : ISettingStore
    {
        public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult<string?>(null);
    }
}

/// <summary>Accounts sign in with a cookie, which is looked at again in every request.</summary>
[DependsOn(typeof(LibraryTestModule))]
public sealed class WebLibraryTestModule : WebTestModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        base.ConfigureServices(context);
        Configure<AuthenticationOptions>(options => options.DefaultScheme = IdentityConstants.ApplicationScheme);
        Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(-1));
        context.Services.Configure<CookieAuthenticationOptions>(
            IdentityConstants.ApplicationScheme, options => options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync);
    }
}

/// <summary>Believes the header. Challenges and refusals are bare 401 and 403.</summary>
internal sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Header";
    public const string Header = "X-Who";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 } who)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        string[] types = [ClaimTypes.NameIdentifier, "tenantid", ClaimTypes.Role];
        var claims = who.Split(' ').Zip(types, (value, type) => new Claim(type, value)).Where(c => c.Value != "-");
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name)));
    }
}

internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    public static async Task<JsonElement> ErrorAsync(this HttpResponseMessage response) => (await response.JsonAsync()).GetProperty("error");
}
