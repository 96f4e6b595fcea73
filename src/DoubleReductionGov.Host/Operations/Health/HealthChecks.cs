using System.Data.Common;
using System.Reflection;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Platform.Outbox;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Operations.Health;

/// <summary>Section <c>Health</c>: from when on an operator should look.</summary>
internal sealed class HealthOptions
{
    public int MaximumOutboxAgeMinutes { get; set; } = 10;

    public int MinimumFreeMegabytes { get; set; } = 500;
}

/// <summary>Asks every database. Without the host's nothing works; without a county's own one only that county stands still.</summary>
internal abstract class EachDatabaseCheck(PlatformDatabases databases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await IsGoodAsync(await databases.GetHostAsync(), cancellationToken))
        {
            return HealthCheckResult.Unhealthy(HostProblem);
        }

        var (all, bad) = (0, 0);
        foreach (var database in await databases.GetOwnOfTenantsAsync())
        {
            all++;
            bad += await IsGoodAsync(database, cancellationToken) ? 0 : 1;
        }

        return bad == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded($"{bad} of {all} databases of counties: {TenantProblem}");
    }

    protected abstract string HostProblem { get; }

    protected abstract string TenantProblem { get; }

    protected abstract Task<bool> IsGoodAsync(DbConnection connection, bool isPostgres, CancellationToken cancellationToken);

    private async Task<bool> IsGoodAsync(PlatformDatabase database, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            return await IsGoodAsync(connection, database.IsPostgres, cancellationToken);
        }
        catch (DbException)
        {
            // That it cannot be asked is the answer; why is in the log of whoever works with it.
            return false;
        }
    }
}

internal sealed class DatabaseCheck(PlatformDatabases databases) : EachDatabaseCheck(databases)
{
    protected override string HostProblem => "The database cannot be reached.";

    protected override string TenantProblem => "cannot be reached.";

    protected override async Task<bool> IsGoodAsync(DbConnection connection, bool isPostgres, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        await command.ExecuteScalarAsync(cancellationToken);
        return true;
    }
}

internal sealed class MigrationsCheck(PlatformDatabases databases) : EachDatabaseCheck(databases)
{
    private static readonly string[] Sqlite = MigrationsOf(typeof(SqliteHostDbContext));
    private static readonly string[] Postgres = MigrationsOf(typeof(PostgresHostDbContext));

    protected override string HostProblem => "The database lacks migrations: run the migrate command.";

    protected override string TenantProblem => "lack migrations.";

    protected override async Task<bool> IsGoodAsync(DbConnection connection, bool isPostgres, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "MigrationId" FROM "__EFMigrationsHistory" """;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new HashSet<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return (isPostgres ? Postgres : Sqlite).All(applied.Contains);
    }

    private static string[] MigrationsOf(Type contextType) =>
        [.. contextType.Assembly.GetTypes()
            .Where(type => type.GetCustomAttribute<DbContextAttribute>()?.ContextType == contextType)
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()];
}

internal sealed class OutboxCheck(OutboxProbe outbox, IOptions<HealthOptions> options) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        OutboxStatus state;
        try
        {
            state = await outbox.ReadAsync(cancellationToken);
        }
        catch (DbException)
        {
            return HealthCheckResult.Degraded("The outbox cannot be read.");
        }

        return state.Parked > 0 ? HealthCheckResult.Degraded($"{state.Parked} events are parked.")
            : state.OldestAge > TimeSpan.FromMinutes(options.Value.MaximumOutboxAgeMinutes) ? HealthCheckResult.Degraded($"{state.Waiting} events wait, the oldest for {state.OldestAge.Value.TotalMinutes:0} minutes.")
            : HealthCheckResult.Healthy($"{state.Waiting} events wait.");
    }
}

internal sealed class DiskCheck(IOptions<HealthOptions> options, IOptions<OperatorOptions> operators, IWebHostEnvironment environment) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var folder = Path.Combine(environment.ContentRootPath, operators.Value.DataFolder);
        var drive = new DriveInfo(System.IO.Directory.Exists(folder) ? folder : environment.ContentRootPath);
        var free = drive.AvailableFreeSpace / (1024 * 1024);
        return Task.FromResult(free < options.Value.MinimumFreeMegabytes ? HealthCheckResult.Degraded($"{free} MB are free.") : HealthCheckResult.Healthy($"{free} MB are free."));
    }
}
