using System.Net;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class TenantResolutionTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Ada = "b0000000-0000-0000-0000-000000000001";
    private const string NoraOfNorth = "b0000000-0000-0000-0000-000000000002 a0000000-0000-0000-0000-000000000001";
    private const string MachineOfNorth = "- a0000000-0000-0000-0000-000000000001";
    private const string MachineOfTheHost = "machine";

    [Fact]
    public async Task Without_a_key_it_is_the_host()
    {
        (await WhereAsync()).ShouldBe("host x");
    }

    [Theory]
    [InlineData("North")]
    [InlineData("north")]
    [InlineData("a0000000-0000-0000-0000-000000000001")]
    public async Task A_key_names_a_tenant_by_name_or_id(string key)
    {
        (await WhereAsync(query: key)).ShouldBe("North x");
        (await WhereAsync(header: key)).ShouldBe("North x");
        (await WhereAsync(cookie: key)).ShouldBe("North x");
    }

    [Fact]
    public async Task The_query_goes_before_the_header_and_the_header_before_the_cookie()
    {
        (await WhereAsync(query: "North", header: "South", cookie: "South")).ShouldBe("North x");
        (await WhereAsync(header: "North", cookie: "South")).ShouldBe("North x");
        (await WhereAsync(query: "", header: "South")).ShouldBe("host x");
    }

    [Fact]
    public async Task Who_is_signed_in_stays_in_the_own_tenant_whatever_the_key_says()
    {
        (await WhereAsync(who: NoraOfNorth)).ShouldBe("North 2");
        (await WhereAsync("South", "South", "South", NoraOfNorth)).ShouldBe("North 2");
        (await WhereAsync("", "", "", NoraOfNorth)).ShouldBe("North 2");
    }

    [Fact]
    public async Task Who_is_signed_in_at_the_host_stays_there()
    {
        (await WhereAsync("North", "North", "North", Ada)).ShouldBe("host 1");
    }

    [Fact]
    public async Task A_signed_in_machine_without_a_user_id_stays_where_it_belongs_too()
    {
        (await WhereAsync("South", "South", "South", MachineOfNorth)).ShouldBe("North x");
        (await WhereAsync("South", "South", "South", MachineOfTheHost)).ShouldBe("host x");
    }

    [Theory]
    [InlineData("Nowhere")]
    [InlineData("Gone")]
    [InlineData("c0000000-0000-0000-0000-000000000001")]
    public async Task A_tenant_that_is_unknown_or_inactive_is_not_found(string key)
    {
        var response = await application.GetAsync("/api/app/where?__tenant=" + key);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.GetValues("Abp-Tenant-Resolve-Error").ShouldBe([key]);
        response.Headers.Contains("_AbpErrorFormat").ShouldBeFalse();
        (await response.ErrorAsync()).GetProperty("code").GetString().ShouldBeNull();
    }

    [Fact]
    public async Task A_key_cannot_add_lines_to_the_answer()
    {
        var response = await application.GetAsync("/api/app/where?__tenant=a%0d%0aSet-Cookie:x");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Fact]
    public async Task Who_belongs_to_a_tenant_that_is_gone_gets_nothing()
    {
        (await application.GetAsync("/api/app/where", "b0000000-0000-0000-0000-000000000002 a0000000-0000-0000-0000-000000000009")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> WhereAsync(string? query = null, string? header = null, string? cookie = null, string? who = null)
    {
        var client = application.Client(who);
        if (header is not null)
        {
            client.DefaultRequestHeaders.Add("__tenant", header);
        }

        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", "__tenant=" + cookie);
        }

        return await client.GetStringAsync("/api/app/where" + (query is null ? "" : "?__tenant=" + query));
    }
}
