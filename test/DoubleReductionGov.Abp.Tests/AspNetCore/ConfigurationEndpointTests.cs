using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class ConfigurationEndpointTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Path = "/api/abp/application-configuration";

    [Fact]
    public async Task Nobody_is_told_what_everybody_may_know()
    {
        var configuration = await ReadAsync();

        configuration.EnumerateObject().Select(p => p.Name)
            .ShouldBe(
            [
                "localization", "auth", "setting", "currentUser", "features", "globalFeatures", "multiTenancy", "currentTenant", "timing", "clock", "objectExtensions",
                "extraProperties",
            ]);
        configuration.GetProperty("currentUser").GetProperty("isAuthenticated").GetBoolean().ShouldBeFalse();
        configuration.GetProperty("auth").GetProperty("grantedPolicies").EnumerateObject().ShouldBeEmpty();
        configuration.GetProperty("multiTenancy").GetProperty("isEnabled").GetBoolean().ShouldBeTrue();
        configuration.GetProperty("clock").GetProperty("kind").GetString().ShouldBe("Utc");
    }

    [Fact]
    public async Task Only_granted_policies_are_listed()
    {
        var ada = await ReadAsync(who: "b0000000-0000-0000-0000-000000000001 - librarian");
        var nora = await ReadAsync(who: "b0000000-0000-0000-0000-000000000002 a0000000-0000-0000-0000-000000000001 librarian");

        ada.GetProperty("auth").GetProperty("grantedPolicies").ToString().ShouldBe("""{"Web.Read":true,"Web.Host":true}""");
        nora.GetProperty("auth").GetProperty("grantedPolicies").ToString().ShouldBe("""{"Web.Read":true}""");
    }

    [Fact]
    public async Task User_and_tenant_are_told()
    {
        var configuration = await ReadAsync(who: "b0000000-0000-0000-0000-000000000002 a0000000-0000-0000-0000-000000000001 librarian");

        var user = configuration.GetProperty("currentUser");
        (user.GetProperty("id").GetGuid(), user.GetProperty("tenantId").GetGuid()).ShouldBe((Cast.NoraId, Cast.North));
        user.GetProperty("roles").ToString().ShouldBe("""["librarian"]""");
        configuration.GetProperty("currentTenant").ToString().ShouldBe($$"""{"id":"{{Cast.North}}","name":"North","isAvailable":true}""");
    }

    [Fact]
    public async Task Texts_come_in_the_callers_language_and_can_be_left_out()
    {
        var localization = (await ReadAsync("?culture=zh-Hans")).GetProperty("localization");
        localization.GetProperty("values").GetProperty("Animals").GetProperty("Cat").GetString().ShouldBe("猫");
        localization.GetProperty("currentCulture").GetProperty("cultureName").GetString().ShouldBe("zh-Hans");
        localization.GetProperty("defaultResourceName").GetString().ShouldBe("Animals");
        localization.GetProperty("languages").EnumerateArray().Single().GetProperty("displayName").GetString().ShouldBe("English");

        (await ReadAsync("?includeLocalizationResources=false")).GetProperty("localization").GetProperty("values").EnumerateObject().ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_the_settings_only_those_for_clients_are_told()
    {
        (await ReadAsync()).GetProperty("setting").GetProperty("values").ToString().ShouldBe("""{"Web.Visible":"1"}""");
    }

    [Fact]
    public async Task A_contributor_adds_what_its_screens_need()
    {
        application.Services.GetRequiredService<IOptions<AbpApplicationConfigurationOptions>>().Value.Contributors.Add(new Weather());

        (await ReadAsync()).GetProperty("extraProperties").GetProperty("weather").GetString().ShouldBe("fine in host");
    }

    [Fact]
    public async Task It_is_never_cached_and_brings_the_antiforgery_cookie()
    {
        var response = await application.GetAsync(Path);

        response.Headers.CacheControl!.ToString().ShouldBe("no-store, no-cache");
        response.Headers.GetValues("Set-Cookie").ShouldContain(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal) && !c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<JsonElement> ReadAsync(string query = "", string? who = null) => await (await application.GetAsync(Path + query, who)).JsonAsync();

    private sealed class Weather : IApplicationConfigurationContributor
    {
        public Task ContributeAsync(ApplicationConfigurationContributorContext context)
        {
            var place = context.ServiceProvider.GetRequiredService<ICurrentTenant>().Name ?? "host";
            context.ApplicationConfiguration.ExtraProperties["weather"] = "fine in " + place;
            return Task.CompletedTask;
        }
    }

    public sealed class WebSettings : SettingDefinitionProvider
    {
        public override void Define(ISettingDefinitionContext context) =>
            context.Add(new SettingDefinition("Web.Visible", "1", isVisibleToClients: true), new SettingDefinition("Web.Hidden", "2"));
    }
}
