using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Caching;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Uow;

namespace Volo.Abp;

/// <summary>
/// Values read often and changed rarely, kept in the process. A value that was being read while the cache was cleared is
/// handed out but not kept. What another node changed is forgotten as soon as that node has committed, and should its message be lost, after
/// <see cref="Lifetime"/>.
/// </summary>
internal abstract class ProcessCache<TKey, TValue>(TimeProvider timeProvider) : IProcessCache where TKey : notnull
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private Generation _generation = new(timeProvider.GetUtcNow());

    public async ValueTask<TValue> GetOrAddAsync(TKey key, Func<TKey, Task<TValue>> read)
    {
        if ((timeProvider.GetUtcNow() - _generation.Since).Duration() >= Lifetime)
        {
            Clear();
        }

        var values = _generation.Values;
        if (values.TryGetValue(key, out var value))
        {
            return value;
        }

        value = await read(key);
        values[key] = value;
        return value;
    }

    public void Clear() => _generation = new Generation(timeProvider.GetUtcNow());

    private sealed record Generation(DateTimeOffset Since)
    {
        public ConcurrentDictionary<TKey, TValue> Values { get; } = new();
    }
}

internal interface IProcessCache
{
    void Clear();
}

/// <summary>The types of all process caches; they are found when they are registered.</summary>
internal sealed class ProcessCacheOptions
{
    public Dictionary<string, Type> Caches { get; } = [];
}

/// <summary>All process caches of this node, as the other nodes see them.</summary>
[ExposeServices(typeof(INodeCache))]
internal sealed class ProcessCaches(IOptions<ProcessCacheOptions> options, IServiceProvider services) : INodeCache, ISingletonDependency
{
    public const string CacheName = "process";

    public string Name => CacheName;

    public void Forget(string what)
    {
        if (options.Value.Caches.TryGetValue(what, out var type))
        {
            ((IProcessCache)services.GetRequiredService(type)).Clear();
        }
    }

    public void ForgetAll()
    {
        foreach (var name in options.Value.Caches.Keys)
        {
            Forget(name);
        }
    }
}

internal static class ProcessCacheExtensions
{
    /// <summary>
    /// Forgets when the unit of work has committed, here and on the other nodes; and here also when it ends without, because it may have read its
    /// own unsaved changes into the cache.
    /// </summary>
    public static void ClearAfter(this IProcessCache cache, IUnitOfWork unitOfWork)
    {
        var name = cache.GetType().FullName!;
        if (!unitOfWork.Items.TryAdd(name, cache))
        {
            return;
        }

        var broadcast = unitOfWork.ServiceProvider.GetRequiredService<INodeCacheBroadcast>();
        unitOfWork.Disposed += (_, _) => cache.Clear();
        unitOfWork.OnCompleted(() =>
        {
            cache.Clear();
            return broadcast.SendAsync(ProcessCaches.CacheName, name);
        });
    }
}
