using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Caching;
using Volo.Abp.DistributedLocking;

namespace DoubleReductionGov.Platform.Cluster;

public static class ClusterSetup
{
    /// <summary>
    /// Several nodes over one PostgreSQL database: locks, forgetting of caches and SignalR reach all of them. Without it there is one node.
    /// The host calls it when its database is PostgreSQL, after SignalR if there is any.
    /// </summary>
    public static void AddPostgresCluster(this IServiceCollection services)
    {
        services.AddSingleton<ClusterConnection>();
        services.Replace(ServiceDescriptor.Singleton<IAbpDistributedLock, PostgresDistributedLock>());
        services.Replace(ServiceDescriptor.Singleton<INodeCacheBroadcast, CacheBroadcast>());
        services.AddSingleton<INodeMessageHandler, CacheMessageHandler>();
        services.AddSingleton<HubMessageHandler>();
        services.AddSingleton<INodeMessageHandler>(provider => provider.GetRequiredService<HubMessageHandler>());
        services.AddSingleton<NodeMessages>();
        services.AddHostedService(provider => provider.GetRequiredService<NodeMessages>());
        services.AddSingleton(typeof(HubLifetimeManager<>), typeof(NodeHubLifetimeManager<>));
    }
}
