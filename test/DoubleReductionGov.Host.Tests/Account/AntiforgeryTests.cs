using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Account;

public sealed class AntiforgeryTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Code = "Volo.Abp:AntiforgeryTokenIsInvalid";
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task Without_the_right_token_nothing_is_changed(string token)
    {
        var task = await _city.TaskAsync(Cast.Kecheng, "1");
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));

        foreach (var (method, path) in new[]
        {
            (HttpMethod.Post, TaskVerbs.Path(task, "claim")),
            (HttpMethod.Put, TaskVerbs.Path(task, $"step/{task.Steps[0].Id}")),
            (HttpMethod.Delete, TaskVerbs.Path(task, $"evidence/{task.Evidence[0].Id}")),
            (HttpMethod.Post, "/api/account/logout"),
        })
        {
            await _city.RefusesAsync(() => SendAsync(lead, method, path, token), HttpStatusCode.BadRequest, Code, "刷新");
        }
    }

    [Fact]
    public async Task Another_accounts_token_does_not_do()
    {
        var task = await _city.TaskAsync(Cast.Kecheng, "2");
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Kecheng));
        using var configuration = await staff.GetAsync("/api/abp/application-configuration");
        var cookie = configuration.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("XSRF-TOKEN=", StringComparison.Ordinal));
        var token = Uri.UnescapeDataString(cookie["XSRF-TOKEN=".Length..cookie.IndexOf(';', StringComparison.Ordinal)]);

        await _city.RefusesAsync(() => SendAsync(lead, HttpMethod.Post, TaskVerbs.Path(task, "claim"), token), HttpStatusCode.BadRequest, Code, "刷新");
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string token)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add(AntiforgeryHandler.Header, token);
        request.Content = method == HttpMethod.Delete ? null : System.Net.Http.Json.JsonContent.Create(new ClaimInput());
        return await client.SendAsync(request);
    }
}
