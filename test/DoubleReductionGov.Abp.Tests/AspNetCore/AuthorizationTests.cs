using System.Net;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class AuthorizationTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Somebody = "b0000000-0000-0000-0000-000000000001";
    private const string Librarian = Somebody + " - librarian";

    [Theory]
    [InlineData("/api/app/where/signed-in", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/app/where/signed-in", Somebody, HttpStatusCode.OK)]
    [InlineData("/api/app/where/granted", null, HttpStatusCode.Unauthorized)]
    [InlineData("/api/app/where/granted", Somebody, HttpStatusCode.Forbidden)]
    [InlineData("/api/app/where/granted", Librarian, HttpStatusCode.OK)]
    public async Task The_attribute_of_a_method_is_obeyed(string path, string? who, HttpStatusCode expected)
    {
        (await application.GetAsync(path, who)).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("", null, HttpStatusCode.OK)]
    [InlineData("?policy=Web.Read", null, HttpStatusCode.Unauthorized)]
    [InlineData("?policy=Web.Read", Somebody, HttpStatusCode.Forbidden)]
    [InlineData("?policy=Web.Read", Librarian, HttpStatusCode.OK)]
    [InlineData("?policy=Web.Undefined", Librarian, HttpStatusCode.Forbidden)]
    public async Task A_policy_is_checked_in_code_and_none_checks_nothing(string query, string? who, HttpStatusCode expected)
    {
        (await application.PostAsync("/api/app/where/check" + query, who: who)).StatusCode.ShouldBe(expected);
    }
}
