using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DoubleReductionGov.Bench;

/// <summary>
/// A database in which one county has 10,000 tasks: the demonstration city, whose first county's tasks are copied with their
/// departments, steps and extensions. Each round of copies is moved by some days, so that all lights and due dates occur.
/// </summary>
internal abstract class TaskDatabase
{
    public const int TaskCount = 10_000;

    /// <summary>Outside Development nobody may have a demonstration account: they are renamed, and that the city was loaded is forgotten.</summary>
    public const string UserName = "county.lead" + RenamedBy;

    public const string Password = "Quzhou@2021";

    private const string RenamedBy = ".bench";

    public abstract string Product { get; }

    public abstract string ConnectionString { get; }

    public virtual string BareConnectionString => ConnectionString;

    /// <summary>Null on SQLite.</summary>
    public FloorData? Floor { get; private set; }

    public Guid County { get; private set; }

    /// <summary>A county that has only the tasks of the demonstration.</summary>
    public Guid OtherCounty { get; private set; }

    public int OriginalCount { get; private set; }

    public DateOnly Today { get; private set; }

    public async Task FillAsync(Contestants contestants)
    {
        await CreateAsync();
        using (var server = contestants.StartDemonstration())
        {
            await server.FirstAnswerAsync(Contestants.ProductOptions);
        }

        await using var connection = await OpenAsync();
        Today = DateOnly.Parse((string)(await ScalarAsync(connection, """SELECT "Value" FROM "AbpSettings" WHERE "Name" = 'Programme.ReferenceDate'"""))!);
        County = Guid.Parse((await ScalarAsync(connection, CountyAt(0)))!.ToString()!);
        OtherCounty = Guid.Parse((await ScalarAsync(connection, CountyAt(1)))!.ToString()!);
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await CopyAsync(connection);
            await ExecuteAsync(connection, $"""
                UPDATE "AbpUsers" SET "UserName" = "UserName" || '{RenamedBy}', "NormalizedUserName" = "NormalizedUserName" || '{RenamedBy.ToUpperInvariant()}'
                """);
            await ExecuteAsync(connection, """DELETE FROM "AbpSettings" WHERE "Name" = 'Host.Demonstration.State'""");
            await transaction.CommitAsync();
        }

        if (connection is NpgsqlConnection)
        {
            Floor = await AddPeopleAsync(connection);
        }

