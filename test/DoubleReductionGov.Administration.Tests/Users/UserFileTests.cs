using System.IO.Compression;
using System.Text;
using Volo.Abp;

namespace DoubleReductionGov.Administration.Users;

public sealed class UserFileTests
{
    [Fact]
    public async Task A_table_is_read_in_either_encoding()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        const string Text = "用户名,姓名\r\nzhou,\"周,明\"\r\n";

        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(Text), [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], Encoding.GetEncoding("GB18030").GetBytes(Text) })
        {
            (await ReadAsync("a.csv", bytes)).ShouldBe([["用户名", "姓名"], ["zhou", "周,明"]]);
        }
    }

    [Fact]
    public async Task Too_many_rows_or_bytes_are_refused()
    {
        var rows = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("a,b\n", UserFile.MaximumRows + 2)));

        (await RefusalOfAsync("a.csv", rows)).ShouldBe(AdministrationErrors.ImportFileIsTooLarge);
        (await RefusalOfAsync("a.csv", new byte[UserFile.MaximumBytes + 1])).ShouldBe(AdministrationErrors.ImportFileIsTooLarge);
    }

    [Fact]
    public async Task A_workbook_that_unpacks_to_a_flood_is_refused_before_it_is_unpacked()
    {
        var bomb = new MemoryStream();
        using (var archive = new ZipArchive(bomb, ZipArchiveMode.Create, leaveOpen: true))
        using (var sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.SmallestSize).Open())
        {
            var zeros = new byte[1024 * 1024];
            for (var megabyte = 0; megabyte < 60; megabyte++)
            {
                sheet.Write(zeros);
            }
        }

        bomb.Length.ShouldBeLessThan(UserFile.MaximumBytes);
        (await RefusalOfAsync("a.xlsx", bomb.ToArray())).ShouldBe(AdministrationErrors.ImportFileIsTooLarge);
    }

    [Theory]
    [InlineData("no workbook")]
    [InlineData("")]
    public async Task What_is_no_workbook_is_refused(string content) =>
        (await RefusalOfAsync("a.xlsx", Encoding.ASCII.GetBytes(content))).ShouldBe(AdministrationErrors.ImportFileIsInvalid);

    private static Task<List<string[]>> ReadAsync(string name, byte[] bytes) => UserFile.ReadAsync(name, new MemoryStream(bytes));

    private static async Task<string?> RefusalOfAsync(string name, byte[] bytes) => (await Should.ThrowAsync<BusinessException>(() => ReadAsync(name, bytes))).Code;
}
