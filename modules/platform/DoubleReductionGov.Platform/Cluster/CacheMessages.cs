using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.Caching;

namespace DoubleReductionGov.Platform.Cluster;

/// <summary>Makes the caches of the other nodes forget. A message that cannot be sent is logged: each cache forgets by itself after a while.</summary>
internal sealed class CacheBroadcast(IServiceProvider services, ILogger<CacheBroadcast> logger) : INodeCacheBroadcast
{
    public async Task SendAsync(string cache, string what)
    {
        try
        {
            await services.GetRequiredService<NodeMessages>().SendAsync(CacheMessageHandler.CacheTopic, $"{cache}|{what}");
        }
        catch (Exception e)
        {
            logger.LogError(e, "The other nodes could not be told to forget what lies in the cache {Cache}.", cache);
        }
    }
}

internal sealed class CacheMessageHandler(IEnumerable<INodeCache> caches) : INodeMessageHandler
{
    public const string CacheTopic = "cache";

    private readonly Dictionary<string, INodeCache> _caches = caches.ToDictionary(cache => cache.Name);

    public string Topic => CacheTopic;

    public Task ReceiveAsync(string content)
    {
        if (content.Split('|', 2) is [var cache, var what] && _caches.TryGetValue(cache, out var found))
        {
            found.Forget(what);
        }

        return Task.CompletedTask;
    }

    public void MessagesMayBeLost()
    {
        foreach (var cache in _caches.Values)
        {
            cache.ForgetAll();
        }
    }
}
