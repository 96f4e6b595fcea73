using DoubleReductionGov.Host.Jobs;
using DoubleReductionGov.Platform.Cluster;
using Volo.Abp.BlobStoring;
using Volo.Abp.BlobStoring.FileSystem;

namespace DoubleReductionGov.Host.Cluster;

/// <summary>What several nodes share: keys, schedules, locks, messages, files.</summary>
internal static class NodeSetup
{
    public static void AddNode(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSignalR();
        services.AddDatabaseDataProtection(configuration);
        services.AddHostJobs(configuration);
        services.Configure<AbpBlobStoringOptions>(options => options.Containers.ConfigureDefault(container =>
            container.UseFileSystem(files => files.BasePath = configuration["BlobStoring:BasePath"] ?? "App_Data/files")));
        if (configuration.GetClusterConnectionString() is not null)
        {
            services.AddPostgresCluster();
        }
    }

    public static async Task PrepareNodeAsync(this IServiceProvider services)
    {
        DataProtectionSetup.WarnOfOpenKeys(services);
        await JobSetup.EnsureSchemaAsync(services.GetRequiredService<IConfiguration>());
    }
}
