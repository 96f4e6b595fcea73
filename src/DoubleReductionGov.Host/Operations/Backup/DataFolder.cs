using DoubleReductionGov.Host.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>The files beside the databases: blobs, keys. SQLite's own files are not among them, they are saved as databases.</summary>
internal static class DataFolder
{
    private const string Files = "files";

    public static string PathOf(IServiceProvider services) =>
        Path.Combine(services.GetRequiredService<IWebHostEnvironment>().ContentRootPath, services.GetRequiredService<IOptions<OperatorOptions>>().Value.DataFolder);

    public static async Task<List<FileEntry>> SaveAsync(string source, List<PlatformDatabase> databases, string folder, CancellationToken cancellationToken)
    {
        var entries = new List<FileEntry>();
        if (!System.IO.Directory.Exists(source))
        {
            return entries;
        }

        var ofDatabases = databases.Where(database => !database.IsPostgres).Select(database => Path.GetFullPath(new SqliteConnectionStringBuilder(database.ConnectionString).DataSource)).ToList();
        foreach (var path in System.IO.Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(path => !ofDatabases.Exists(path.StartsWith)).Order())
        {
            var relative = Path.GetRelativePath(source, path);
            var file = Path.Combine(Files, relative);
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, file))!);
            File.Copy(path, Path.Combine(folder, file));
            entries.Add(new FileEntry(relative, file, await Manifest.SumOfAsync(Path.Combine(folder, file), cancellationToken)));
        }

        return entries;
    }

    public static void Restore(List<FileEntry> entries, string folder, string target, bool force, CancellationToken cancellationToken)
    {
        var root = Path.GetFullPath(target);
        if (!force && entries.Find(entry => File.Exists(Path.Combine(root, entry.Path))) is { } existing)
        {
            throw new CommandException($"{existing.Path} exists already in the data folder. Call again with --force to replace it.");
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var path = Path.GetFullPath(Path.Combine(root, entry.Path));
            if (!path.StartsWith(root, StringComparison.Ordinal))
            {
                throw new CommandException($"{entry.Path} leads out of the data folder.");
            }

            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(Path.Combine(folder, entry.File), path, overwrite: true);
        }
    }
}
