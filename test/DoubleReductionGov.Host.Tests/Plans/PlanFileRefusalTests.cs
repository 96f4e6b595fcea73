using System.Net;
using System.Text;
using System.Text.Json;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Plans;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Plans;

public sealed class PlanFileRefusalTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("support: [MSR]", "support: [MSR", 14, "括号")]
    [InlineData("source: 第1条", "sourc: 第1条", 12, "不认识的键“sourc”")]
    [InlineData("title: 印发作业公示办法\n        ", "", 10, "缺少“title”")]
    [InlineData("weight: 40", "weight: 41", 1, "101")]
    [InlineData("weight: 60}", "weight: 50}", 42, "“3”下各项权重之和为 90")]
    [InlineData("support: [MSR]", "after: [\"3\"]", 39, "1 → 3 → 1")]
    [InlineData("after: [\"1\"]", "after: [\"9\"]", 39, "前置编号“9”不存在")]
    [InlineData("lead: MSR", "lead: XYZ", 34, "部门代码“XYZ”")]
    [InlineData("due: 2022-03-31", "due: 2023-03-31", 16, "2023-03-31 超出上一级的 2021-09-01 至 2022-12-31")]
    [InlineData("due: 2022-03-31", "due: 2021-10-31", 16, "截止日期 2021-10-31 早于开始日期 2021-11-01")]
    [InlineData("due: 2022-03-31", "due: 2022年3月底", 16, "2022年3月底")]
    [InlineData("\"330802\": 12", "\"330802\": 13", 28, "各县分解数之和为 61，应等于总目标 60")]
    [InlineData("\"330802\": 12", "\"310101\": 12", 27, "“310101”不存在")]
    [InlineData("number: \"2\"", "number: \"1\"", 19, "编号“1”重复，首次出现在第 10 行")]
    [InlineData("lead: MSR", "lead: MSR\n        person: 无此人", 35, "MSR 没有“无此人”")]
    public async Task A_mistake_is_told_with_its_line_and_nothing_is_stored(string correct, string mistaken, int line, string reason)
    {
        var plan = new SpecialPlan("mistaken").With(correct, mistaken);

        var mistakes = await RefusesAsync(plan.File, ProgrammeErrors.PlanFileIsInvalid, "处错误");

        mistakes.ShouldContain(m => m.Line == line && m.Message.Contains(reason));
    }

    [Fact]
    public async Task All_mistakes_are_told_at_once()
    {
        var plan = new SpecialPlan("mistaken").With("lead: MSR", "lead: XYZ").With("weight: 40", "weight: 0").With("due: 2022-06-30", "due: 2022-02-30");

        var mistakes = await RefusesAsync(plan.File, ProgrammeErrors.PlanFileIsInvalid, "3 处错误");

        mistakes.Select(m => m.Line).ShouldBe([17, 24, 34]);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_at_all_is_refused()
    {
        foreach (var (file, line, reason) in new (byte[], int, string)[]
        {
            ([], 0, "没有内容"),
            (Encoding.UTF8.GetBytes("# " + new string('长', 400_000)), 0, "1 MB"),
            (Encoding.Unicode.GetBytes(new SpecialPlan("utf-16").Yaml), 0, "UTF-8"),
            (Encoding.UTF8.GetBytes(new string('[', 100_000)), 1, "层次过深"),
            ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"u8.ToArray(), 2, "引用"),
            (TaskVerbs.Pdf, 1, "格式有误"),
        })
        {
            var mistake = (await RefusesAsync(file, ProgrammeErrors.PlanFileIsInvalid, "1 处错误")).ShouldHaveSingleItem();
            (mistake.Line, mistake.Message.Contains(reason)).ShouldBe((line, true), mistake.Message);
        }
    }

    [Fact]
    public async Task A_request_without_a_file_is_refused()
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        await _city.RefusesAsync(() => staff.PostAsync($"{PlanVerbs.Plans}/import", form), HttpStatusCode.BadRequest, null, "file");
    }

    [Fact]
    public async Task The_same_plan_is_not_imported_twice()
    {
        var plan = new SpecialPlan("imported-twice");
        await _city.ImportAsync(plan);

        await RefusesAsync(plan.File, ProgrammeErrors.PlanCodeExists, "“imported-twice”");
    }

    [Fact]
    public async Task Imported_by_several_at_once_there_is_one_plan()
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var plan = new SpecialPlan("imported-at-once");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => staff.UploadAsync($"{PlanVerbs.Plans}/import", "方案.yaml", plan.File))));

        var refused = answers.Where(a => !a.IsSuccessStatusCode).ToList();
        refused.Count.ShouldBe(3);
        foreach (var answer in refused)
        {
            await answer.ShouldRefuseAsync(HttpStatusCode.Forbidden, ProgrammeErrors.PlanCodeExists, "“imported-at-once”");
        }

        (await staff.GetAsync<PagedResultDto<PlanListItem>>($"{PlanVerbs.Plans}?filter=imported-at-once")).TotalCount.ShouldBe(1);
    }

    private async Task<List<PlanFileLine>> RefusesAsync(byte[] file, string code, params string[] named)
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);
        var refusal = await _city.RefusesAsync(
            () => staff.UploadAsync($"{PlanVerbs.Plans}/import", "方案.yaml", file), HttpStatusCode.Forbidden, code, named);
        return code == ProgrammeErrors.PlanFileIsInvalid ? refusal.Data!.Value.GetProperty("errors").Deserialize<List<PlanFileLine>>(HttpVerbs.Json)! : [];
    }
}
