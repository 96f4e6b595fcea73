using DoubleReductionGov.Host.Commands;
using Npgsql;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>Brings a backup back: the host's database first, which knows where the counties' own ones belong.</summary>
internal sealed class RestoreCommand : HostCommand
{
    public override string Name => "restore";

    public override string Arguments => "FOLDER [--force] [--county NAME [--to CONNECTION-STRING]]";

    public override string Summary => "Restores all databases and files, or one county's own database, possibly elsewhere. Without --force only into what is empty.";

    public override async Task<int> RunAsync(IServiceProvider services, CommandArguments arguments, CancellationToken cancellationToken)
    {
        var force = arguments.TakeFlag("--force");
        var county = arguments.TakeOption("--county");
        var elsewhere = arguments.TakeOption("--to");
        var folder = Path.GetFullPath(arguments.TakeWord("FOLDER"));
        arguments.EnsureNothingLeft();
        if (elsewhere is not null && county is null)
        {
            throw new CommandUsageException("--to needs --county: one database can be restored elsewhere, not all into one.");
        }

        var manifest = await Manifest.ReadVerifiedAsync(folder, cancellationToken);
        var entries = manifest.Databases.FindAll(entry => county is null || (entry.TenantId is not null && entry.Name == county));
        if (entries.Count == 0)
        {
            throw new CommandException($"The backup holds no database of '{county}'.");
        }

        var databases = services.GetRequiredService<PlatformDatabases>();
        foreach (var entry in entries.OrderBy(entry => entry.TenantId is not null))
        {
            await RestoreAsync(entry, elsewhere ?? await TargetOfAsync(entry, databases), folder, force, arguments.Output, cancellationToken);
        }

        if (county is null)
        {
            DataFolder.Restore(manifest.Files, folder, DataFolder.PathOf(services), force, cancellationToken);
        }

        await arguments.Output.WriteLineAsync($"{entries.Count} databases and {(county is null ? manifest.Files.Count : 0)} files restored from {manifest.Created:u}");
        return CommandLine.Done;
    }

    private static async Task<string> TargetOfAsync(DatabaseEntry entry, PlatformDatabases databases)
    {
        if (entry.TenantId is null)
        {
            return (await databases.GetHostAsync()).ConnectionString;
        }

        return (await databases.GetOwnOfTenantsAsync()).Find(database => database.TenantId == entry.TenantId)?.ConnectionString
            ?? throw new CommandException($"The host's database names no own database for {entry.Name}. Say where with --county and --to.");
    }

    private static async Task RestoreAsync(DatabaseEntry entry, string target, string folder, bool force, TextWriter output, CancellationToken cancellationToken)
    {
        var database = new PlatformDatabase(entry.TenantId, entry.Name, target);
        if (entry.Product != (database.IsPostgres ? "PostgreSQL" : "SQLite"))
        {
            throw new CommandException($"The database of {entry.Name} was saved from {entry.Product} and cannot go into another product.");
        }

        var path = Path.Combine(folder, entry.File);
        var rows = database.IsPostgres
            ? await PostgresArchive.RestoreAsync(path, new NpgsqlConnectionStringBuilder(target) { Pooling = false }, force, cancellationToken)
            : await SqliteArchive.RestoreAsync(path, target, force, cancellationToken);
        var wrong = rows.Where(table => entry.Rows.GetValueOrDefault(table.Key) != table.Value).Select(table => table.Key).ToList();
        if (wrong.Count > 0)
        {
            throw new CommandException($"The database of {entry.Name} has other numbers of rows than were saved, in: {string.Join(", ", wrong)}.");
        }

        await output.WriteLineAsync(rows.Count > 0
            ? $"{entry.Name}: {rows.Values.Sum()} rows in {rows.Count} tables, as saved"
            : $"{entry.Name}: restored; the account may not count all rows (no BYPASSRLS)");
    }
}
