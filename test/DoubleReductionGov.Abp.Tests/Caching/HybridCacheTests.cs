using Microsoft.Extensions.Caching.Hybrid;
using Volo.Abp.Caching;

namespace DoubleReductionGov.Abp.Tests.Caching;

public sealed class HybridCacheTests : IDisposable
{
    private readonly TestClock _clock = new();
    private readonly Told _told = new();
    private readonly NodeHybridCache _cache;
    private int _reads;

    public HybridCacheTests() => _cache = new NodeHybridCache(_clock, _told);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task A_value_is_read_once_and_each_gets_a_copy_of_his_own()
    {
        var first = await ReadAsync("k");
        first.Pages.Add(2);

        (await ReadAsync("k")).Pages.ShouldBe([1]);
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task However_many_wait_it_is_read_once()
    {
        var answer = new TaskCompletionSource<string>();
        var waiting = Enumerable.Range(0, 20).Select(_ => _cache.GetOrCreateAsync("k", async _ =>
        {
            Interlocked.Increment(ref _reads);
            return await answer.Task;
        }).AsTask()).ToList();
        answer.SetResult("v");

        (await Task.WhenAll(waiting)).ShouldAllBe(v => v == "v");
        _reads.ShouldBe(1);
    }

    [Fact]
    public async Task Who_gives_up_does_not_disappoint_the_others()
    {
        using var stop = new CancellationTokenSource();
        var first = _cache.GetOrCreateAsync("k", async token =>
        {
            await Task.Delay(Timeout.Infinite, token);
            return "first";
        }, cancellationToken: stop.Token).AsTask();
        var second = _cache.GetOrCreateAsync("k", _ => ValueTask.FromResult("second")).AsTask();
        await stop.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await second).ShouldBe("second");
    }

    [Fact]
    public async Task A_failure_reaches_everyone_and_is_not_kept()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _cache.GetOrCreateAsync<string>("k", _ => throw new InvalidOperationException()).AsTask());

        (await _cache.GetOrCreateAsync("k", _ => ValueTask.FromResult("v"))).ShouldBe("v");
    }

    [Fact]
    public async Task What_expires_is_read_anew()
    {
        await ReadAsync("k", new HybridCacheEntryOptions { Expiration = TimeSpan.FromMinutes(2) });
        _clock.Now += TimeSpan.FromMinutes(2);

        await ReadAsync("k");
        _reads.ShouldBe(2);
    }

    [Fact]
    public async Task Removing_a_key_or_a_tag_forgets_here_and_tells_the_others()
    {
        await ReadAsync("a", tags: ["x", "y"]);
        await ReadAsync("b", tags: ["x"]);
        await ReadAsync("c");

        await _cache.RemoveByTagAsync("y");
        await ReadAsync("a", tags: ["x"]);
        await ReadAsync("b");
        _reads.ShouldBe(4);

        await _cache.RemoveAsync("c");
        await ReadAsync("c");
        _reads.ShouldBe(5);
        _told.Words.ShouldBe(["tag:y", "key:c"]);
    }

    [Fact]
    public async Task What_is_forgotten_while_it_is_read_is_handed_out_and_not_kept()
    {
        foreach (var forget in new Action[] { () => _cache.Forget("key:k"), () => _cache.Forget("tag:x"), _cache.ForgetAll })
        {
            (await _cache.GetOrCreateAsync("k", _ =>
            {
                forget();
                return ValueTask.FromResult("old");
            }, tags: ["x"])).ShouldBe("old");
            (await _cache.GetOrCreateAsync("k", _ => ValueTask.FromResult("new"))).ShouldBe("new");
            await _cache.RemoveAsync("k");
        }
    }

    [Fact]
    public async Task Setting_replaces_the_value_and_makes_the_others_forget_theirs()
    {
        await ReadAsync("k");
        await _cache.SetAsync("k", new Page([7]));

        (await ReadAsync("k")).Pages.ShouldBe([7]);
        _told.Words.ShouldBe(["key:k"]);
    }

    [Fact]
    public async Task The_flags_are_heeded()
    {
        (await _cache.GetOrCreateAsync("k", _ => ValueTask.FromResult("v"), new HybridCacheEntryOptions { Flags = HybridCacheEntryFlags.DisableUnderlyingData })).ShouldBeNull();
        await ReadAsync("k", new HybridCacheEntryOptions { Flags = HybridCacheEntryFlags.DisableLocalCacheWrite });
        await ReadAsync("k");
        await ReadAsync("k", new HybridCacheEntryOptions { Flags = HybridCacheEntryFlags.DisableLocalCacheRead });
        _reads.ShouldBe(3);
    }

    private ValueTask<Page> ReadAsync(string key, HybridCacheEntryOptions? options = null, string[]? tags = null) => _cache.GetOrCreateAsync(
        key,
        _ =>
        {
            _reads++;
            return ValueTask.FromResult(new Page([1]));
        },
        options, tags);

    private sealed record Page(List<int> Pages);

    private sealed class Told : INodeCacheBroadcast
    {
        public List<string> Words { get; } = [];

        public Task SendAsync(string cache, string what)
        {
            Words.Add(what);
            return Task.CompletedTask;
        }
    }
}
