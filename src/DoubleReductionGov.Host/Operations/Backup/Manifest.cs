using System.Security.Cryptography;
using System.Text.Json;
using DoubleReductionGov.Host.Commands;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>What a backup holds, so that a restore can tell whether it has all of it, unaltered.</summary>
internal sealed record Manifest(int Format, DateTimeOffset Created, string Version, List<DatabaseEntry> Databases, List<FileEntry> Files)
{
    public const int CurrentFormat = 1;

    private const string Name = "manifest.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public async Task WriteAsync(string folder, CancellationToken cancellationToken)
    {
        // Written last and in one step: a folder with a manifest is a finished backup.
        var path = Path.Combine(folder, Name);
        await File.WriteAllBytesAsync(path + ".part", JsonSerializer.SerializeToUtf8Bytes(this, Json), cancellationToken);
        File.Move(path + ".part", path);
    }

    /// <summary>Reads it and compares the sum of every file before anything is touched.</summary>
    public static async Task<Manifest> ReadVerifiedAsync(string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            throw new CommandException($"{folder} holds no finished backup: there is no {Name}.");
        }

        var manifest = JsonSerializer.Deserialize<Manifest>(await File.ReadAllBytesAsync(path, cancellationToken), Json)!;
        if (manifest.Format != CurrentFormat)
        {
            throw new CommandException($"The backup has format {manifest.Format}; this program reads {CurrentFormat}.");
        }

        foreach (var (file, sum) in manifest.Databases.Select(d => (d.File, d.Sha256)).Concat(manifest.Files.Select(f => (f.File, f.Sha256))))
        {
            if (!File.Exists(Path.Combine(folder, file)) || await SumOfAsync(Path.Combine(folder, file), cancellationToken) != sum)
            {
                throw new CommandException($"{file} is missing or was altered. Nothing was restored.");
            }
        }

        return manifest;
    }

    public static async Task<string> SumOfAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
    }
}

/// <summary>A database: the host's has no tenant. Rows by table, counted in the same moment that was saved.</summary>
internal sealed record DatabaseEntry(Guid? TenantId, string Name, string Product, string File, string Sha256, SortedDictionary<string, long> Rows);

/// <summary>A file of the data folder, by its path below that folder.</summary>
internal sealed record FileEntry(string Path, string File, string Sha256);
