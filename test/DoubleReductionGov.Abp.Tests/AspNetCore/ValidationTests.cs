using System.Net;
using System.Text.Json;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class ValidationTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    [Fact]
    public async Task What_is_right_passes()
    {
        (await application.PostAsync("/api/app/form", new { name = "Ada", age = 36 })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Every_field_that_is_wrong_is_named_also_deep_inside()
    {
        var errors = await ErrorsAsync(await application.PostAsync("/api/app/form", new { age = 0, home = new { zipCode = "1234" } }));

        errors.ShouldContain(e => e.Members == "age" && e.Message == "The field Age must be between 1 and 120.");
        errors.ShouldContain(e => e.Members == "name" && e.Message == "The Name field is required.");
        errors.ShouldContain(e => e.Members == "home.zipCode");
        errors.Count.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_the_callers_language()
    {
        var response = await application.PostAsync("/api/app/form?culture=zh-Hans", new { age = 0 });

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await response.ErrorAsync();
        error.GetProperty("message").GetString().ShouldBe("填写的内容不符合要求。");
        error.GetProperty("validationErrors").EnumerateArray().Select(e => Read(e).Message).ShouldBe(["“Name”必须填写。", "“Age”应在 1 至 120 之间。"], ignoreOrder: true);
    }

    [Fact]
    public async Task An_input_may_check_itself()
    {
        var errors = await ErrorsAsync(await application.PostAsync("/api/app/form", new { name = "nobody", age = 5 }));

        errors.Select(e => e.Members).ShouldBe(["name", "age"], ignoreOrder: true);
        errors.ShouldAllBe(e => e.Message == "Nobody is not a name.");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_a_mistake_of_the_caller()
    {
        var errors = await ErrorsAsync(await application.PostAsync("/api/app/form", "{ broken"));

        errors.ShouldContain(e => e.Members == "$");
        errors.ShouldContain(e => e.Members == "input" && e.Message == "The input field is required.");
    }

    [Fact]
    public async Task A_value_of_another_type_is_named()
    {
        (await ErrorsAsync(await application.PostAsync("/api/app/form", """{"name":"Ada","age":"old"}"""))).ShouldContain(e => e.Members == "$.age");
    }

    [Theory]
    [InlineData("en", "{ broken", "The body is not valid JSON.")]
    [InlineData("zh-Hans", "{ broken", "请求内容不是有效的 JSON。")]
    [InlineData("en", """{"name":"Ada","age":"old"}""", "The value of age has a wrong type or form.")]
    [InlineData("zh-Hans", """{"name":"Ada","age":"old"}""", "“age”的值类型或格式不正确。")]
    [InlineData("zh-Hans", """{"name":"Ada","age":5,"home":{"zipCode":7}}""", "“home.zipCode”的值类型或格式不正确。")]
    public async Task What_json_cannot_read_is_told_in_the_callers_language_and_names_no_type_of_ours(string culture, string body, string message)
    {
        var response = await application.PostAsync("/api/app/form?culture=" + culture, body);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldNotContain("System.");
        text.ShouldNotContain("LineNumber");
        (await response.ErrorAsync()).GetProperty("validationErrors").EnumerateArray().Select(e => Read(e).Message).ShouldContain(message);
    }

    [Fact]
    public async Task A_missing_body_is_a_mistake_of_the_caller()
    {
        (await ErrorsAsync(await application.PostAsync("/api/app/form", ""))).ShouldContain(e => e.Members == "");
        (await ErrorsAsync(await application.PostAsync("/api/app/form", "null"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_id_that_is_none_is_named()
    {
        (await ErrorsAsync(await application.GetAsync("/api/app/form/zzz"))).ShouldBe([("id", "The value 'zzz' is not valid.")]);
    }

    [Theory]
    [InlineData("", 10)]
    [InlineData("?maxResultCount=1000", 1000)]
    public async Task A_page_has_ten_rows_unless_asked_for_up_to_a_thousand(string query, int rows)
    {
        (await (await application.GetAsync("/api/app/form" + query)).Content.ReadAsStringAsync()).ShouldBe($"{rows}");
    }

    [Theory]
    [InlineData("maxResultCount=1001", "maxResultCount", "MaxResultCount can not be more than 1000! Increase Volo.Abp.Application.Dtos.LimitedResultRequestDto.MaxMaxResultCount on the server side to allow more results.")]
    [InlineData("maxResultCount=0", "maxResultCount", "The field MaxResultCount must be between 1 and 2147483647.")]
    [InlineData("skipCount=-1", "skipCount", "The field SkipCount must be between 0 and 2147483647.")]
    public async Task A_page_out_of_bounds_is_refused_not_cut(string query, string member, string message)
    {
        (await ErrorsAsync(await application.GetAsync("/api/app/form?" + query))).ShouldBe([(member, message)]);
    }

    private static async Task<List<(string Members, string Message)>> ErrorsAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = await response.ErrorAsync();
        error.GetProperty("message").GetString().ShouldBe("Your request is not valid!");
        var errors = error.GetProperty("validationErrors").EnumerateArray().Select(Read).ToList();
        error.GetProperty("details").GetString().ShouldBe("The following errors were detected during validation.\n" + string.Concat(errors.Select(e => $" - {e.Message}\n")));
        return errors;
    }

    private static (string Members, string Message) Read(JsonElement error) =>
        (string.Join(',', error.GetProperty("members").EnumerateArray().Select(m => m.GetString())), error.GetProperty("message").GetString()!);
}
