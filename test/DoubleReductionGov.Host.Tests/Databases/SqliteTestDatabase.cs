using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace DoubleReductionGov.Host.Databases;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("double-reduction-gov-host-");

    public override string ConnectionString => $"Data Source={File}";

    protected override string TableNames => "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";

    private string File => Path.Combine(_folder.FullName, "test.db");

    public override async Task<TestDatabase> CopyAsync()
    {
        var copy = new SqliteTestDatabase();
        await using var source = new SqliteConnection(ConnectionString);
        await using var target = new SqliteConnection(copy.ConnectionString);
        await source.OpenAsync();
        await target.OpenAsync();
        source.BackupDatabase(target);
        return copy;
    }

    public override ValueTask DisposeAsync()
    {
        using (var connection = new SqliteConnection(ConnectionString))
        {
            SqliteConnection.ClearPool(connection);
        }

        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override DbConnection Connect() => new SqliteConnection(ConnectionString);
}
