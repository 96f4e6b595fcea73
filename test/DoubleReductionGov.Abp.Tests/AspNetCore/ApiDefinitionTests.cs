using System.Text.Json;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

/// <summary>The shape that ABP's generators of clients read.</summary>
public sealed class ApiDefinitionTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Space = "DoubleReductionGov.Abp.Tests.AspNetCore.";

    [Theory]
    [InlineData("GetAsyncById", "GetAsync", "GET", "api/app/probe/{id}", "id:string", "System.String", "string")]
    [InlineData("CreateAsyncByInput", "CreateAsync", "POST", "api/app/probe", "input:" + Space + "ProbeAppService+Thing", Space + "ProbeAppService+Thing", Space + "ProbeAppService+Thing")]
    [InlineData("UpdateAsyncByIdAndInput", "UpdateAsync", "PUT", "api/app/probe/{id}", "id:string input:" + Space + "ProbeAppService+Thing", Space + "ProbeAppService+Thing", Space + "ProbeAppService+Thing")]
    [InlineData("DoItAsync", "DoItAsync", "POST", "api/app/probe/do-it", "", "System.Void", "System.Void")]
    [InlineData("GetAllNamesAsync", "GetAllNamesAsync", "GET", "api/app/probe/names", "", "[System.String]", "[string]")]
    [InlineData("GetCountByUserIdAsyncByUserId", "GetCountByUserIdAsync", "GET", "api/app/probe/count-by-user-id/{userId}", "userId:string", "System.Int32", "number")]
    public async Task An_action_tells_its_name_verb_route_parameters_and_result(
        string uniqueName, string name, string httpMethod, string url, string parameters, string type, string typeSimple)
    {
        var action = (await ControllerAsync("ProbeAppService")).GetProperty("actions").GetProperty(uniqueName);

        Text(action, "uniqueName").ShouldBe(uniqueName);
        Text(action, "name").ShouldBe(name);
        Text(action, "httpMethod").ShouldBe(httpMethod);
        Text(action, "url").ShouldBe(url);
        string.Join(' ', action.GetProperty("parametersOnMethod").EnumerateArray().Select(p => $"{Text(p, "name")}:{Text(p, "typeSimple")}")).ShouldBe(parameters);
        (Text(action.GetProperty("returnValue"), "type"), Text(action.GetProperty("returnValue"), "typeSimple")).ShouldBe((type, typeSimple));
        Text(action, "implementFrom").ShouldBe(Space + "ProbeAppService");
    }

    [Fact]
    public async Task Each_value_of_a_request_says_where_it_is_bound_and_which_parameter_it_belongs_to()
    {
        var actions = (await ControllerAsync("ProbeAppService")).GetProperty("actions");

        Bound("UpdateAsyncByIdAndInput").ShouldBe(["id id Path", "input input Body"], ignoreOrder: true);
        Bound("GetListAsyncByInput").Select(p => p.Split(' ')[..2]).ShouldAllBe(p => p[0] == "input");
        Bound("GetListAsyncByInput").Select(p => p.Split(' ')[1]).ShouldBe(["Sorting", "SkipCount", "MaxResultCount"], ignoreOrder: true);
        var optional = actions.GetProperty("GetWithOptionalAsyncByIdAndOtherId").GetProperty("parametersOnMethod")[1];
        (optional.GetProperty("isOptional").GetBoolean(), Text(optional, "type"), Text(optional, "typeSimple")).ShouldBe((true, "System.Guid?", "string?"));

        IEnumerable<string> Bound(string action) => actions.GetProperty(action).GetProperty("parameters").EnumerateArray()
            .Select(p => $"{Text(p, "nameOnMethod")} {Text(p, "name")} {Text(p, "bindingSourceId")}");
    }

    [Fact]
    public async Task Controllers_stand_in_the_module_of_their_root_path()
    {
        var modules = (await ReadAsync()).GetProperty("modules");

        (Text(modules.GetProperty("app"), "rootPath"), Text(modules.GetProperty("app"), "remoteServiceName")).ShouldBe(("app", "Default"));
        modules.GetProperty("abp").GetProperty("controllers").EnumerateObject().Select(c => c.Name)
            .ShouldContain("Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations.AbpApplicationConfigurationController");
        var probe = await ControllerAsync("ProbeAppService");
        (Text(probe, "controllerName"), Text(probe, "controllerGroupName"), Text(probe, "type")).ShouldBe(("Probe", "Probe", Space + "ProbeAppService"));
        (probe.GetProperty("isRemoteService").GetBoolean(), probe.GetProperty("isIntegrationService").GetBoolean()).ShouldBe((true, false));
        probe.GetProperty("interfaces").EnumerateArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SwitchedOffAppService")]
    [InlineData("InnerIntegrationService")]
    [InlineData("UndescribedAppService")]
    public async Task What_is_not_offered_or_not_described_is_not_named(string service)
    {
        (await ReadAsync()).GetProperty("modules").GetProperty("app").GetProperty("controllers").TryGetProperty(Space + service, out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Types_are_told_when_they_are_asked_for()
    {
        (await ReadAsync()).GetProperty("types").EnumerateObject().ShouldBeEmpty();

        var types = (await ReadAsync("?includeTypes=true")).GetProperty("types");
        types.GetProperty(Space + "ProbeAppService+Thing").GetProperty("properties").EnumerateArray().Select(p => $"{Text(p, "name")} {Text(p, "typeSimple")}").ShouldBe(["Name string"]);
        types.GetProperty(Space + "FormAppService+FormInput").GetProperty("properties").EnumerateArray()
            .Single(p => Text(p, "name") == "Name").GetProperty("isRequired").GetBoolean().ShouldBeTrue();
        Text(types.GetProperty("Volo.Abp.Application.Dtos.PagedAndSortedResultRequestDto"), "baseType").ShouldBe("Volo.Abp.Application.Dtos.PagedResultRequestDto");
    }

    private async Task<JsonElement> ControllerAsync(string service) =>
        (await ReadAsync()).GetProperty("modules").GetProperty("app").GetProperty("controllers").GetProperty(Space + service);

    private async Task<JsonElement> ReadAsync(string query = "") => await (await application.GetAsync("/api/abp/api-definition" + query)).JsonAsync();

    private static string? Text(JsonElement element, string property) => element.GetProperty(property).GetString();
}
