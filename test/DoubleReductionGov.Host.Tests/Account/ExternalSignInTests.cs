using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DoubleReductionGov.Administration.ExternalSignIn;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Account;

/// <summary>With a provider that the test runs itself, on a port of its own.</summary>
public sealed class ExternalSignInTests(DemonstrationTemplate template) : IAsyncLifetime
{
    private const string Begin = "/api/account/external/exam";
    private readonly Provider _provider = new();
    private CityWithProvider _city = null!;

    public async ValueTask InitializeAsync()
    {
        await _provider.StartAsync();
        _city = new CityWithProvider(await template.CopyAsync(), _provider.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _city.DisposeAsync();
        await _city.Database.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task Who_is_not_linked_is_turned_away_and_after_linking_signs_in()
    {
        _provider.Person = "person-7";
        (await TravelAsync(_city.OpenPortal(), Begin)).ShouldBe("/sign-in?external=NotLinked");
        var lead = await _city.SignInAnewAsync(Cast.CityLead);

        (await TravelAsync(lead, Begin + "/link?returnUrl=/account")).ShouldBe("/account");
        (await lead.GetAsync<ListResultDto<ExternalLoginDto>>("/api/account/external-login")).Items.ShouldHaveSingleItem().DisplayName.ShouldBe("考试登录");
        (await TravelAsync(lead, Begin + "/link?returnUrl=/account")).ShouldBe("/account?external=AlreadyLinked");
        var other = _city.OpenPortal();
        (await TravelAsync(other, Begin + "?returnUrl=/plans")).ShouldBe("/plans");
        (await other.GetAsync<DoubleReductionGov.Administration.SignIn.MyAccountDto>("/api/account/me")).UserName.ShouldBe("city.lead");

        (await TravelAsync(_city.OpenPortal(), $"{Begin}?tenantId={await _city.IdOfAsync(Cast.Kecheng)}")).ShouldBe("/sign-in?external=NotLinked");
        (await lead.DeleteAsync("/api/account/external-login/exam")).EnsureSuccessStatusCode().Dispose();
        (await TravelAsync(_city.OpenPortal(), Begin)).ShouldBe("/sign-in?external=NotLinked");
    }

    [Fact]
    public async Task A_forged_state_a_strange_return_and_an_unknown_provider_lead_nowhere()
    {
        var portal = _city.OpenPortal();
        (await TravelAsync(portal, "/signin-external/exam?code=x&state=forged")).ShouldBe("/sign-in?external=Failed");
        (await portal.GetAsync("/api/account/external/nobody")).ShouldTurnAway(HttpStatusCode.NotFound);
        var lead = await _city.SignInAnewAsync(Cast.CityStaff);
        _provider.Person = "person-8";
        (await TravelAsync(lead, Begin + "/link?returnUrl=//evil.example")).ShouldBe("/");
        (await _city.OpenPortal().GetAsync(Begin + "/link")).ShouldTurnAway(HttpStatusCode.Unauthorized);
    }

    /// <summary>As a browser goes, to the provider and back. Where it ends up.</summary>
    private async Task<string> TravelAsync(HttpClient client, string path)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        for (var hop = 0; hop < 10; hop++)
        {
            using var answer = path.StartsWith(_provider.Address, StringComparison.Ordinal) ? await browser.GetAsync(path) : await client.GetAsync(path);
            if (answer.Headers.Location is not { } location)
            {
                throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
            }

            path = location.ToString().Replace("http://localhost", "", StringComparison.Ordinal);
            if (!path.StartsWith(_provider.Address, StringComparison.Ordinal) && !path.StartsWith("/api/", StringComparison.Ordinal) && !path.StartsWith("/signin-external/", StringComparison.Ordinal))
            {
                return path;
            }
        }

        throw new InvalidOperationException("Too many redirects.");
    }

    private sealed class CityWithProvider(TestDatabase database, string provider) : HostApplication(database)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            const string Section = "Authentication:External:exam:";
            builder.UseSetting(Section + "DisplayName", "考试登录");
            builder.UseSetting(Section + "ClientId", "quzhou");
            builder.UseSetting(Section + "ClientSecret", "not-a-secret");
            builder.UseSetting(Section + "AuthorizationEndpoint", provider + "/authorize");
            builder.UseSetting(Section + "TokenEndpoint", provider + "/token");
            builder.UseSetting(Section + "UserInformationEndpoint", provider + "/user");
            builder.UseSetting(Section + "IdField", "openId");
        }
    }

    /// <summary>Authorisation code with PKCE, as far as a client sees it.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, string> _challenges = new();
        private WebApplication _app = null!;

        public string Person { get; set; } = "";

        public string Address => _app.Urls.First();

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapGet("/authorize", (string redirect_uri, string state, string code_challenge) =>
            {
                var code = Guid.NewGuid().ToString("N");
                _challenges[code] = code_challenge;
                return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
            });
            _app.MapPost("/token", async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                var verifier = Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
                return _challenges.TryRemove(form["code"].ToString(), out var challenge) && challenge == verifier
                    ? Results.Json(new { access_token = "t", token_type = "Bearer" }) : Results.BadRequest();
            });
            _app.MapGet("/user", () => Results.Json(new { openId = Person }));
            await _app.StartAsync();
        }

        public ValueTask DisposeAsync() => _app.DisposeAsync();
    }
}
