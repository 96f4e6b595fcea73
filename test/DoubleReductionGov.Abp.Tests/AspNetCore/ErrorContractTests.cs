using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Volo.Abp.AspNetCore.Mvc;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class ErrorContractTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Internal = "An internal error occurred during your request!";

    [Theory]
    [InlineData("business", 403, """{"error":{"code":"My:001","message":"An internal error occurred during your request!","details":null,"data":{"k":"v"},"validationErrors":null}}""")]
    [InlineData("business-details", 403, """{"error":{"code":"My:001","message":"An internal error occurred during your request!","details":null,"data":{},"validationErrors":null}}""")]
    [InlineData("friendly", 403, """{"error":{"code":"F1","message":"hello","details":"det","data":{},"validationErrors":null}}""")]
    [InlineData("not-found", 404, """{"error":{"code":null,"message":"There is no entity Lion with id = 00000000-0000-0000-0000-000000000000!","details":null,"data":null,"validationErrors":null}}""")]
    [InlineData("concurrency", 409, """{"error":{"code":null,"message":"The data you have submitted has already been changed by another user. Discard your changes and try again.","details":null,"data":null,"validationErrors":null}}""")]
    [InlineData("internal", 500, """{"error":{"code":null,"message":"An internal error occurred during your request!","details":null,"data":null,"validationErrors":null}}""")]
    [InlineData("not-implemented", 501, """{"error":{"code":null,"message":"An internal error occurred during your request!","details":null,"data":null,"validationErrors":null}}""")]
    public async Task Every_error_has_its_status_and_the_same_five_keys(string kind, int status, string body)
    {
        foreach (var response in new[] { await application.GetAsync("/api/app/fault?kind=" + kind), await application.PostAsync("/api/app/fault?kind=" + kind) })
        {
            ((int)response.StatusCode).ShouldBe(status);
            (await response.Content.ReadAsStringAsync()).ShouldBe(body);
            response.Content.Headers.ContentType!.ToString().ShouldBe("application/json; charset=utf-8");
            response.Headers.GetValues("_AbpErrorFormat").ShouldBe(["true"]);
        }
    }

    [Theory]
    [InlineData("mapped", 418)]
    [InlineData("own-status", 422)]
    [InlineData("aggregate", 418)]
    [InlineData("aggregate-other", 500)]
    public async Task The_exceptions_own_status_goes_first_then_the_one_of_its_code(string kind, int status)
    {
        ((int)(await application.GetAsync("/api/app/fault?kind=" + kind)).StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task To_a_caller_who_has_left_nothing_is_explained_and_nothing_is_logged_as_failed()
    {
        var http = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        var context = new ExceptionContext(new ActionContext(http, new RouteData(), new ControllerActionDescriptor()), []) { Exception = new OperationCanceledException() };

        // Neither texts nor log are asked for: there are none.
        await new AbpExceptionFilter(null!, null!, null!).OnExceptionAsync(context);

        context.ExceptionHandled.ShouldBeTrue();
        context.Result.ShouldBeOfType<StatusCodeResult>().StatusCode.ShouldBe(StatusCodes.Status499ClientClosedRequest);
    }

    [Theory]
    [InlineData("en", "localized", "No lion for you.")]
    [InlineData("zh-Hans", "localized", "you不能有lion。")]
    [InlineData("en", "localized-friendly", "No lion for you.")]
    [InlineData("en", "unknown-text", Internal)]
    [InlineData("en", "not-found-without-id", "There is no such entity!")]
    public async Task A_refusal_is_told_in_the_callers_language(string culture, string kind, string message)
    {
        var response = await application.GetAsync($"/api/app/fault?kind={kind}&culture={culture}");

        (await response.ErrorAsync()).GetProperty("message").GetString().ShouldBe(message);
    }

    [Fact]
    public async Task A_validation_error_lists_what_is_wrong_by_member()
    {
        var response = await application.GetAsync("/api/app/fault?kind=validation");

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBe(
            """
            {"error":{"code":null,"message":"Your request is not valid!","details":"The following errors were detected during validation.\n - Too old\n - Odd\n","data":null,"validationErrors":[{"message":"Too old","members":["age"]},{"message":"Odd","members":["first.secondPart"]}]}}
            """);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("b0000000-0000-0000-0000-000000000001", 403)]
    public async Task A_refused_right_is_left_to_the_authentication_scheme(string? who, int status)
    {
        foreach (var kind in new[] { "authorization", "aggregate-authorization" })
        {
            var response = await application.PostAsync("/api/app/fault?kind=" + kind, who: who);

            ((int)response.StatusCode).ShouldBe(status);
            (await response.Content.ReadAsStringAsync()).ShouldBeEmpty();
            response.Headers.Contains("_AbpErrorFormat").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task No_answer_tells_what_is_inside()
    {
        foreach (var kind in new[] { "business", "business-details", "concurrency", "not-implemented", "internal", "validation", "authorization", "aggregate-other" })
        {
            (await (await application.GetAsync("/api/app/fault?kind=" + kind)).Content.ReadAsStringAsync()).ShouldNotContain("secret");
        }
    }
}
