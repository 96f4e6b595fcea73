using System.Net;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class ResultTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    [Theory]
    [InlineData("GET", "/api/app/result/nothing")]
    [InlineData("POST", "/api/app/result/do-nothing")]
    [InlineData("GET", "/api/app/result/null")]
    public async Task Nothing_is_204(string method, string path)
    {
        var response = await application.Client().SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/app/result/text", "text/plain; charset=utf-8", "text")]
    [InlineData("/api/app/result/object", "application/json; charset=utf-8", """{"name":"n","missing":null,"day":5}""")]
    [InlineData("/api/app/result/page", "application/json; charset=utf-8", """{"totalCount":3,"items":[1,2]}""")]
    public async Task Text_is_text_and_the_rest_is_json(string path, string contentType, string body)
    {
        var response = await application.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe(contentType);
        (await response.Content.ReadAsStringAsync()).ShouldBe(body);
    }

    [Fact]
    public async Task A_file_of_a_form_arrives_with_name_type_and_length()
    {
        using var form = new MultipartFormDataContent();
        var content = new StringContent("hello");
        content.Headers.ContentType = new("image/png");
        form.Add(content, "file", "a.png");

        var response = await application.Client().PostAsync("/api/app/result/upload", form);

        (await response.Content.ReadAsStringAsync()).ShouldBe("a.png image/png 5 hello");
    }

    [Fact]
    public async Task Without_a_file_the_request_is_not_valid()
    {
        (await application.PostAsync("/api/app/result/upload", new { })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };
        (await application.Client().PostAsync("/api/app/result/upload", form)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_file_is_offered_for_download_and_never_guessed_at()
    {
        var response = await application.GetAsync("/api/app/result/file");

        (await response.Content.ReadAsStringAsync()).ShouldBe("content");
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/plain");
        response.Content.Headers.ContentLength.ShouldBe(7);
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("名 称.txt");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