        await AnalyseAsync(connection);
    }

    private async Task<FloorData> AddPeopleAsync(DbConnection connection)
    {
        var organisation = (Guid)(await ScalarAsync(connection, OrganisationAt(0)))!;
        var other = (Guid)(await ScalarAsync(connection, OrganisationAt(1)))!;
        await ExecuteAsync(connection, $"""
            UPDATE "DirectoryPeople" SET "OrganisationId" = '{other}' WHERE "OrganisationId" = '{organisation}';
            INSERT INTO "DirectoryPeople" ("Id", "TenantId", "OrganisationId", "Name", "Post", "ConcurrencyStamp", "CreationTime", "IsDeleted")
            SELECT gen_random_uuid(), '{County}', '{organisation}', '干部' || n, '科员', md5(n::text), now(), false FROM generate_series(1, 20) n
            """);
        return new FloorData(organisation, (Guid)(await ScalarAsync(connection, $"""SELECT "Id" FROM "DirectoryPeople" WHERE "OrganisationId" = '{organisation}' LIMIT 1"""))!, other);

        string OrganisationAt(int position) => $"""SELECT "Id" FROM "DirectoryOrganisations" WHERE "TenantId" = '{County}' ORDER BY "DisplayOrder" LIMIT 1 OFFSET {position}""";
    }

    private static string CountyAt(int position) => $"""SELECT "Id" FROM "DirectoryCounties" ORDER BY "DisplayOrder" LIMIT 1 OFFSET {position}""";

    protected abstract Task CreateAsync();

    protected abstract Task<DbConnection> OpenAsync();

    /// <summary>An id that belongs to the same original and to the nth round of copies; of version 8, so that no original has it.</summary>
    protected abstract string CopiedId(string column);

    protected abstract string MovedDate(string column, string days);

    /// <summary>What the database product does by itself some time after many rows have come.</summary>
    protected abstract Task AnalyseAsync(DbConnection connection);

    private async Task CopyAsync(DbConnection connection)
    {
        var ofCounty = $"""WHERE UPPER(CAST("TenantId" AS TEXT)) = '{County.ToString().ToUpperInvariant()}'""";
        OriginalCount = Convert.ToInt32(await ScalarAsync(connection, $"""SELECT COUNT(*) FROM "ProgrammeCountyTasks" {ofCounty}"""));
        await CopyTableAsync(connection, "ProgrammeCountyTasks", $"""{ofCounty} ORDER BY n, "Position" LIMIT {TaskCount - OriginalCount}""", TaskCount / OriginalCount);
        foreach (var part in new[] { "ProgrammeTaskDepartments", "ProgrammeTaskSteps", "ProgrammeTaskExtensions" })
        {
            await CopyTableAsync(
                connection, part, $"""{ofCounty} AND {CopiedId("TaskId")} IN (SELECT "Id" FROM "ProgrammeCountyTasks")""", TaskCount / OriginalCount);
        }

        var tasks = Convert.ToInt32(await ScalarAsync(connection, $"""SELECT COUNT(*) FROM "ProgrammeCountyTasks" {ofCounty}"""));
        if (tasks != TaskCount)
        {
            throw new InvalidOperationException($"The county has {tasks} tasks.");
        }
    }

    // Ids are made new, dates are moved, everything else is as in the original.
    private async Task CopyTableAsync(DbConnection connection, string table, string condition, int rounds)
    {
        var columns = await ColumnsAsync(connection, table);
        var values = columns.Select(column => column switch
        {
            "Id" or "TaskId" or "PlanId" or "PlanItemId" => CopiedId(column),
            "Start" or "Due" or "OriginalDue" or "YellowOn" or "RedOn" => MovedDate(column, "(n * 37) % 361 - 180"),
            _ => $"\"{column}\"",
        });
        await ExecuteAsync(connection, $"""
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
            WITH RECURSIVE round(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM round WHERE n < {rounds})
            SELECT {string.Join(", ", values)} FROM round, "{table}" {condition}
            """);
    }

    private static async Task<List<string>> ColumnsAsync(DbConnection connection, string table)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\" LIMIT 0";
        await using var reader = await command.ExecuteReaderAsync();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }

    protected static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<object?> ScalarAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}

internal sealed class SqliteTaskDatabase(string folder) : TaskDatabase
{
    public override string Product => "SQLite";

    public override string ConnectionString { get; } = $"Data Source={Path.Combine(folder, "bench.db")}";

    protected override Task CreateAsync() => Task.CompletedTask;

    protected override async Task<DbConnection> OpenAsync()
    {
        var connection = new SqliteConnection(ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task AnalyseAsync(DbConnection connection) => Task.CompletedTask;

    protected override string CopiedId(string column) => $"substr(\"{column}\", 1, 9) || printf('%04X', n) || '-8' || substr(\"{column}\", 16)";

    protected override string MovedDate(string column, string days) => $"date(\"{column}\", printf('%+d days', {days}))";
}

/// <summary>A database of its own in the given server; it is dropped in the end.</summary>
internal sealed class PostgresTaskDatabase(string maintenance) : TaskDatabase, IAsyncDisposable
{
    private readonly string _name = $"bench_{Environment.ProcessId}";

    public override string Product => "PostgreSQL";

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(maintenance) { Database = _name, Username = "app" }.ConnectionString;

    public override string BareConnectionString => new NpgsqlConnectionStringBuilder(maintenance) { Database = _name }.ConnectionString;

    public async ValueTask DisposeAsync() => await MaintainAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    protected override Task CreateAsync() => MaintainAsync($"CREATE DATABASE {_name} OWNER app");

    protected override async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(BareConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    protected override Task AnalyseAsync(DbConnection connection) => ExecuteAsync(connection, "VACUUM ANALYZE");

    protected override string CopiedId(string column) =>
        $"(substr(\"{column}\"::text, 1, 9) || lpad(to_hex(n), 4, '0') || '-8' || substr(\"{column}\"::text, 16))::uuid";

    protected override string MovedDate(string column, string days) => $"\"{column}\" + ({days})";

    private async Task MaintainAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(maintenance + ";Pooling=false");
        await connection.OpenAsync();
        await ExecuteAsync(connection, sql);
    }
}
