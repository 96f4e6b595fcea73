using System.Data.Common;
using System.Diagnostics;
using DoubleReductionGov.Platform.Faults;
using DoubleReductionGov.Platform.RowLevelSecurity;
using Microsoft.Extensions.Options;
using Npgsql;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Host.Data;

/// <summary>How a starting process gets its databases. Section <c>Database</c> of the configuration.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>Whether the start may change the schema. Null: on SQLite and in Development yes, otherwise it is left to the command <c>migrate</c>.</summary>
    public bool? MigrateAtStart { get; set; }

    /// <summary>Seconds for which a start waits for a database that does not answer yet; 0 does not wait.</summary>
    public int StartTimeout { get; set; } = 60;
}

/// <summary>The process cannot serve; the message is all that the operator needs to see.</summary>
public sealed class StartRefusedException(string message, Exception? innerException = null) : AbpException(message, innerException);

/// <summary>Waits for the host's database, brings the schema up to date if it may, and refuses to serve over an older one.</summary>
internal sealed partial class DatabaseStart(
    IConnectionStringResolver connectionStrings, DatabaseMigrator migrator, IHostEnvironment environment, IOptions<DatabaseOptions> options, ILogger<DatabaseStart> logger)
    : ITransientDependency
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        var connectionString = await connectionStrings.ResolveAsync();
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            // SQLite would take it for a database that is forgotten with each connection.
            throw new StartRefusedException("ConnectionStrings:Default is empty: leave it out for the default, or name a database.");
        }

        var postgres = DatabaseProvider.IsPostgres(connectionString);
        await WaitForAsync(connectionString, cancellationToken);
        if (options.Value.MigrateAtStart ?? (!postgres || environment.IsDevelopment()))
        {
            await migrator.MigrateAsync(LogProgress, cancellationToken);
        }
        else
        {
            await RefuseOlderSchemaAsync(connectionString, cancellationToken);
        }

        if (postgres)
        {
            await WarnOfBypassAsync(connectionString, cancellationToken);
        }
    }

    private async Task WaitForAsync(string connectionString, CancellationToken cancellationToken)
    {
        if (!DatabaseProvider.IsPostgres(connectionString))
        {
            DatabaseProvider.EnsureFolder(connectionString);
        }

        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                await using var connection = DatabaseProvider.Connect(connectionString);
                await connection.OpenAsync(cancellationToken);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                // The server answers; whether the database may be created is decided later.
                return;
            }
            catch (DbException e) when (DatabaseFaults.IsUnavailable(e) && watch.Elapsed.TotalSeconds < options.Value.StartTimeout)
            {
                LogWaiting((int)(options.Value.StartTimeout - watch.Elapsed.TotalSeconds), e.Message);
                await Task.Delay(Pause, cancellationToken);
            }
            catch (DbException e)
            {
                throw new StartRefusedException($"The database could not be opened within {options.Value.StartTimeout} seconds (Database:StartTimeout): {e.Message}", e);
            }
        }
    }

    private static async Task RefuseOlderSchemaAsync(string connectionString, CancellationToken cancellationToken)
    {
        const string Remedy = "Run the command \"migrate\" (dotnet DoubleReductionGov.Host.dll migrate), or allow it at the start by Database:MigrateAtStart=true.";
        try
        {
            if (await DatabaseSchema.CountPendingAsync(connectionString, cancellationToken) is > 0 and var pending)
            {
                throw new StartRefusedException($"The database is older than this version: {pending} migrations are missing. {Remedy}");
            }
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            throw new StartRefusedException($"The database does not exist. {Remedy}", e);
        }
    }

    private async Task WarnOfBypassAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        if (await TenantPolicies.IsBypassedAsync(connection, cancellationToken))
        {
            LogBypass();
        }
    }

    [LoggerMessage(LogLevel.Information, "Databases: {Message}")]
    private partial void LogProgress(string message);

    [LoggerMessage(LogLevel.Warning, "The database does not answer; trying again for {Seconds} s. {Message}")]
    private partial void LogWaiting(int seconds, string message);

    [LoggerMessage(LogLevel.Warning,
        "The database role of the application is a superuser or has BYPASSRLS: row-level security does not protect the tenants from each other. Give it a role without these.")]
    private partial void LogBypass();
}
