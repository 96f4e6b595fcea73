using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization;
using Volo.Abp.Features;
using Volo.Abp.Localization;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class FeatureTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Somebody = "b0000000-0000-0000-0000-000000000001";

    [Theory]
    [InlineData("open")]
    [InlineData("either")]
    public async Task Who_has_the_feature_is_let_through(string action)
    {
        (await (await application.GetAsync("/api/app/feature-probe/" + action, Somebody)).Content.ReadAsStringAsync()).ShouldBe(action);
    }

    [Theory]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    [InlineData(Somebody, HttpStatusCode.Forbidden)]
    public async Task Who_has_it_not_is_refused(string? who, HttpStatusCode expected)
    {
        (await application.GetAsync("/api/app/feature-probe/closed", who)).StatusCode.ShouldBe(expected);
        (await application.GetAsync("/api/app/feature-probe/both", who)).StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task The_feature_is_asked_for_before_the_input_is_looked_at()
    {
        (await application.PostAsync("/api/app/feature-probe", new { age = 0 }, Somebody)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_feature_that_is_asked_for_in_code_has_a_code_of_its_own()
    {
        var refusal = await Should.ThrowAsync<AbpAuthorizationException>(() => application.Services.GetRequiredService<IFeatureChecker>().CheckEnabledAsync("Web.Closed"));

        refusal.Code.ShouldBe("Volo.Feature:010001");
        refusal.Data["FeatureName"].ShouldBe("Web.Closed");
    }

    [Theory]
    [InlineData(true, true, "Web.Open")]
    [InlineData(true, false, "Web.Open", "Web.Closed")]
    [InlineData(false, true, "Web.Closed", "Web.Open")]
    [InlineData(false, false, "Web.Closed")]
    [InlineData(false, true)]
    public async Task All_or_one_of_several_may_be_asked_for(bool requiresAll, bool expected, params string[] features)
    {
        (await application.Services.GetRequiredService<IFeatureChecker>().IsEnabledAsync(requiresAll, features)).ShouldBe(expected);
    }

    [Fact]
    public async Task Clients_are_told_those_that_they_may_see()
    {
        var values = (await (await application.GetAsync("/api/abp/application-configuration")).JsonAsync()).GetProperty("features").GetProperty("values");

        values.GetProperty("Web.Open").GetString().ShouldBe("true");
        values.TryGetProperty("Web.Closed", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Where_nothing_is_stored_and_nobody_defined_it_there_is_no_answer()
    {
        (await new NullFeatureStore().GetOrNullAsync("Web.Open", TenantFeatureValueProvider.ProviderName, "1")).ShouldBeNull();
        (await Should.ThrowAsync<AbpException>(() => application.Services.GetRequiredService<IFeatureChecker>().IsEnabledAsync("Web.Nobodys"))).Message.ShouldContain("Web.Nobodys");
    }
}

public sealed class FeatureProbeAppService : ApplicationService
{
    [RequiresFeature("Web.Open")]
    public string GetOpen() => "open";

    [RequiresFeature("Web.Closed")]
    public string GetClosed() => "never";

    [RequiresFeature("Web.Closed", "Web.Open")]
    public string GetEither() => "either";

    [RequiresFeature("Web.Open", "Web.Closed", RequiresAll = true)]
    public string GetBoth() => "never";

    [RequiresFeature("Web.Closed")]
    public string Create(FormAppService.FormInput input) => input.Name!;
}

public sealed class WebFeatures : FeatureDefinitionProvider
{
    public override void Define(IFeatureDefinitionContext context)
    {
        context.GetGroupOrNull("Web").ShouldBeNull();
        var group = context.AddGroup("Web", new FixedLocalizableString("Web"));
        var open = group.AddFeature("Web.Open", "true", new FixedLocalizableString("Open"));
        (open.Name, open.DefaultValue, open.IsVisibleToClients, open.IsAvailableToHost).ShouldBe(("Web.Open", "true", true, true));
        group.AddFeature("Web.Closed", "false", isVisibleToClients: false);
        group.Features.Count.ShouldBe(2);
        context.GetGroupOrNull("Web").ShouldBeSameAs(group);
        Should.Throw<AbpException>(() => context.AddGroup("Web"));
    }
}
