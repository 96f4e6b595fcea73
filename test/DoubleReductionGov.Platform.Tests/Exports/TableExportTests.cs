using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Volo.Abp;
using Volo.Abp.Content;

namespace DoubleReductionGov.Platform.Exports;

public sealed class TableExportTests
{
    private static readonly ExportColumn<Pupil>[] Columns =
        [new("姓名", p => p.Name), new("人数", p => p.Count), new("日期", p => p.Day), new("时间", p => p.Time), new("是否", p => p.Flag)];

    [Fact]
    public async Task Csv_is_utf8_with_a_mark_and_says_what_is_said()
    {
        using var file = TableExport.Create(Rows(new Pupil("张三, \"小\"", 3)), Columns, TableFormat.Csv, "学生");

        var bytes = await ReadAsync(file);

        (file.FileName, file.ContentType).ShouldBe(("学生.csv", "text/csv; charset=utf-8"));
        bytes[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        Encoding.UTF8.GetString(bytes[3..]).ShouldBe("姓名,人数,日期,时间,是否\r\n\"张三, \"\"小\"\"\",3,2021-12-10,2021-12-10 08:30:00,True\r\n");
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    public async Task A_formula_is_text_in_csv(string formula)
    {
        using var file = TableExport.Create(Rows(new Pupil(formula, 1)), Columns, TableFormat.Csv, "a");

        Encoding.UTF8.GetString(await ReadAsync(file)).ShouldContain("'" + formula);
    }

    [Fact]
    public async Task A_workbook_is_valid_and_carries_no_formula_and_no_illegal_character()
    {
        using var file = TableExport.Create(Rows(new Pupil("=1+1", 1), new Pupil("a\u0000\u0001b𬭳 & <c>", 2), new Pupil("\ud800x", 3)), Columns, TableFormat.Xlsx, "审计[日志]:很长很长很长很长很长很长很长很长很长的名字");

        using var document = SpreadsheetDocument.Open(new MemoryStream(await ReadAsync(file)), false);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).ShouldBeEmpty();
        var sheet = document.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.CellFormula>().ShouldBeEmpty();
        sheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Row>().Skip(1).Select(r => r.FirstChild!.InnerText).ShouldBe(["=1+1", "ab𬭳 & <c>", "x"]);
    }

    [Fact]
    public void A_sheet_takes_no_more_rows_than_it_can_show()
    {
        using var writer = new XlsxTableWriter(Stream.Null, "a");
        for (var row = 0; row < XlsxTableWriter.MaximumRows; row++)
        {
            writer.WriteRow([]);
        }

        Should.Throw<BusinessException>(() => writer.WriteRow([])).Code.ShouldBe(PlatformErrors.ExportTooLarge);
    }

    private static async Task<byte[]> ReadAsync(IRemoteStreamContent file)
    {
        var bytes = new MemoryStream();
        await file.GetStream().CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private static async IAsyncEnumerable<Pupil> Rows(params Pupil[] pupils)
    {
        foreach (var pupil in pupils)
        {
            await Task.Yield();
            yield return pupil;
        }
    }

    private sealed record Pupil(string Name, int Count)
    {
        public DateOnly Day { get; } = new(2021, 12, 10);

        public DateTime Time { get; } = new(2021, 12, 10, 8, 30, 0, DateTimeKind.Utc);

        public bool Flag => true;
    }
}
