using System.Net;
using System.Text.RegularExpressions;
using DoubleReductionGov.Host.Http;
using Microsoft.Extensions.Hosting;

namespace DoubleReductionGov.Host.Operations;

public sealed partial class HeaderTests(QuzhouCity quzhou, DemonstrationTemplate template) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/api/account/sign-in-options", HttpStatusCode.OK)]
    [InlineData("/api/programme/task", HttpStatusCode.Unauthorized)]
    [InlineData("/api/no-such-thing", HttpStatusCode.NotFound)]
    [InlineData("/health/live", HttpStatusCode.OK)]
    public async Task Every_answer_tells_the_browser_what_it_may_not_do(string path, HttpStatusCode status)
    {
        using var response = await _city.OpenPortal().GetAsync(path);

        response.StatusCode.ShouldBe(status);
        var policy = Header(response, "Content-Security-Policy");
        policy.ShouldStartWith("default-src 'none'");
        policy.ShouldContain("frame-ancestors 'none'");
        policy.ShouldNotContain("script-src 'self' 'unsafe");
        policy.ShouldNotContain("unsafe-eval");
        (Header(response, "X-Content-Type-Options"), Header(response, "Referrer-Policy"), Header(response, "Cross-Origin-Opener-Policy")).ShouldBe(("nosniff", "same-origin", "same-origin"));
        response.Headers.Contains("Server").ShouldBeFalse();
        Header(response, "X-Correlation-Id").ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_refusal_that_clears_its_headers_keeps_these()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));

        using var response = await lead.PostAsync("/api/directory/person", new StringContent("{", System.Text.Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Header(response, "Content-Security-Policy").ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task A_page_vouches_for_its_style_sheets_with_a_word_that_is_used_once()
    {
        var portal = _city.OpenPortal();

        var (first, second) = (await NonceAsync(portal), await NonceAsync(portal));

        first.ShouldNotBe(second);
    }

    [Theory]
    [InlineData("portal-42.a:b_c", true)]
    [InlineData("two words", false)]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123456789", false)]
    public async Task Only_a_plain_correlation_id_is_taken_over(string given, bool taken)
    {
        var portal = _city.OpenPortal();
        portal.DefaultRequestHeaders.TryAddWithoutValidation("X-Correlation-Id", given);

        using var response = await portal.GetAsync("/health/live");

        (Header(response, "X-Correlation-Id") == given).ShouldBe(taken);
    }

    [Fact]
    public async Task Outside_Development_the_interface_is_not_described_and_https_is_kept()
    {
        await using var database = await template.CopyAsync();
        await database.ExecuteAsync("""UPDATE "AbpUsers" SET "PasswordHash" = NULL""");
        await using var application = new HostApplication(database) { EnvironmentName = Environments.Production, HasDemonstration = false };
        var portal = application.OpenPortal();
        portal.BaseAddress = new Uri("https://platform.example");

        using var document = await portal.GetAsync("/openapi/v1.json");
        using var options = await portal.GetAsync("/api/account/sign-in-options");

        document.Content.Headers.ContentType?.MediaType.ShouldNotBe("application/json");
        Header(options, "Strict-Transport-Security").ShouldContain("max-age=");
    }

    [Fact]
    public async Task The_scheme_is_believed_from_the_proxy()
    {
        var portal = _city.OpenPortal();
        portal.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        using var response = await portal.GetAsync("/api/abp/application-configuration");

        response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("XSRF-TOKEN", StringComparison.Ordinal)).ShouldContain("secure");
    }

    private static async Task<string> NonceAsync(HttpClient portal)
    {
        using var response = await portal.GetAsync("/");
        var html = await response.Content.ReadAsStringAsync();
        var nonce = Nonce().Match(html).Groups[1].Value;
        nonce.Length.ShouldBeGreaterThan(20, html);
        Header(response, "Content-Security-Policy").ShouldContain($"style-src 'self' 'nonce-{WebUtility.HtmlDecode(nonce)}'");
        return nonce;
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : "";

    [GeneratedRegex("nonce=\"([^\"]+)\"")]
    private static partial Regex Nonce();
}
