using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Tracing;

namespace DoubleReductionGov.Abp.Tests.Tracing;

public sealed class CorrelationIdTests
{
    [Fact]
    public async Task An_id_holds_for_what_is_done_inside_and_the_outer_one_returns()
    {
        ICorrelationIdProvider provider = new DefaultCorrelationIdProvider();
        provider.Get().ShouldBeNull();

        using (provider.Change("outer"))
        {
            using (provider.Change("inner"))
            {
                await Task.Yield();
                provider.Get().ShouldBe("inner");
            }

            provider.Get().ShouldBe("outer");
        }

        provider.Get().ShouldBeNull();
    }

    [Fact]
    public async Task A_request_bears_the_id_of_its_caller_and_says_so()
    {
        await using var application = await StartAsync(_ => { });

        using var response = await SendAsync(application, "X-Correlation-Id", "caller-7");

        (await response.Content.ReadAsStringAsync()).ShouldBe("caller-7");
        response.Headers.GetValues("X-Correlation-Id").ShouldBe(["caller-7"]);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("a{\"level\":\"Error\"}")]
    [InlineData("")]
    public async Task What_is_no_plain_token_is_replaced(string given)
    {
        await using var application = await StartAsync(_ => { });

        using var response = await SendAsync(application, "X-Correlation-Id", given);

        Guid.TryParseExact(await response.Content.ReadAsStringAsync(), "N", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task The_header_can_be_another_one_and_need_not_be_returned()
    {
        await using var application = await StartAsync(options => (options.HttpHeaderName, options.SetResponseHeader) = ("X-Trace", false));

        using var response = await SendAsync(application, "X-Trace", "t-1");

        (await response.Content.ReadAsStringAsync()).ShouldBe("t-1");
        response.Headers.Contains("X-Trace").ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> SendAsync(WebApplication application, string header, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation(header, value);
        return await application.GetTestClient().SendAsync(request);
    }

    private static async Task<WebApplication> StartAsync(Action<AbpCorrelationIdOptions> configure)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        await builder.AddApplicationAsync<AbpAspNetCoreMvcModule>();
        builder.Services.Configure(configure);
        var application = builder.Build();
        application.UseCorrelationId();
        application.Run(context => context.Response.WriteAsync(context.RequestServices.GetRequiredService<ICorrelationIdProvider>().Get()!));
        await application.StartAsync();
        return application;
    }
}
