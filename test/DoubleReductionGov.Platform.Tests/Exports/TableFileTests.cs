using System.IO.Compression;
using System.Text;
using Volo.Abp;
using Volo.Abp.Content;

namespace DoubleReductionGov.Platform.Exports;

public sealed class TableFileTests
{
    static TableFileTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("GB18030")]
    [InlineData("utf-16")]
    public async Task Csv_is_read_in_the_encodings_that_offices_write(string encoding)
    {
        var writer = Encoding.GetEncoding(encoding);
        byte[] file = [.. writer.GetPreamble(), .. writer.GetBytes("姓名,学校\r\n张三,\"衢州, 一中\"\r\n李𬭳,\r\n")];

        (await ReadAsync(file)).Select(r => $"{r.Number}:{string.Join('|', r.Cells)}").ShouldBe(["1:姓名|学校", "2:张三|衢州, 一中", "3:李𬭳|"]);
    }

    [Fact]
    public async Task A_workbook_is_read_as_it_was_written()
    {
        var file = await WorkbookAsync(["a", "=1+1"], ["c", "d"]);

        (await ReadAsync(file)).Skip(1).Select(r => string.Join('|', r.Cells)).ShouldBe(["a|=1+1", "c|d"]);
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("xl/worksheets/sheet1.xml").Open();
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 80; i++)
            {
                entry.Write(zeros);
            }
        }

        bomb.Length.ShouldBeLessThan(1024 * 1024);
        await RefusesAsync(bomb.ToArray(), PlatformErrors.TableFileTooLarge);
    }

    [Fact]
    public async Task What_is_too_much_is_refused_and_named()
    {
        var limits = new TableLimits(Bytes: 100, Rows: 2, Columns: 2, CellLength: 3);

        await RefusesAsync(new byte[101], PlatformErrors.TableFileTooLarge, limits);
        await RefusesAsync("a\nb\nc\n"u8.ToArray(), PlatformErrors.TableFileHasTooManyRows, limits);
        (await RefusesAsync("a,b\nc,d,e\n"u8.ToArray(), PlatformErrors.TableFileHasTooManyColumns, limits)).Data["row"].ShouldBe(2);
        var tooLong = await RefusesAsync("a,b\nc,long\n"u8.ToArray(), PlatformErrors.TableFileCellTooLong, limits);
        (tooLong.Data["row"], tooLong.Data["column"]).ShouldBe((2, 2));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_and_nothing_worse()
    {
        var workbook = await WorkbookAsync(["a", "b"]);
        var random = new Random(20211210);
        await RefusesAsync([], PlatformErrors.TableFileUnreadable);
        await RefusesAsync([.. "PK\u0003\u0004"u8, .. new byte[50]], PlatformErrors.TableFileUnreadable);
        for (var round = 0; round < 300; round++)
        {
            var damaged = workbook[..random.Next(1, workbook.Length)];
            damaged[random.Next(damaged.Length)] ^= (byte)random.Next(1, 256);
            try
            {
                await ReadAsync(damaged);
            }
            catch (BusinessException refusal)
            {
                refusal.Code.ShouldNotBeNull().ShouldStartWith("Platform:TableFile", Case.Sensitive, $"round {round}");
            }
        }
    }

    [Fact]
    public async Task A_hundred_thousand_rows_keep_their_numbers()
    {
        var text = new StringBuilder();
        for (var row = 1; row <= 100_000; row++)
        {
            text.Append(row).Append(",bad\n");
        }

        var rows = await ReadAsync(Encoding.UTF8.GetBytes(text.ToString()));

        rows.Count.ShouldBe(100_000);
        rows.ShouldAllBe(r => r.Cells[0] == r.Number.ToString());
    }

    private static async Task<BusinessException> RefusesAsync(byte[] file, string code, TableLimits? limits = null)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(() => ReadAsync(file, limits));
        refusal.Code.ShouldBe(code);
        return refusal;
    }

    private static async Task<List<TableRow>> ReadAsync(byte[] file, TableLimits? limits = null)
    {
        var rows = new List<TableRow>();
        await foreach (var row in TableFile.ReadAsync(new MemoryStream(file), limits ?? new TableLimits()))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static async Task<byte[]> WorkbookAsync(params string[][] rows)
    {
        using var content = TableExport.Create(
            rows.ToAsyncEnumerable(), [new ExportColumn<string[]>("x", r => r[0]), new ExportColumn<string[]>("y", r => r[1])], TableFormat.Xlsx, "a");
        var bytes = new MemoryStream();
        await content.GetStream().CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
