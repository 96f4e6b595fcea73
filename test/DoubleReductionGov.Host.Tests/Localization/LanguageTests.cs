using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

namespace DoubleReductionGov.Host.Localization;

public sealed class LanguageTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Chinese = "截止日期 2021-10-31 已过，不能再申请延期。";
    private const string English = "The due date 2021-10-31 has passed; more time can no longer be asked for.";
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData(null, null, Chinese)]
    [InlineData("Accept-Language", "zh-CN,zh;q=0.9", Chinese)]
    [InlineData("Accept-Language", "zh-Hans", Chinese)]
    [InlineData("Accept-Language", "en-GB,en;q=0.9", English)]
    [InlineData("Accept-Language", "fr", Chinese)]
    [InlineData("Cookie", ".AspNetCore.Culture=c=en|uic=en", English)]
    [InlineData("Cookie", ".AspNetCore.Culture=c=zh-Hans|uic=zh-Hans", Chinese)]
    [InlineData("Cookie", ".AspNetCore.Culture=nonsense", Chinese)]
    public async Task A_refusal_speaks_the_language_of_the_reader(string? header, string? value, string message)
    {
        var task = await _city.TaskAsync(Cast.Kaihua, "10");
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kaihua));
        using var request = new HttpRequestMessage(HttpMethod.Post, TaskVerbs.Path(task, "ask-extension"));
        request.Content = System.Net.Http.Json.JsonContent.Create(new AskExtensionInput { NewDue = TaskVerbs.Day("2022-01-31"), Reason = "补正" });
        if (header is not null)
        {
            request.Headers.Add(header, value);
        }

        var refusal = await (await lead.SendAsync(request)).ShouldRefuseAsync(HttpStatusCode.Forbidden, ProgrammeErrors.ExtensionAfterDue);

        refusal.Message.ShouldBe(message);
    }

    [Theory]
    [InlineData("zh-Hans", "用户名或密码不正确")]
    [InlineData("en", "User name or password is not correct")]
    public async Task Signing_in_speaks_it_too(string language, string message)
    {
        var portal = _city.OpenPortal();
        portal.DefaultRequestHeaders.Add("Accept-Language", language);

        await (await _city.LogInAsync(portal, Cast.CityLead, "Wrong@2021")).ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.InvalidUserNameOrPassword, message);
        (await portal.GetAsync<ApplicationConfigurationDto>("/api/abp/application-configuration")).Localization.CurrentCulture.CultureName.ShouldBe(language);
    }

    [Theory]
    [InlineData("zh-Hans", "填写的内容不符合要求。", "“Progress”应在 0 至 100 之间。", "“Note”最多 500 个字符。")]
    [InlineData("en", "Your request is not valid!", "The field Progress must be between 0 and 100.", "The field Note must be a string with a maximum length of 500.")]
    public async Task What_was_filled_in_wrongly_is_told_in_it(string language, params string[] messages)
    {
        var task = await _city.TaskAsync(Cast.Kaihua, "13");
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kaihua));
        using var request = new HttpRequestMessage(HttpMethod.Post, TaskVerbs.Path(task, "record-progress"));
        request.Content = System.Net.Http.Json.JsonContent.Create(new RecordProgressInput { Progress = 101, Note = new string('长', 501) });
        request.Headers.Add("Accept-Language", language);

        var refusal = await (await lead.SendAsync(request)).ShouldRefuseAsync(HttpStatusCode.BadRequest, null, messages);

        refusal.ValidationErrors!.SelectMany(e => e.Members).ShouldBe(["progress", "note"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("ask-extension", """{"newDue": "0202-01-01"}""", "“NewDue”应为 2000-01-01 至 2100-12-31 之间的日期")]
    [InlineData("ask-extension", """{}""", "“NewDue”必须填写。")]
    [InlineData("step", """{"title": "", "start": "2021-10-01", "due": "2021-10-31"}""", "“Title”必须填写。")]
    public async Task Each_kind_of_mistake_is_told_in_Chinese(string verb, string body, string message)
    {
        var task = await _city.TaskAsync(Cast.Kaihua, "13");
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kaihua));

        await _city.RefusesAsync(
            () => lead.PostAsync(TaskVerbs.Path(task, verb), new StringContent(body, System.Text.Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, null, message);
    }

    [Theory]
    [InlineData("sorting=password", "“Sorting”应为以下之一，后面可加 asc 或 desc：number, start, due, progress, weight")]
    [InlineData("skipCount=-1", "“SkipCount”应在 0 至")]
    [InlineData("light=Purple", "“Light”的值“Purple”无效。")]
    public async Task A_list_tells_it_in_Chinese_too(string query, string message)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kaihua));

        await _city.RefusesAsync(() => lead.GetAsync($"{TaskVerbs.Tasks}?{query}"), HttpStatusCode.BadRequest, null, message);
    }

    [Fact]
    public async Task Every_text_exists_in_both_languages()
    {
        var chinese = await TextsAsync("zh-Hans");
        var english = await TextsAsync("en");

        foreach (var (resource, texts) in chinese)
        {
            texts.Keys.Order().ShouldBe(english[resource].Keys.Order(), resource);
        }
    }

    private async Task<Dictionary<string, Dictionary<string, string>>> TextsAsync(string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/abp/application-configuration");
        request.Headers.Add("Accept-Language", language);
        return (await HttpVerbs.ReadAsync<ApplicationConfigurationDto>(await _city.OpenPortal().SendAsync(request))).Localization.Values;
    }
}
