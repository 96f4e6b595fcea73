using System.Net;
using DoubleReductionGov.Administration.SignIn;
using System.Net.Sockets;
using DoubleReductionGov.Host.Account;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Operations.Limits;
using DoubleReductionGov.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Operations;

public sealed class LimitTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private static readonly LoginInput Guess = new(null, "nobody", "guess");

    [Fact]
    public async Task Who_guesses_passwords_is_stopped_and_others_are_not()
    {
        await using var application = WithLimits(("SignIn", 3));
        var guesser = application.ComeFrom(Visitor.Stranger);
        for (var i = 0; i < 3; i++)
        {
            (await guesser.PostAsync("/api/account/login", Guess)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var refused = await guesser.PostAsync("/api/account/login", Guess);

        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 600);
        await refused.ShouldRefuseAsync(HttpStatusCode.TooManyRequests, PlatformErrors.TooManyRequests, "操作过于频繁");
        (await guesser.GetAsync("/api/account/sign-in-options")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await application.ComeFrom("198.51.100.1").PostAsync("/api/account/login", Guess)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_account_has_its_own_share_wherever_it_comes_from()
    {
        await using var application = WithLimits(("User", 4));
        var lead = await application.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        for (var i = 0; i < 3; i++)
        {
            (await lead.GetAsync("/api/directory/organisation")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        lead.DefaultRequestHeaders.Add("X-Forwarded-For", Visitor.Stranger);
        lead.DefaultRequestHeaders.Add("Accept-Language", "en");
        await (await lead.GetAsync("/api/directory/organisation")).ShouldRefuseAsync(HttpStatusCode.TooManyRequests, PlatformErrors.TooManyRequests, "too many requests");
        var other = await application.SignInAsync(Cast.StaffOf(Cast.Kecheng));
        (await other.GetAsync("/api/directory/organisation")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Neighbours_in_one_IPv6_network_share_and_probes_are_free()
    {
        await using var application = WithLimits(("Anonymous", 2));
        (await application.ComeFrom("2001:db8:1:2::1").GetAsync("/api/account/sign-in-options")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await application.ComeFrom("2001:db8:1:2:3::9").GetAsync("/api/account/sign-in-options")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var visitor = application.ComeFrom("2001:db8:1:2::1");

        (await visitor.GetAsync("/api/account/sign-in-options")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await visitor.GetAsync("/health/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await application.ComeFrom("2001:db8:1:3::1").GetAsync("/api/account/sign-in-options")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Beyond_what_the_machine_carries_some_wait_and_the_rest_is_sent_away_at_once()
    {
        using var guard = new OverloadGuard(Options.Create(new LimitOptions { ConcurrentRequests = 1, QueuedRequests = 1, QueueSeconds = 600 }), () => 0);
        var (first, gate) = (NewRequest(), new TaskCompletionSource());
        var working = guard.InvokeAsync(first, _ => gate.Task);
        var waiting = guard.InvokeAsync(NewRequest(), context => Answer(context, StatusCodes.Status204NoContent));

        var turnedAway = NewRequest();
        await guard.InvokeAsync(turnedAway, context => Answer(context, StatusCodes.Status200OK));

        (turnedAway.Response.StatusCode, turnedAway.Response.Headers.RetryAfter.ToString()).ShouldBe((StatusCodes.Status503ServiceUnavailable, "2"));
        waiting.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await Task.WhenAll(working, waiting);
        var later = NewRequest();
        await guard.InvokeAsync(later, context => Answer(context, StatusCodes.Status200OK));
        later.Response.StatusCode.ShouldBe(StatusCodes.Status200OK);
    }

    [Fact]
    public async Task Requests_that_wait_for_a_thread_count_as_waiting()
    {
        var pending = 3L;
        using var guard = new OverloadGuard(Options.Create(new LimitOptions { ConcurrentRequests = 1, QueuedRequests = 2 }), () => pending);
        var (turnedAway, served) = (NewRequest(), NewRequest());

        await guard.InvokeAsync(turnedAway, context => Answer(context, StatusCodes.Status200OK));
        pending = 2;
        await guard.InvokeAsync(served, context => Answer(context, StatusCodes.Status200OK));

        (turnedAway.Response.StatusCode, served.Response.StatusCode, guard.TurnedAway).ShouldBe((StatusCodes.Status503ServiceUnavailable, StatusCodes.Status200OK, 1));
    }

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_back()
    {
        using var guard = new OverloadGuard(Options.Create(new LimitOptions { ConcurrentRequests = 1, QueuedRequests = 1, QueueSeconds = 0.001 }), () => 0);
        var gate = new TaskCompletionSource();
        var working = guard.InvokeAsync(NewRequest(), _ => gate.Task);
        var impatient = NewRequest();
        using var body = new MemoryStream();
        impatient.Response.Body = body;

        await guard.InvokeAsync(impatient, context => Answer(context, StatusCodes.Status200OK));

        impatient.Response.StatusCode.ShouldBe(StatusCodes.Status503ServiceUnavailable);
        System.Text.Encoding.UTF8.GetString(body.ToArray()).ShouldContain(PlatformErrors.Overloaded);
        gate.SetResult();
        await working;
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_before_it_is_read_except_where_a_file_is_expected()
    {
        await using var application = new HostApplication(quzhou.Application.Database) { Settings = { ["Limits:RequestBodyKilobytes"] = "64" } };
        application.UseKestrel(0);
        application.StartServer();
        using var client = new HttpClient { BaseAddress = application.ClientOptions.BaseAddress };
        var large = new string('长', 40_000);

        using var response = await client.PostAsync("/api/account/login", new LoginInput(null, large, "x"));
        response.Headers.Contains("Server").ShouldBeFalse();
        await response.ShouldRefuseAsync(HttpStatusCode.RequestEntityTooLarge, PlatformErrors.RequestTooLarge, "过大");

        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/api/account/login") { Content = new StringContent($$"""{"userName":"{{large}}","password":"x"}""", System.Text.Encoding.UTF8, "application/json") };
        chunked.Headers.TransferEncodingChunked = true;
        await (await client.SendAsync(chunked)).ShouldRefuseAsync(HttpStatusCode.RequestEntityTooLarge, PlatformErrors.RequestTooLarge);

        using var upload = await client.UploadAsync("/api/programme/plan/import", "plan.yaml", new byte[200_000]);
        upload.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_body_that_is_no_http_is_the_callers_fault()
    {
        await using var application = new HostApplication(quzhou.Application.Database);
        application.UseKestrel(0);
        application.StartServer();
        var address = application.ClientOptions.BaseAddress;
        using var connection = new TcpClient();
        await connection.ConnectAsync(address.Host, address.Port);
        await using var stream = connection.GetStream();

        await stream.WriteAsync("POST /api/account/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nno number\r\n"u8.ToArray());

        using var reader = new StreamReader(stream);
        (await reader.ReadLineAsync()).ShouldBe("HTTP/1.1 400 Bad Request");
    }

    private HostApplication WithLimits(params (string Who, int Requests)[] limits)
    {
        var application = new HostApplication(quzhou.Application.Database) { Settings = { ["RateLimits:Enabled"] = "true" } };
        foreach (var (who, requests) in limits)
        {
            application.Settings[$"RateLimits:{who}:Requests"] = requests.ToString(System.Globalization.CultureInfo.InvariantCulture);
            application.Settings[$"RateLimits:{who}:Seconds"] = "600";
        }

        return application;
    }

    private DefaultHttpContext NewRequest() => new() { RequestServices = quzhou.Application.Services };

    private static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
