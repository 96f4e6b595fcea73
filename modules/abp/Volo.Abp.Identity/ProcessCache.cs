using System.Collections.Concurrent;

namespace Volo.Abp;

/// <summary>
/// Values read often and changed rarely, kept in the process. A value that was being read while the cache was cleared is
/// handed out but not kept.
/// </summary>
internal sealed class ProcessCache<TKey, TValue> where TKey : notnull
{
    private ConcurrentDictionary<TKey, TValue> _values = new();

    public async ValueTask<TValue> GetOrAddAsync(TKey key, Func<TKey, Task<TValue>> read)
    {
        var values = _values;
        if (values.TryGetValue(key, out var value))
        {
            return value;
        }

        value = await read(key);
        values[key] = value;
        return value;
    }

    public void Clear() => _values = new ConcurrentDictionary<TKey, TValue>();
}
