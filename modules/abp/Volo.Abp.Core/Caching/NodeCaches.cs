using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Volo.Abp.Caching;

/// <summary>What a process keeps and other nodes may have to make it forget.</summary>
internal interface INodeCache
{
    /// <summary>The same on every node.</summary>
    string Name { get; }

    void Forget(string what);

    void ForgetAll();
}

/// <summary>Tells the other nodes to forget. A node that cannot be reached forgets by itself, later; nothing fails because of it.</summary>
internal interface INodeCacheBroadcast
{
    Task SendAsync(string cache, string what);
}

/// <summary>There is one node.</summary>
internal sealed class NoOtherNodes : INodeCacheBroadcast
{
    public Task SendAsync(string cache, string what) => Task.CompletedTask;
}

internal static class NodeCacheServiceCollectionExtensions
{
    public static void AddNodeCaches(this IServiceCollection services)
    {
        services.TryAddSingleton<INodeCacheBroadcast, NoOtherNodes>();
        services.AddSingleton<NodeHybridCache>();
        services.AddSingleton<INodeCache>(provider => provider.GetRequiredService<NodeHybridCache>());
        services.AddSingleton<HybridCache>(provider => provider.GetRequiredService<NodeHybridCache>());
        services.AddTransient(typeof(IDistributedCache<,>), typeof(DistributedCache<,>));
        services.AddTransient(typeof(IDistributedCache<>), typeof(DistributedCache<>));
    }
}
