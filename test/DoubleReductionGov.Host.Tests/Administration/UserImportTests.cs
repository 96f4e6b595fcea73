using System.Net;
using System.Text;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Users;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Platform;

namespace DoubleReductionGov.Host.Administration;

public sealed class UserImportTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Import = AdministrationVerbs.Users + "/import";
    private const string Heading = "用户名,姓名,手机号,邮箱,所属单位,职务\n";

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_file_without_mistakes_becomes_accounts()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Kecheng));
        const string File = Heading + "import.one,甲,13800000001,one@example.com,edu,科员\nimport.two,乙,,,柯城区教育局,\n";

        var tried = await UploadAsync(admin, "users.csv", Encoding.UTF8.GetBytes(File), isDryRun: true);
        (tried.RowCount, tried.CreatedCount, tried.Errors.Count, tried.Accounts.Count).ShouldBe((2, 0, 0, 0));
        var done = await UploadAsync(admin, "users.csv", Encoding.UTF8.GetBytes(File), isDryRun: false);

        (done.RowCount, done.CreatedCount).ShouldBe((2, 2));
        done.Accounts.Select(a => (a.Row, a.UserName)).ShouldBe([(2, "import.one"), (3, "import.two")]);
        (await admin.UserAsync("import.one")).OrganisationName.ShouldBe("柯城区教育局");
        (await admin.UserAsync("import.two")).OrganisationName.ShouldBe("柯城区教育局");
        using var response = await _city.LogInAsync(_city.OpenPortal(), new Official(Cast.Kecheng, "import.two"), done.Accounts[1].Password);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_mistake_is_told_in_one_pass_and_nothing_is_created()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Qujiang));
        const string File = Heading + "good,甲,,,,\na b,,12,none,XXX,\nGOOD,乙,,,,\ncounty.lead,丙,,,,\n";
        var before = await _city.Database.TakeSnapshotAsync();

        var result = await UploadAsync(admin, "users.csv", Encoding.UTF8.GetBytes(File), isDryRun: false);

        result.Errors.Select(e => (e.Row, e.Column)).ShouldBe(
            [(3, "用户名"), (3, "姓名"), (3, "手机号"), (3, "邮箱"), (3, "所属单位"), (4, "用户名"), (5, "用户名")]);
        (await _city.Database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    [Fact]
    public async Task What_cannot_be_read_is_refused()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Longyou));

        await RefusesAsync("users.csv", "用户名,姓名,角色\na.b,甲,system-admin\n", AdministrationErrors.ImportFileIsInvalid, "角色");
        await RefusesAsync("users.csv", "姓名\n甲\n", AdministrationErrors.ImportFileIsInvalid, "用户名");
        await RefusesAsync("users.xlsx", "PK\u0003\u0004 no archive", PlatformErrors.TableFileUnreadable);
        await RefusesAsync("users.csv", Heading + string.Concat(Enumerable.Range(0, 1001).Select(i => $"user.{i},甲\n")), PlatformErrors.TableFileHasTooManyRows, "1000");

        Task RefusesAsync(string name, string content, string code, params string[] named) => _city.RefusesAsync(
            () => admin.UploadAsync($"{Import}?isDryRun=false", name, Encoding.UTF8.GetBytes(content)), HttpStatusCode.Forbidden, code, named);
    }

    [Fact]
    public async Task The_template_has_the_headings_and_an_export_runs_no_formula()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Jiangshan));
        await admin.PostAsync<OneTimePasswordDto>(AdministrationVerbs.Users, new CreateUserInput { UserName = "formula", Name = "=cmd|' /C calc'!A0", PhoneNumber = "13800001234" });

        (await admin.GetStringAsync($"{AdministrationVerbs.Users}/import-template")).TrimStart('\uFEFF').Trim().ShouldBe(Heading.Trim());
        var export = await admin.GetStringAsync($"{AdministrationVerbs.Users}/export?filter=formula");

        export.ShouldContain("formula");
        export.ShouldContain("138****1234");
        export.ShouldNotContain(",=cmd");
        export.ShouldNotContain(",\"=cmd");
    }

    private static Task<UserImportResult> UploadAsync(HttpClient client, string name, byte[] content, bool isDryRun) =>
        client.UploadAsync<UserImportResult>($"{Import}?isDryRun={isDryRun}", name, content);
}
