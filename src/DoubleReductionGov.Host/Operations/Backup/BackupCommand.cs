using DoubleReductionGov.Host.Commands;
using Npgsql;

namespace DoubleReductionGov.Host.Operations.Backup;

/// <summary>Saves every database and the data folder, while the platform works.</summary>
internal sealed class BackupCommand : HostCommand
{
    public override string Name => "backup";

    public override string Arguments => "FOLDER [--county NAME]";

    public override string Summary => "Saves all databases and files into a new folder; with --county only that county's own database.";

    public override async Task<int> RunAsync(IServiceProvider services, CommandArguments arguments, CancellationToken cancellationToken)
    {
        var county = arguments.TakeOption("--county");
        var folder = Path.GetFullPath(arguments.TakeWord("FOLDER"));
        arguments.EnsureNothingLeft();
        if (System.IO.Directory.Exists(folder) && System.IO.Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new CommandException($"{folder} is not empty.");
        }

        System.IO.Directory.CreateDirectory(folder);
        var databases = await SelectAsync(services.GetRequiredService<PlatformDatabases>(), county);
        var backup = new BackupAccount(services.GetRequiredService<IConfiguration>());
        var entries = new List<DatabaseEntry>();
        foreach (var database in databases)
        {
            entries.Add(await SaveAsync(database, backup, folder, cancellationToken));
            await arguments.Output.WriteLineAsync($"{database.Name}: {entries[^1].Rows.Values.Sum()} rows in {entries[^1].Rows.Count} tables");
        }

        var files = county is null ? await DataFolder.SaveAsync(DataFolder.PathOf(services), databases, folder, cancellationToken) : [];
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await new Manifest(Manifest.CurrentFormat, now, typeof(BackupCommand).Assembly.GetName().Version!.ToString(), entries, files).WriteAsync(folder, cancellationToken);
        await arguments.Output.WriteLineAsync($"{entries.Count} databases and {files.Count} files saved in {folder}");
        return CommandLine.Done;
    }

    private static async Task<List<PlatformDatabase>> SelectAsync(PlatformDatabases databases, string? county)
    {
        var all = await databases.GetAllAsync();
        return county is null ? all
            : all.FindAll(database => database.TenantId is not null && database.Name == county) is { Count: 1 } own ? own
            : throw new CommandException($"There is no county '{county}' with a database of its own.");
    }

    private static async Task<DatabaseEntry> SaveAsync(PlatformDatabase database, BackupAccount backup, string folder, CancellationToken cancellationToken)
    {
        var file = (database.TenantId?.ToString() ?? database.Name) + (database.IsPostgres ? ".dump" : ".db");
        var path = Path.Combine(folder, file);
        var rows = database.IsPostgres
            ? await PostgresArchive.SaveAsync(backup.For(database), path, cancellationToken)
            : await SqliteArchive.SaveAsync(database, path, cancellationToken);
        var product = database.IsPostgres ? "PostgreSQL" : "SQLite";
        return new DatabaseEntry(database.TenantId, database.Name, product, file, await Manifest.SumOfAsync(path, cancellationToken), rows);
    }
}

/// <summary>Section <c>Backup</c>: with <c>Username</c> and <c>Password</c> PostgreSQL is dumped by an account of its own, which sees every row.</summary>
internal sealed class BackupAccount(IConfiguration configuration)
{
    public NpgsqlConnectionStringBuilder For(PlatformDatabase database)
    {
        var account = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false };
        if (configuration["Backup:Username"] is { Length: > 0 } userName)
        {
            (account.Username, account.Password) = (userName, configuration["Backup:Password"]);
        }

        return account;
    }
}
