using System.Reflection;
using DoubleReductionGov.Host.Commands;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Databases;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace DoubleReductionGov.Host.Migration;

/// <summary>The command "migrate", run as an operator runs it.</summary>
public sealed class MigrateTests
{
    /// <summary>As many as there are files of one product.</summary>
    private static readonly int AllMigrations = typeof(DatabaseSchema).Assembly.GetTypes()
        .Count(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == typeof(SqliteHostDbContext) && type.GetCustomAttribute<MigrationAttribute>() is not null);

    [Fact]
    public async Task It_makes_the_database_and_changes_nothing_when_it_is_called_again()
    {
        await using var database = await TestDatabase.CreateAsync();

        var first = await MigratingProcess.MigrateAsync(database);
        first.ShouldBe((CommandLine.Done, first.Output, ""));
        first.Output.ShouldContain($"the host: {AllMigrations} applied");
        (await DatabaseSchema.CountPendingAsync(database.ConnectionString)).ShouldBe(0);
        var before = await database.TakeSnapshotAsync();

        var second = await MigratingProcess.MigrateAsync(database);
        second.ExitCode.ShouldBe(CommandLine.Done);
        second.Output.ShouldContain("the host: up to date");
        (await database.TakeSnapshotAsync()).ShouldBeAsIn(before);
    }

    [Fact]
    public async Task Two_processes_at_once_both_end_well_and_double_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var alone = await TestDatabase.CreateAsync();

        var both = await Task.WhenAll(MigratingProcess.MigrateAsync(database), MigratingProcess.MigrateAsync(database), MigratingProcess.MigrateAsync(alone));

        both.ShouldAllBe(run => run.ExitCode == CommandLine.Done);
        foreach (var table in new[] { "__EFMigrationsHistory", "AbpRoles", "AbpPermissionGrants" })
        {
            (await database.CountAsync(table)).ShouldBe(await alone.CountAsync(table), table);
        }
    }

    [Fact]
    public async Task What_fails_for_one_county_does_not_keep_the_others_waiting()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var own = await TestDatabase.CreateAsync();
        (await MigratingProcess.MigrateAsync(database)).ExitCode.ShouldBe(CommandLine.Done);
        await database.AddTenantAsync(1, "北区", Unreachable);
        await database.AddTenantAsync(2, "南区", own.ConnectionString);

        var failed = await MigratingProcess.MigrateAsync(database);
        (failed.ExitCode, failed.Error.TrimEnd()).ShouldBe((CommandLine.Failed, "1 failed: 北区. The others are done; run it again when the cause is mended."));
        failed.Output.ShouldContain("1 of 2, 北区: FAILED");
        failed.Output.ShouldContain($"2 of 2, 南区: {AllMigrations} applied");

        await using var mended = await TestDatabase.CreateAsync();
        await database.ExecuteAsync("""UPDATE "AbpTenantConnectionStrings" SET "Value" = @p0 WHERE "Value" = @p1""", mended.ConnectionString, Unreachable);
        var again = await MigratingProcess.MigrateAsync(database);
        again.ExitCode.ShouldBe(CommandLine.Done);
        again.Output.ShouldContain($"1 of 2, 北区: {AllMigrations} applied");
        again.Output.ShouldContain("2 of 2, 南区: up to date");
        (await mended.CountAsync("AbpRoles")).ShouldBe(await own.CountAsync("AbpRoles"));
    }

    [Fact]
    public async Task Arguments_that_it_does_not_understand_change_nothing()
    {
        await using var database = await TestDatabase.CreateAsync();

        var misused = await MigratingProcess.RunAsync(database, "migrate", "--all");

        misused.ExitCode.ShouldBe(CommandLine.Misused);
        misused.Error.ShouldContain("'--all'");
        misused.Error.ShouldContain("usage:");
        (await DatabaseSchema.CountPendingAsync(database.ConnectionString)).ShouldBe(AllMigrations);
    }

    [PostgresFact]
    public async Task In_Production_on_PostgreSQL_an_older_schema_is_not_served()
    {
        await using var database = await TestDatabase.CreateAsync();

        var refused = await MigratingProcess.ServeAsync(database.ConnectionString);

        (refused.ExitCode, refused.Error).ShouldBe((CommandLine.Failed, refused.Error));
        refused.Error.ShouldContain("older than this version");
        refused.Error.ShouldContain("migrate");
        (await DatabaseSchema.CountPendingAsync(database.ConnectionString)).ShouldBe(AllMigrations);
    }

    [Fact]
    public async Task A_database_that_never_answers_ends_the_start_with_one_clear_line()
    {
        var refused = await MigratingProcess.ServeAsync("Host=127.0.0.1;Port=9;Username=app;Database=none", "--Database:StartTimeout=0");

        refused.ExitCode.ShouldBe(CommandLine.Failed);
        refused.Error.TrimEnd().Split('\n').Length.ShouldBe(1);
        refused.Error.ShouldContain("Database:StartTimeout");
    }

    private static string Unreachable => TestDatabase.IsPostgres ? "Host=127.0.0.1;Port=9;Username=app;Database=none" : "Data Source=/dev/null/none.db";
}
