using System.Net;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class RouteTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    [Theory]
    [InlineData("GetListAsync", "GET api/app/probe", "input:Query")]
    [InlineData("GetAsync", "GET api/app/probe/{id}", "id:Path")]
    [InlineData("CreateAsync", "POST api/app/probe", "input:Body")]
    [InlineData("UpdateAsync", "PUT api/app/probe/{id}", "id:Path input:Body")]
    [InlineData("DeleteAsync", "DELETE api/app/probe/{id}", "id:Path")]
    [InlineData("DoItAsync", "POST api/app/probe/do-it", "")]
    [InlineData("ApproveAsync", "POST api/app/probe/{id}/approve", "id:Path")]
    [InlineData("GetCountByUserIdAsync", "GET api/app/probe/count-by-user-id/{userId}", "userId:Path")]
    [InlineData("AddItemAsync", "POST api/app/probe/{id}/item", "id:Path input:Body")]
    [InlineData("RemoveItemAsync", "DELETE api/app/probe/{id}/item/{itemId}", "id:Path itemId:Path")]
    [InlineData("GetAllNamesAsync", "GET api/app/probe/names", "")]
    [InlineData("FindByNameAsync", "POST api/app/probe/find-by-name", "name:Query")]
    [InlineData("PatchStateAsync", "PATCH api/app/probe/{id}/state", "id:Path input:Body")]
    [InlineData("PutThingAsync", "PUT api/app/probe/{id}/thing", "id:Path orgId:Query userId:Query")]
    [InlineData("PostponeAsync", "POST api/app/probe/{id}/pone", "id:Path days:Query")]
    [InlineData("GetWithOptionalAsync", "GET api/app/probe/{id}/with-optional", "id:Path otherId:Query")]
    [InlineData("ReadOwnRouteAsync", "GET custom/{id}", "id:Path")]
    [InlineData("SendOwnVerbAsync", "PUT api/app/probe/send-own-verb", "")]
    public void The_route_follows_from_the_name(string method, string route, string parameters)
    {
        var action = Actions().Single(a => a.ControllerTypeInfo.AsType() == typeof(ProbeAppService) && a.MethodInfo.Name == method);

        var verbs = action.ActionConstraints!.OfType<HttpMethodActionConstraint>().SelectMany(c => c.HttpMethods).Distinct();
        $"{string.Join('|', verbs)} {action.AttributeRouteInfo!.Template}".ShouldBe(route);
        string.Join(' ', action.Parameters.Select(p => $"{p.Name}:{p.BindingInfo!.BindingSource!.Id}")).ShouldBe(parameters);
        action.ControllerName.ShouldBe("Probe");
    }

    [Fact]
    public void Methods_and_services_that_are_switched_off_or_internal_to_the_server_have_no_route()
    {
        Actions().ShouldNotContain(a => a.MethodInfo.Name == nameof(ProbeAppService.HiddenAsync));
        Type[] off = [typeof(SwitchedOffAppService), typeof(InnerIntegrationService)];
        Actions().ShouldNotContain(a => off.Contains(a.ControllerTypeInfo.AsType()));
    }

    [Fact]
    public async Task A_route_on_the_class_switches_the_convention_off()
    {
        (await (await application.GetAsync("/own-root/here")).Content.ReadAsStringAsync()).ShouldBe("own root");
        (await application.GetAsync("/api/app/own-route")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_not_described_is_served_all_the_same()
    {
        (await application.GetAsync("/api/app/undescribed")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var described = application.Services.GetRequiredService<IApiDescriptionGroupCollectionProvider>().ApiDescriptionGroups;
        described.Items.Select(g => g.GroupName).ShouldContain("Probe");
        described.Items.Select(g => g.GroupName).ShouldNotContain("Undescribed");
    }

    [Fact]
    public void A_setting_names_the_root_and_chooses_the_types()
    {
        var options = new AbpAspNetCoreMvcOptions();
        options.ConventionalControllers.Create(typeof(RouteTests).Assembly, s =>
        {
            s.RootPath = "other";
            s.TypePredicate = type => type == typeof(ProbeAppService);
        });

        var setting = options.ConventionalControllers.ConventionalControllerSettings.ShouldHaveSingleItem();
        (setting.RootPath, setting.Assembly).ShouldBe(("other", typeof(RouteTests).Assembly));
        setting.ControllerTypes.ShouldBe([typeof(ProbeAppService)]);
        options.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(typeof(ProbeAppService)).ShouldBeSameAs(setting);
        options.ConventionalControllers.ConventionalControllerSettings.GetSettingOrNull(typeof(FormAppService)).ShouldBeNull();
        application.Services.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>().Value.AutoModelValidation.ShouldBeTrue();
    }

    private IEnumerable<ControllerActionDescriptor> Actions() =>
        application.Services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<ControllerActionDescriptor>();
}
