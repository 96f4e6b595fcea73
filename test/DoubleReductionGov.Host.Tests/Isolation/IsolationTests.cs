using System.Net;
using System.Text;
using DoubleReductionGov.Directory.Visits;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.SettingManagement;

namespace DoubleReductionGov.Host.Isolation;

/// <summary>Every endpoint of the OpenAPI document, called by every role with ids of Qujiang's rows.</summary>
public sealed class IsolationTests(QuzhouWithMarkers quzhou) : IClassFixture<QuzhouWithMarkers>
{
    /// <summary>What anybody may ask; it ends no session and carries nothing of a county but its name.</summary>
    private static readonly string[] Public = ["/api/account/login", "/api/account/logout", "/api/account/sign-in-options", "/api/abp/application-configuration", "/api/abp/application-localization", "/api/abp/api-definition"];

    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("county.lead")]
    [InlineData("county.staff")]
    [InlineData("county.dept")]
    [InlineData("county.system")]
    [InlineData("county.security")]
    [InlineData("county.audit")]
    public async Task Another_county_reaches_no_row_of_Qujiang(string userName)
    {
        var client = await _city.SignInAsync(new Official(Cast.Kecheng, userName));

        await EachAnswerAsync(client, NameOf, (endpoint, status, body) =>
        {
            ShouldCarryNo(body, QuzhouWithMarkers.Marker, QuzhouWithMarkers.PersonMarker, QuzhouWithMarkers.ForeignToMarketBureau);
            if (endpoint.Path.Contains('{', StringComparison.Ordinal))
            {
                status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
            }
        });
    }

    [Theory]
    [InlineData("city.lead")]
    [InlineData("city.staff")]
    [InlineData("city.dept")]
    public async Task The_city_finds_a_task_only_in_the_county_to_which_it_belongs(string userName)
    {
        var client = await _city.SignInAsync(new Official(null, userName));
        var elsewhere = await _city.IdOfAsync(Cast.Kecheng);

        await EachAnswerAsync(client, name => name.Equals("countyId", StringComparison.OrdinalIgnoreCase) ? elsewhere : NameOf(name), (endpoint, status, body) =>
        {
            ShouldCarryNo(body, QuzhouWithMarkers.Marker, QuzhouWithMarkers.ForeignToMarketBureau);
            if (endpoint.Has("countyId") || endpoint.Path.StartsWith("/api/programme/task", StringComparison.Ordinal))
            {
                status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
            }
        });
        (await VisitsAsync(Cast.Kecheng)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_not_signed_in_gets_nothing_but_the_way_in()
    {
        await EachAnswerAsync(_city.OpenPortal(), NameOf, (endpoint, status, body) =>
        {
            ShouldCarryNo(body, QuzhouWithMarkers.Marker, QuzhouWithMarkers.PersonMarker, QuzhouWithMarkers.ForeignToMarketBureau);
            if (!Public.Contains(endpoint.Path) && !endpoint.Path.StartsWith("/api/account/login/", StringComparison.Ordinal))
            {
                status.ShouldBe(HttpStatusCode.Unauthorized);
            }
        }, ownToo: true);
    }

    [Fact]
    public async Task Without_the_token_no_account_changes_anything()
    {
        var client = await _city.SignInAsync(Cast.LeadOf(Cast.Qujiang));

        await EachAnswerAsync(client, NameOf, (endpoint, status, _) =>
        {
            if (endpoint.Method != HttpMethod.Get)
            {
                status.ShouldBeOneOf(HttpStatusCode.BadRequest, HttpStatusCode.Forbidden);
            }
        }, token: "forged", ownToo: true);
    }

    [Fact]
    public async Task A_department_is_answered_with_nothing_of_tasks_it_does_not_share()
    {
        var client = await _city.SignInAsync(Cast.DepartmentOf(Cast.Qujiang));
        var foreign = (await _city.TaskAsync(Cast.Qujiang, SpecialPlan.ModelSchools, quzhou.Plan)).Id;

        await EachAnswerAsync(client, NameOf, (endpoint, status, body) =>
        {
            ShouldCarryNo(body, QuzhouWithMarkers.ForeignToMarketBureau);
            if (endpoint.Path.StartsWith("/api/programme/task/{id}", StringComparison.Ordinal))
            {
                status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
            }
        }, ids: [foreign]);
    }

    [Fact]
    public async Task Every_way_of_the_city_into_a_county_leaves_a_visit_that_the_county_reads()
    {
        var client = await _city.SignInAsync(Cast.CityStaff);
        // The administration names a county to reach its database and shows no business data: nobody is visited.
        var ways = (await Endpoint.DiscoverAsync(client)).Where(e => e.Has("countyId") && !e.Path.StartsWith("/api/administration/", StringComparison.Ordinal)).ToList();
        ways.Count.ShouldBeGreaterThan(5);
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync("Directory.Visits.RepeatMinutes", "0");

        foreach (var way in ways.Where(w => w.Method == HttpMethod.Get))
        {
            var before = (await VisitsAsync(Cast.Qujiang)).Count;
            using var response = await client.SendAsync(way.Request(quzhou.Ids["taskId"], NameOf));
            response.StatusCode.ShouldBe(HttpStatusCode.OK, way.ToString());
            var visits = await VisitsAsync(Cast.Qujiang);
            visits.Count.ShouldBe(before + 1, way.ToString());
            (visits[0].VisitorName, visits[0].VisitorOrganisation).ShouldBe(("林建芬", "衢州市教育局"));
        }
    }

    private Guid? NameOf(string name) => quzhou.Ids.TryGetValue(name, out var id) ? id : null;

    /// <summary>Makes every request that can be made up, judges each answer, and at the end no row of Qujiang is another.</summary>
    private async Task EachAnswerAsync(
        HttpClient client, Func<string, Guid?> idOf, Action<Endpoint, HttpStatusCode, string> judge, string? token = null, IEnumerable<Guid>? ids = null,
        bool ownToo = false)
    {
        var endpoints = (await Endpoint.DiscoverAsync(_city.OpenPortal())).Where(e => ownToo || !ChangesWhatIsOnesOwn(e)).ToList();
        endpoints.Count.ShouldBeGreaterThan(35);
        var before = (await _city.Database.TakeSnapshotAsync()).Of(quzhou.Ids["tenantId"]);
        var mistakes = new List<string>();
        foreach (var endpoint in endpoints)
        {
            foreach (var request in Requests(endpoint, idOf, ids ?? quzhou.Ids.Values.Distinct()))
            {
                if (token is not null)
                {
                    request.Headers.Add(AntiforgeryHandler.Header, token);
                }

                mistakes.AddRange(await MistakesAsync(client, request, (status, body) => judge(endpoint, status, body)));
            }
        }

        mistakes.ShouldBeEmpty();
        (await _city.Database.TakeSnapshotAsync()).Of(quzhou.Ids["tenantId"]).ShouldBeAsIn(before);
    }

    /// <summary>Passwords, sessions and tokens of whoever asks: their own tests show that they reach nobody else's.</summary>
    // One's own account, inbox and preferences: everybody may change them, and ends the session by some.
    private static bool ChangesWhatIsOnesOwn(Endpoint endpoint) => endpoint.Method != HttpMethod.Get
        && (endpoint.Path.StartsWith("/api/account/", StringComparison.Ordinal) || endpoint.Path.StartsWith("/api/notices/", StringComparison.Ordinal));

    /// <summary>With each id in the path; where there is none, once with ids elsewhere and once without any.</summary>
    private static IEnumerable<HttpRequestMessage> Requests(Endpoint endpoint, Func<string, Guid?> idOf, IEnumerable<Guid> ids) =>
        endpoint.Path.Contains("{id}", StringComparison.Ordinal)
            ? ids.Select(id => endpoint.Request(id, idOf))
            : [endpoint.Request(Guid.Empty, idOf), endpoint.Request(Guid.Empty, _ => null)];

    private static async Task<IEnumerable<string>> MistakesAsync(HttpClient client, HttpRequestMessage request, Action<HttpStatusCode, string> judge)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
            try
            {
                ((int)response.StatusCode).ShouldBeLessThan(500);
                judge(response.StatusCode, body);
                return [];
            }
            catch (ShouldAssertException mistake)
            {
                return [$"{request.Method} {request.RequestUri}: {(int)response.StatusCode} {body} – {mistake.Message}"];
            }
        }
    }

    private async Task<IReadOnlyList<VisitDto>> VisitsAsync(County county) =>
        (await (await _city.SignInAsync(Cast.LeadOf(county))).GetAsync<PagedResultDto<VisitDto>>("/api/directory/visit?maxResultCount=1000")).Items;

    private static void ShouldCarryNo(string body, params string[] markers)
    {
        foreach (var marker in markers)
        {
            body.ShouldNotContain(marker);
        }
    }
}
