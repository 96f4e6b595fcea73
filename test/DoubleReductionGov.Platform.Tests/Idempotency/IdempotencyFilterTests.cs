using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Volo.Abp;

namespace DoubleReductionGov.Platform.Idempotency;

public sealed class IdempotencyFilterTests
{
    [Fact]
    public async Task Where_the_key_is_a_duty_a_request_without_it_is_refused_before_anything_happens()
    {
        var called = false;
        var refusal = await Should.ThrowAsync<BusinessException>(() => RunAsync("POST", [new IdempotencyKeyRequiredAttribute()], () => called = true));

        refusal.Code.ShouldBe(PlatformErrors.IdempotencyKeyRequired);
        called.ShouldBeFalse();
    }

    [Theory]
    [InlineData("POST", false)]
    [InlineData("GET", true)]
    public async Task Elsewhere_a_request_without_it_goes_on(string method, bool isRequired)
    {
        var called = false;
        await RunAsync(method, isRequired ? [new IdempotencyKeyRequiredAttribute()] : [], () => called = true);

        called.ShouldBeTrue();
    }

    private static Task RunAsync(string method, object[] metadata, Action next)
    {
        var http = new DefaultHttpContext { Request = { Method = method } };
        var context = new ResourceExecutingContext(new ActionContext(http, new RouteData(), new ControllerActionDescriptor { EndpointMetadata = metadata }), [], []);

        // Without a key none of its helpers is asked.
        return new IdempotencyFilter(null!, null!, null!, null!, null!).OnResourceExecutionAsync(context, () =>
        {
            next();
            return Task.FromResult(new ResourceExecutedContext(context, []));
        });
    }
}
