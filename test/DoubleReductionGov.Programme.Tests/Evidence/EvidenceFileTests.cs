using System.IO.Compression;
using Volo.Abp.Content;

namespace DoubleReductionGov.Programme.Evidence;

public class EvidenceFileTests
{
    private static readonly byte[] Pdf = "%PDF-1.7 content"u8.ToArray();

    [Fact]
    public void A_file_keeps_its_name_and_gets_our_content_type()
    {
        var file = EvidenceFile.Check("关于减负的通知.PDF", Pdf);

        file.Name.ShouldBe("关于减负的通知.PDF");
        file.ContentType.ShouldBe("application/pdf");
    }

    [Theory]
    [InlineData("../../etc/passwd.pdf", "passwd.pdf")]
    [InlineData(@"C:\文件\通知.pdf", "通知.pdf")]
    [InlineData("a<b>:\"|?*.pdf", "ab.pdf")]
    [InlineData("a\r\nSet-Cookie.pdf", "aSet-Cookie.pdf")]
    [InlineData("exe\u202Efdp.pdf", "exefdp.pdf")]
    [InlineData("  通知.pdf. ", "通知.pdf")]
    public void A_name_is_made_harmless(string given, string kept) => EvidenceFile.Check(given, Pdf).Name.ShouldBe(kept);

    [Fact]
    public void A_long_name_is_cut_before_its_ending_and_not_inside_a_rare_character()
    {
        var name = EvidenceFile.Check(string.Concat(Enumerable.Repeat("𬭳", 100)) + ".pdf", Pdf).Name;

        name.Length.ShouldBeLessThanOrEqualTo(EvidenceFile.NameMaxLength);
        name.ShouldEndWith("𬭳.pdf");
    }

    [Theory]
    [InlineData("program.exe")]
    [InlineData("page.html")]
    [InlineData("picture.svg")]
    [InlineData("archive.zip")]
    [InlineData("no-kind")]
    [InlineData(".pdf")]
    [InlineData("picture.png")]
    [InlineData("document.docx")]
    public void A_kind_that_is_not_allowed_or_not_what_the_content_is_is_refused(string name) =>
        Cast.RefusalOf(() => EvidenceFile.Check(name, Pdf)).ShouldBe(ProgrammeErrors.EvidenceTypeNotAllowed);

    [Fact]
    public void An_empty_file_is_refused() => Cast.RefusalOf(() => EvidenceFile.Check("a.pdf", [])).ShouldBe(ProgrammeErrors.EvidenceIsEmpty);

    [Fact]
    public void An_office_document_is_told_from_any_other_archive()
    {
        EvidenceFile.Check("表.xlsx", Archive("[Content_Types].xml", "xl/workbook.xml")).ContentType.ShouldContain("spreadsheetml");
        Refused("表.xlsx", Archive("virus.exe"));
        Refused("文.docx", Archive("[Content_Types].xml", "xl/workbook.xml"));
        Refused("坏.docx", [0x50, 0x4B, 0x03, 0x04, 1, 2, 3]);

        static void Refused(string name, byte[] content) =>
            Cast.RefusalOf(() => EvidenceFile.Check(name, content)).ShouldBe(ProgrammeErrors.EvidenceTypeNotAllowed);
    }

    [Theory]
    [InlineData(1024 * 1024, false)]
    [InlineData((1024 * 1024) + 1, true)]
    public async Task A_file_over_the_limit_is_refused(int size, bool refused)
    {
        var bytes = new byte[size];
        Pdf.CopyTo(bytes, 0);
        var reading = () => EvidenceFile.ReadAsync(new RemoteStreamContent(new MemoryStream(bytes), "a.pdf"), maximumMegabytes: 1);

        if (refused)
        {
            (await Should.ThrowAsync<Volo.Abp.BusinessException>(reading)).Code.ShouldBe(ProgrammeErrors.EvidenceTooLarge);
        }
        else
        {
            (await reading()).Content.Length.ShouldBe(size);
        }
    }

    private static byte[] Archive(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var entry in entries)
            {
                archive.CreateEntry(entry);
            }
        }

        return stream.ToArray();
    }
}
