using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DoubleReductionGov.Host.Isolation;

namespace DoubleReductionGov.Host.Faults;

/// <summary>What nobody should send, sent to every endpoint of the OpenAPI document by somebody who may call it.</summary>
public sealed partial class BadInputTests(QuzhouWithBodyLimit quzhou) : IClassFixture<QuzhouWithBodyLimit>
{
    private const string NotAnId = "not-an-id";

    private static readonly Official[] Callers =
    [
        Cast.CityLead, Cast.CityStaff, Cast.CityDepartment, Cast.SystemAdminOf(null), Cast.SecurityAdminOf(null), Cast.AuditAdminOf(null),
        Cast.LeadOf(Cast.Kecheng), Cast.StaffOf(Cast.Kecheng), Cast.SystemAdminOf(Cast.Kecheng), Cast.SecurityAdminOf(Cast.Kecheng), Cast.AuditAdminOf(Cast.Kecheng),
    ];

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public Task No_list_gives_ten_thousand_rows_at_once() => EachIsRefusedAsync(
        endpoint => endpoint.Method == HttpMethod.Get && endpoint.Has("maxResultCount"),
        (_, request) => request.RequestUri = new Uri(request.RequestUri!.OriginalString.Replace("axResultCount=1000", "axResultCount=10000", StringComparison.Ordinal), UriKind.Relative),
        error => error.TryGetProperty("validationErrors", out var errors) && errors.GetArrayLength() > 0, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("noSuchField")]
    [InlineData("id; DROP TABLE AbpUsers --")]
    [InlineData("(SELECT 1) desc")]
    public Task No_list_is_sorted_by_what_it_does_not_name(string sorting) => EachIsRefusedAsync(
        endpoint => endpoint.Method == HttpMethod.Get && endpoint.Has("sorting"),
        (_, request) => request.RequestUri = new Uri($"{request.RequestUri!.OriginalString}{(request.RequestUri.OriginalString.Contains('?', StringComparison.Ordinal) ? '&' : '?')}sorting={Uri.EscapeDataString(sorting)}", UriKind.Relative),
        _ => true, HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("")]
    [InlineData("{\"a\": ")]
    [InlineData("a=1&b=2")]
    public Task A_body_that_is_no_json_is_refused(string body) =>
        EachIsRefusedAsync(TakesJson, (_, request) => request.Content = Json(body), _ => true, HttpStatusCode.BadRequest);

    [Fact]
    public Task A_body_with_wrong_types_is_refused() =>
        EachIsRefusedAsync(endpoint => TakesJson(endpoint) && endpoint.WrongBody() is not null, (endpoint, request) => request.Content = Json(endpoint.WrongBody()!.ToJsonString()), _ => true, HttpStatusCode.BadRequest);

    [Fact]
    public Task A_text_with_a_NUL_is_refused() => EachIsRefusedAsync(
        endpoint => TakesJson(endpoint) && BodyOf(endpoint).Contains("\"text\"", StringComparison.Ordinal),
        (endpoint, request) => request.Content = Json(BodyOf(endpoint).Replace("\"text\"", "\"a\\u0000b\"", StringComparison.Ordinal)), _ => true, HttpStatusCode.BadRequest);

    [Fact]
    public Task A_body_of_two_megabytes_is_refused() => EachIsRefusedAsync(
        TakesJson, (_, request) => request.Content = Json($"{{\"a\": \"{new string('x', 2 * QuzhouWithBodyLimit.Limit)}\"}}"), _ => true, HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public Task A_verb_that_an_address_does_not_know_is_refused() =>
        EachIsRefusedAsync(_ => true, (_, request) => request.Method = HttpMethod.Patch, _ => true, HttpStatusCode.MethodNotAllowed);

    [Fact]
    public Task An_address_with_something_else_than_an_id_is_refused() => EachIsRefusedAsync(
        endpoint => endpoint.Parameters.Any(p => p is { In: "path", IsId: true }),
        (_, request) => request.RequestUri = new Uri(request.RequestUri!.OriginalString.Replace(Guid.Empty.ToString(), NotAnId, StringComparison.Ordinal), UriKind.Relative),
        _ => true, HttpStatusCode.BadRequest, HttpStatusCode.NotFound);

    private static bool TakesJson(Endpoint endpoint) => (endpoint.Method == HttpMethod.Post || endpoint.Method == HttpMethod.Put) && endpoint.Body is not null;

    private static string BodyOf(Endpoint endpoint) => endpoint.ExampleBody()!.ToJsonString();

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    /// <summary>Every endpoint that is concerned refuses the spoilt request in ABP's words and in Chinese; no row is another afterwards.</summary>
    private async Task EachIsRefusedAsync(
        Func<Endpoint, bool> concerns, Action<Endpoint, HttpRequestMessage> spoil, Func<JsonElement, bool> isWell, params HttpStatusCode[] expected)
    {
        var endpoints = (await Endpoint.DiscoverAsync(_city.OpenPortal())).Where(concerns).ToList();
        var county = await _city.IdOfAsync(Cast.Kecheng);
        await SignInAllAsync();
        var before = await _city.Database.TakeSnapshotAsync();
        var (mistakes, turnedAway) = (new List<string>(), new List<string>());
        foreach (var endpoint in endpoints)
        {
            var (status, body) = await AnswerAsync(endpoint, spoil, county);
            if (status is HttpStatusCode.Forbidden)
            {
                turnedAway.Add(endpoint.ToString());
            }
            else if (!expected.Contains(status) || !IsRefusal(body, isWell))
            {
                mistakes.Add($"{endpoint}: {(int)status} {body}");
            }
        }

        mistakes.ShouldBeEmpty();
        endpoints.Count.ShouldBeGreaterThan(5);
        turnedAway.Count.ShouldBeLessThan(endpoints.Count / 4, string.Join('\n', turnedAway));
        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    /// <summary>The answer to the first caller who may call; otherwise the last 403.</summary>
    private async Task<(HttpStatusCode Status, string Body)> AnswerAsync(Endpoint endpoint, Action<Endpoint, HttpRequestMessage> spoil, Guid county)
    {
        var answer = (HttpStatusCode.Forbidden, "");
        foreach (var caller in Callers)
        {
            using var request = endpoint.Request(Guid.Empty, name => string.Equals(name, "countyId", StringComparison.OrdinalIgnoreCase) ? county : null);
            spoil(endpoint, request);
            using var response = await (await _city.SignInAsync(caller)).SendAsync(request);
            answer = (response.StatusCode, await response.Content.ReadAsStringAsync());
            if (response.StatusCode != HttpStatusCode.Forbidden)
            {
                break;
            }
        }

        return answer;
    }

    private async Task SignInAllAsync()
    {
        foreach (var caller in Callers)
        {
            await _city.SignInAsync(caller);
        }
    }

    private static bool IsRefusal(string body, Func<JsonElement, bool> isWell)
    {
        try
        {
            var error = JsonDocument.Parse(body).RootElement.GetProperty("error");
            return Chinese().IsMatch(error.GetProperty("message").GetString()!) && isWell(error);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();
}
