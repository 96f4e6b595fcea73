using System.Net;
using System.Text;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Evidence;

public sealed class EvidenceTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private const int Megabyte = 1024 * 1024;
    private static readonly byte[] Program = [0x4D, 0x5A, 0x90, 0x00, 0x03, 0x00, 0x00, 0x00];
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_file_that_is_empty_too_large_or_of_another_kind_is_refused()
    {
        await RefusesAsync("空.pdf", [], ProgrammeErrors.EvidenceIsEmpty, "没有内容");
        await RefusesAsync("大.pdf", Padded(20 * Megabyte + 1), ProgrammeErrors.EvidenceTooLarge, "20 MB");
        await RefusesAsync("说明.txt", "说明"u8.ToArray(), ProgrammeErrors.EvidenceTypeNotAllowed, "说明.txt", "pdf");
        await RefusesAsync("程序.exe", Program, ProgrammeErrors.EvidenceTypeNotAllowed, "程序.exe", "pdf");
        await RefusesAsync("程序.pdf", Program, ProgrammeErrors.EvidenceTypeNotAllowed, "程序.pdf", "不符");
        await RefusesAsync("办法.docx", TaskVerbs.Pdf, ProgrammeErrors.EvidenceTypeNotAllowed, "办法.docx");
        await RefusesAsync("网页.svg", "<svg onload=alert(1)>"u8.ToArray(), ProgrammeErrors.EvidenceTypeNotAllowed, "网页.svg");
        await RefusesAsync("无后缀", TaskVerbs.Pdf, ProgrammeErrors.EvidenceTypeNotAllowed, "无后缀");
    }

    [Fact]
    public async Task A_request_without_a_file_is_refused()
    {
        var task = await TaskAsync(Cast.Kecheng);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(task, "evidence"), form), HttpStatusCode.BadRequest, null, "file");
        await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(task, "evidence"), new { }), HttpStatusCode.BadRequest, null, "file");
    }

    [Fact]
    public async Task The_largest_file_that_is_allowed_is_kept()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));

        var task = await lead.UploadAsync<TaskDto>(TaskVerbs.Path(await TaskAsync(Cast.Longyou), "evidence"), "二十兆.pdf", Padded(20 * Megabyte));

        task.Evidence.Single().Size.ShouldBe(20 * Megabyte);
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\temp\..\办法.pdf", "办法.pdf")]
    [InlineData("<script>alert('1')<script>.pdf", "scriptalert('1')script.pdf")]
    [InlineData("办法\u202Efdp.pdf", "办法fdp.pdf")]
    public async Task A_name_keeps_neither_path_nor_markup(string sent, string kept)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Jiangshan));

        var task = await lead.HandInAsync(await TaskAsync(Cast.Jiangshan), sent);

        task.Evidence.ShouldContain(e => e.FileName == kept, string.Join(", ", task.Evidence.Select(e => e.FileName)));
    }

    [Fact]
    public async Task What_is_downloaded_is_what_was_handed_in_and_no_browser_opens_it_in_the_page()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Changshan));
        var task = await lead.HandInAsync(await TaskAsync(Cast.Changshan), "作业公示办法.pdf");
        var evidence = task.Evidence.Single();

        using var response = await lead.GetAsync(TaskVerbs.Path(task, $"evidence/{evidence.Id}"));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(TaskVerbs.Pdf);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/pdf");
        response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        response.Content.Headers.ContentDisposition.FileNameStar.ShouldBe("作业公示办法.pdf");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task Evidence_belongs_to_one_task_only()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kaihua));
        var task = await lead.HandInAsync(await TaskAsync(Cast.Kaihua), "办法.pdf");
        var other = await _city.TaskAsync(Cast.Kaihua, SpecialPlan.ModelSchools, quzhou.Plan);
        var id = task.Evidence.Single().Id;

        await _city.RefusesAsync(() => lead.GetAsync(TaskVerbs.Path(other, $"evidence/{id}")), HttpStatusCode.NotFound, null, id.ToString());
        await _city.RefusesAsync(() => lead.DeleteAsync(TaskVerbs.Path(other, $"evidence/{id}")), HttpStatusCode.NotFound, null, id.ToString());
        await _city.RefusesAsync(
            () => lead.UploadAsync(TaskVerbs.Path(other, $"evidence?stepId={id}"), "办法.pdf", TaskVerbs.Pdf), HttpStatusCode.NotFound, null, id.ToString());
    }

    private Task<TaskDto> TaskAsync(County county) => _city.TaskAsync(county, SpecialPlan.Notice, quzhou.Plan);

    private async Task RefusesAsync(string fileName, byte[] content, string code, params string[] named)
    {
        var task = await TaskAsync(Cast.Qujiang);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Qujiang));
        await _city.RefusesAsync(() => lead.UploadAsync(TaskVerbs.Path(task, "evidence"), fileName, content), HttpStatusCode.Forbidden, code, named);
    }

    private static byte[] Padded(int length)
    {
        var content = new byte[length];
        Encoding.ASCII.GetBytes("%PDF-1.4\n").CopyTo(content, 0);
        return content;
    }
}
