using System.ComponentModel;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Caching.Memory;

namespace Volo.Abp.Caching;

/// <summary>
/// The framework's hybrid cache with the memory of this process as its only level; what one node forgets the others are told to forget.
/// A value is read once however many wait for it. What is forgotten while it is being read is handed out but not kept.
/// </summary>
internal sealed class NodeHybridCache(TimeProvider timeProvider, INodeCacheBroadcast broadcast) : HybridCache, INodeCache, IDisposable
{
    private const string Everything = "*";
    private const long MaximumBytes = 64 * 1024 * 1024;
    private const int OverheadBytes = 128;
    private const int MaximumTags = 10_000;
    private static readonly TimeSpan DefaultExpiration = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MaximumBytes });
    private readonly Dictionary<string, TaskCompletionSource<Entry>> _readings = [];
    private readonly Dictionary<string, long> _forgottenTags = [];
    private readonly Lock _lock = new();
    private long _forgettings;
    private long _allForgotten;

    public string Name => "hybrid";

    public override async ValueTask<T> GetOrCreateAsync<TState, T>(
        string key, TState state, Func<TState, CancellationToken, ValueTask<T>> factory, HybridCacheEntryOptions? options = null,
        IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        var flags = options?.Flags ?? HybridCacheEntryFlags.None;
        while (true)
        {
            var own = new TaskCompletionSource<Entry>(TaskCreationOptions.RunContinuationsAsynchronously);
            TaskCompletionSource<Entry>? others;
            long since;
            lock (_lock)
            {
                if (!flags.HasFlag(HybridCacheEntryFlags.DisableLocalCacheRead) && Find(key) is { } entry)
                {
                    return entry.Get<T>();
                }

                if (flags.HasFlag(HybridCacheEntryFlags.DisableUnderlyingData))
                {
                    return default!;
                }

                since = _forgettings;
                if (!_readings.TryGetValue(key, out others))
                {
                    _readings[key] = own;
                }
            }

            if (others is null)
            {
                return (await ReadAsync(key, own, async () => Entry.Of(await factory(state, cancellationToken), since, tags), options)).Get<T>();
            }

            if (await FollowAsync(others.Task, cancellationToken) is { } read)
            {
                return read.Get<T>();
            }
        }
    }

    public override async ValueTask SetAsync<T>(
        string key, T value, HybridCacheEntryOptions? options = null, IEnumerable<string>? tags = null, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            _readings.Remove(key);
            Keep(key, Entry.Of(value, _forgettings, tags), options);
        }

        await broadcast.SendAsync(Name, "key:" + key);
    }

    public override async ValueTask RemoveAsync(string key, CancellationToken cancellationToken = default)
    {
        Forget("key:" + key);
        await broadcast.SendAsync(Name, "key:" + key);
    }

    /// <summary>The tag * stands for everything.</summary>
    public override async ValueTask RemoveByTagAsync(string tag, CancellationToken cancellationToken = default)
    {
        Forget("tag:" + tag);
        await broadcast.SendAsync(Name, "tag:" + tag);
    }

    public void Forget(string what)
    {
        var name = what[4..];
        lock (_lock)
        {
            _forgettings++;
            if (what.StartsWith("key:", StringComparison.Ordinal))
            {
                _entries.Remove(name);
                _readings.Remove(name);
            }
            else if (name == Everything || _forgottenTags.Count >= MaximumTags)
            {
                _allForgotten = _forgettings;
                _entries.Clear();
                _forgottenTags.Clear();
            }
            else
            {
                _forgottenTags[name] = _forgettings;
            }
        }
    }

    public void ForgetAll() => Forget("tag:" + Everything);

    public void Dispose() => _entries.Dispose();

    /// <summary>Null if whoever read was cancelled; then one of those who waited reads.</summary>
    private static async Task<Entry?> FollowAsync(Task<Entry> reading, CancellationToken cancellationToken)
    {
        await ((Task)reading).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
        return reading.IsCanceled ? null : await reading;
    }

    private async Task<Entry> ReadAsync(string key, TaskCompletionSource<Entry> reading, Func<Task<Entry>> read, HybridCacheEntryOptions? options)
    {
        try
        {
            var entry = await read();
            lock (_lock)
            {
                // A removal detaches what is being read; then this value is for those who wait for it.
                if (_readings.GetValueOrDefault(key) == reading && IsCurrent(entry))
                {
                    Keep(key, entry, options);
                }
            }

            reading.TrySetResult(entry);
            return entry;
        }
        catch (OperationCanceledException)
        {
            reading.TrySetCanceled();
            throw;
        }
        catch (Exception e)
        {
            reading.TrySetException(e);
            _ = reading.Task.Exception; // nobody may be waiting for it
            throw;
        }
        finally
        {
            lock (_lock)
            {
                if (_readings.GetValueOrDefault(key) == reading)
                {
                    _readings.Remove(key);
                }
            }
        }
    }

    private Entry? Find(string key) =>
        _entries.TryGetValue(key, out Entry? entry) && entry!.Expires > timeProvider.GetUtcNow() && IsCurrent(entry) ? entry : null;

    private bool IsCurrent(Entry entry) =>
        _allForgotten <= entry.Since && !entry.Tags.Any(tag => _forgottenTags.TryGetValue(tag, out var forgotten) && forgotten > entry.Since);

    private void Keep(string key, Entry entry, HybridCacheEntryOptions? options)
    {
        if (options?.Flags?.HasFlag(HybridCacheEntryFlags.DisableLocalCacheWrite) == true)
        {
            _entries.Remove(key);
            return;
        }

        var expiration = options?.LocalCacheExpiration ?? options?.Expiration ?? DefaultExpiration;
        entry.Expires = timeProvider.GetUtcNow() + expiration;
        _entries.Set(key, entry, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = expiration, Size = entry.Size + (key.Length * sizeof(char)) + OverheadBytes });
    }

    /// <summary>Whoever gets a value may change it without harm: what is not immutable is kept as JSON.</summary>
    private sealed record Entry(object? Value, byte[]? Json, long Since, string[] Tags)
    {
        public DateTimeOffset Expires { get; set; }

        public long Size => Json?.Length ?? ((Value as string)?.Length ?? 0) * sizeof(char);

        public static Entry Of<T>(T value, long since, IEnumerable<string>? tags) =>
            Immutable<T>.Is
                ? new Entry(value, null, since, [.. tags ?? []])
                : new Entry(null, JsonSerializer.SerializeToUtf8Bytes(value), since, [.. tags ?? []]);

        public T Get<T>() => Json is null ? (T)Value! : JsonSerializer.Deserialize<T>(Json)!;
    }

    private static class Immutable<T>
    {
        public static readonly bool Is = typeof(T) == typeof(string) || !RuntimeHelpers.IsReferenceOrContainsReferences<T>()
            || (typeof(T).IsSealed && typeof(T).GetCustomAttribute<ImmutableObjectAttribute>()?.Immutable == true);
    }
}
