using System.Collections.Concurrent;
using Volo.Abp.Uow;

namespace Volo.Abp;

/// <summary>
/// Values read often and changed rarely, kept in the process. A value that was being read while the cache was cleared is
/// handed out but not kept. What another node changed is seen after <see cref="Lifetime"/> at the latest.
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

internal static class ProcessCacheExtensions
{
    /// <summary>
    /// Forgets when the unit of work has committed; and when it ends without, because it may have read its own unsaved changes into the cache.
    /// </summary>
    public static void ClearAfter(this IProcessCache cache, IUnitOfWork unitOfWork)
    {
        if (!unitOfWork.Items.TryAdd(cache.GetType().FullName!, cache))
        {
            return;
        }

        unitOfWork.Disposed += (_, _) => cache.Clear();
        unitOfWork.OnCompleted(() =>
        {
            cache.Clear();
            return Task.CompletedTask;
        });
    }
}
