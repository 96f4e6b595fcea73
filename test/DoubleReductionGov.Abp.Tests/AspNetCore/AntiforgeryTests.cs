using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.AntiForgery;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class AntiforgeryTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Write = "/api/app/probe/do-it";

    [Theory]
    [InlineData("POST", Write)]
    [InlineData("PUT", "/api/app/probe/send-own-verb")]
    [InlineData("DELETE", "/api/app/probe/a0000000-0000-0000-0000-000000000001")]
    public async Task With_the_sign_in_cookie_a_change_needs_the_token(string method, string path)
    {
        var response = await SendAsync(method, path, "session=x");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ErrorAsync()).GetProperty("code").GetString().ShouldBe("Volo.Abp:AntiforgeryTokenIsInvalid");
        response.Headers.Contains("_AbpErrorFormat").ShouldBeTrue();
    }

    [Fact]
    public async Task The_token_comes_with_the_configuration_and_opens_the_way()
    {
        var (cookies, token) = await TokenAsync();

        (await SendAsync("POST", Write, cookies + "; session=x", token)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync("POST", Write, cookies + "; session=x", token + "x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SendAsync("POST", Write, cookies + "; session=x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_persons_token_does_not_open_it()
    {
        var (cookies, token) = await TokenAsync(Cast.AdaId.ToString());

        (await SendAsync("POST", Write, cookies + "; session=x", token, Cast.AdaId.ToString())).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync("POST", Write, cookies + "; session=x", token, Cast.NoraId.ToString())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Without_the_cookie_and_for_reading_no_token_is_asked_for()
    {
        (await SendAsync("POST", Write, "other=x")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SendAsync("GET", "/api/app/result/text", "session=x")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await SendAsync("HEAD", "/api/app/result/text", "session=x")).StatusCode.ShouldNotBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task It_can_be_switched_off()
    {
        await using var open = new WebTestApplication();
        await open.InitializeAsync();
        var options = open.Services.GetRequiredService<IOptions<AbpAntiForgeryOptions>>().Value;
        (options.TokenCookieName, options.AuthCookieSchemaName, options.AutoValidate).ShouldBe(("XSRF-TOKEN", "Identity.Application", true));
        options.AutoValidate = false;

        var client = open.Client();
        client.DefaultRequestHeaders.Add("Cookie", "session=x");

        (await client.PostAsync(Write, null)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    private async Task<(string Cookies, string Token)> TokenAsync(string? who = null)
    {
        var response = await application.GetAsync("/api/abp/application-configuration", who);
        var cookies = response.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]).ToList();
        return (string.Join("; ", cookies), cookies.Single(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal)).Split('=', 2)[1]);
    }

    private Task<HttpResponseMessage> SendAsync(string method, string path, string cookies, string? token = null, string? who = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Add("Cookie", cookies);
        if (token is not null)
        {
            request.Headers.Add("RequestVerificationToken", token);
        }

        return application.Client(who).SendAsync(request);
    }
}
