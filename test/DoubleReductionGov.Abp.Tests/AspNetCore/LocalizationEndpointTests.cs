using System.Net;
using System.Text.Json;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

public sealed class LocalizationEndpointTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private const string Path = "/api/abp/application-localization";

    [Theory]
    [InlineData("zh-Hans", "猫", "zh")]
    [InlineData("en", "cat", "en")]
    public async Task The_texts_are_those_of_the_language_asked_for_whatever_the_caller_speaks(string culture, string cat, string twoLetters)
    {
        var answer = await ReadAsync($"?cultureName={culture}&culture=en");

        var animals = answer.GetProperty("resources").GetProperty("Animals");
        animals.GetProperty("texts").GetProperty("Cat").GetString().ShouldBe(cat);
        animals.GetProperty("baseResources").EnumerateArray().ShouldBeEmpty();
        var current = answer.GetProperty("currentCulture");
        (current.GetProperty("cultureName").GetString(), current.GetProperty("twoLetterIsoLanguageName").GetString()).ShouldBe((culture, twoLetters));
        current.GetProperty("dateTimeFormat").GetProperty("shortDatePattern").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_text_that_the_language_lacks_comes_from_the_resources_own_language()
    {
        (await ReadAsync("?cultureName=en")).GetProperty("resources").GetProperty("Animals").GetProperty("texts").GetProperty("OnlyDefault").GetString().ShouldBe("马");
    }

    [Fact]
    public async Task Nothing_is_kept_in_a_database()
    {
        (await ReadAsync("?cultureName=en&onlyDynamics=true")).GetProperty("resources").EnumerateObject().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("?cultureName=")]
    [InlineData("?cultureName=no-such-language")]
    [InlineData("?cultureName=../../secret")]
    public async Task A_language_that_is_none_is_a_mistake_of_the_caller(string query)
    {
        var response = await application.GetAsync(Path + query);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.ErrorAsync()).GetProperty("validationErrors").EnumerateArray().Single().GetProperty("members")[0].GetString().ShouldBe("cultureName");
    }

    private async Task<JsonElement> ReadAsync(string query) => await (await application.GetAsync(Path + query)).JsonAsync();
}
