using DoubleReductionGov.Host.Data;
using Npgsql;
using Quartz;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundWorkers;

namespace DoubleReductionGov.Host.Jobs;

/// <summary>
/// Where Quartz keeps its schedules: in memory on SQLite; on PostgreSQL in a schema of its own, shared by all nodes. A node with both
/// BackgroundJobs:IsJobExecutionEnabled and BackgroundWorkers:IsEnabled false only answers requests.
/// </summary>
internal static class JobSetup
{
    private const string Schema = "quartz";
    private static readonly TimeSpan CheckinInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan CheckinMisfireThreshold = TimeSpan.FromSeconds(4);

    public static void AddHostJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<AbpBackgroundJobOptions>(configuration.GetSection("BackgroundJobs"));
        services.Configure<AbpBackgroundJobWorkerOptions>(configuration.GetSection("BackgroundJobs"));
        services.Configure<AbpBackgroundWorkerOptions>(configuration.GetSection("BackgroundWorkers"));
        services.Configure<QuartzSchedulerOptions>(options =>
        {
            options.InstanceName = "DoubleReductionGov";
            options.IdleWaitTime = TimeSpan.FromSeconds(5);

            // Cron expressions mean the officials' clock, wherever the server stands.
            options.DefaultTimeZone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
        });
        if (configuration.GetClusterConnectionString() is { } connectionString)
        {
            services.AddQuartz(quartz => quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                store.UsePostgres(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = Schema, ApplicationName = "DoubleReductionGov jobs" }.ConnectionString);
                store.UseClustering(cluster =>
                {
                    cluster.CheckinInterval = CheckinInterval;
                    cluster.CheckinMisfireThreshold = CheckinMisfireThreshold;
                });
            }));
        }
    }

    /// <summary>Null on SQLite: there is one node.</summary>
    public static string? GetClusterConnectionString(this IConfiguration configuration) =>
        (configuration.GetConnectionString("Cluster") ?? configuration.GetConnectionString("Default")) is { } connectionString && DatabaseProvider.IsPostgres(connectionString)
            ? connectionString
            : null;

    /// <summary>Quartz makes its tables itself, but not the schema in which they lie.</summary>
    public static async Task EnsureSchemaAsync(IConfiguration configuration)
    {
        if (configuration.GetClusterConnectionString() is not { } connectionString)
        {
            return;
        }

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var exists = source.CreateCommand($"SELECT 1 FROM pg_namespace WHERE nspname = '{Schema}'");
        if (await exists.ExecuteScalarAsync() is null)
        {
            await using var create = source.CreateCommand($"CREATE SCHEMA IF NOT EXISTS {Schema}");
            await create.ExecuteNonQueryAsync();
        }
    }
}
