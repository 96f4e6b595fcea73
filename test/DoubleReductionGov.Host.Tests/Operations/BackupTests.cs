using DoubleReductionGov.Host.Commands;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.OwnDatabases;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace DoubleReductionGov.Host.Operations;

public sealed class BackupTests(QuzhouWithOwnDatabases quzhou) : IClassFixture<QuzhouWithOwnDatabases>, IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("double-reduction-gov-backup-");
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    private string Backup => Path.Combine(_folder.FullName, "backup");

    private string Source => quzhou.Application.Database.ConnectionString;

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_city_that_was_lost_comes_back_row_by_row_and_file_by_file()
    {
        var data = _folder.CreateSubdirectory("data");
        await File.WriteAllTextAsync(Path.Combine(data.CreateSubdirectory("keys").FullName, "key.xml"), "<key/>");
        await SucceedsAsync(Source, data.FullName, "backup", Backup);

        // Elsewhere: a new database for the host; the counties' own ones are emptied and come back where the host says.
        await using var target = await TestDatabase.CreateAsync();
        var restored = _folder.CreateSubdirectory("restored");
        var (city, county) = (await quzhou.Application.Database.TakeSnapshotAsync(), await quzhou.DatabaseOf(QuzhouWithOwnDatabases.Xincheng).TakeSnapshotAsync());
        await quzhou.DatabaseOf(QuzhouWithOwnDatabases.Xincheng).ExecuteAsync("""DELETE FROM "DirectoryPeople" """);
        await SucceedsAsync(target.ConnectionString, restored.FullName, "restore", Backup, "--force");

        (await target.TakeSnapshotAsync()).ShouldBeAsIn(city);
        (await quzhou.DatabaseOf(QuzhouWithOwnDatabases.Xincheng).TakeSnapshotAsync()).ShouldBeAsIn(county);
        (await File.ReadAllTextAsync(Path.Combine(restored.FullName, "keys", "key.xml"))).ShouldBe("<key/>");
    }

    [Fact]
    public async Task One_countys_own_database_can_be_brought_back_alone_and_elsewhere()
    {
        await SucceedsAsync(Source, "none", "backup", Backup, "--county", QuzhouWithOwnDatabases.Linjiang.Name);
        await using var target = await TestDatabase.CreateAsync();

        await SucceedsAsync(Source, "none", "restore", Backup, "--county", QuzhouWithOwnDatabases.Linjiang.Name, "--to", target.ConnectionString);

        (await target.TakeSnapshotAsync()).ShouldBeAsIn(await quzhou.DatabaseOf(QuzhouWithOwnDatabases.Linjiang).TakeSnapshotAsync());
        (await RunAsync(Source, "none", "restore", Backup, "--county", Cast.Kecheng.Name)).ShouldBe(CommandLine.Failed);
    }

    [Fact]
    public async Task What_holds_something_is_not_overwritten_unless_told_so()
    {
        await SucceedsAsync(Source, "none", "backup", Backup, "--county", QuzhouWithOwnDatabases.Linjiang.Name);
        var target = quzhou.DatabaseOf(QuzhouWithOwnDatabases.Xincheng);
        var before = await target.TakeSnapshotAsync();

        (await RunAsync(Source, "none", "restore", Backup, "--county", QuzhouWithOwnDatabases.Linjiang.Name, "--to", target.ConnectionString)).ShouldBe(CommandLine.Failed);

        _error.ToString().ShouldContain("--force");
        (await target.TakeSnapshotAsync()).ShouldBeAsIn(before);
        (await RunAsync(Source, "none", "backup", Backup)).ShouldBe(CommandLine.Failed);
        _error.ToString().ShouldContain("is not empty");
    }

    [Fact]
    public async Task An_altered_or_unfinished_backup_is_refused_before_anything_is_touched()
    {
        await SucceedsAsync(Source, "none", "backup", Backup, "--county", QuzhouWithOwnDatabases.Linjiang.Name);
        var file = System.IO.Directory.GetFiles(Backup).Single(path => !path.EndsWith(".json", StringComparison.Ordinal));
        var bytes = await File.ReadAllBytesAsync(file);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes);
        await using var target = await TestDatabase.CreateAsync();
        string[] restore = ["restore", Backup, "--county", QuzhouWithOwnDatabases.Linjiang.Name, "--to", target.ConnectionString];

        (await RunAsync(Source, "none", restore)).ShouldBe(CommandLine.Failed);
        _error.ToString().ShouldContain("was altered");
        File.Delete(Path.Combine(Backup, "manifest.json"));
        (await RunAsync(Source, "none", restore)).ShouldBe(CommandLine.Failed);
        _error.ToString().ShouldContain("no finished backup");

        (await target.TakeSnapshotAsync()).ShouldBeEmpty();
    }

    private async Task SucceedsAsync(string connectionString, string dataFolder, params string[] args) =>
        (await RunAsync(connectionString, dataFolder, args)).ShouldBe(CommandLine.Done, _error.ToString());

    private Task<int> RunAsync(string connectionString, string dataFolder, params string[] args)
    {
        var commandLine = CommandLine.Parse([.. args, "--ConnectionStrings:Default=" + connectionString, "--Operations:DataFolder=" + dataFolder, .. BackupAccount()]);
        return commandLine.RunAsync(() => CreateAsync(commandLine.Configuration), _output, _error);
    }

    private static async Task<WebApplication> CreateAsync(string[] configuration)
    {
        var builder = WebApplication.CreateBuilder(configuration);
        await builder.AddApplicationAsync<HostModule>();
        return builder.Build();
    }

    // The account that sees every row: the one that owns the server of the tests.
    private static string[] BackupAccount() =>
        Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } server ? ["--Backup:Username=" + new NpgsqlConnectionStringBuilder(server).Username] : [];
}
