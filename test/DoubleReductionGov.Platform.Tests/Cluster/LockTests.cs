using DoubleReductionGov.Platform.Cluster;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DistributedLocking;

namespace DoubleReductionGov.Platform.Tests.Cluster;

public sealed class LockTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ClusterCity _city = new();

    public ValueTask InitializeAsync() => _city.InitializeAsync();

    public ValueTask DisposeAsync() => _city.DisposeAsync();

    [Fact]
    public async Task One_node_holds_a_lock_until_it_lets_go()
    {
        var (one, two) = (LocksOf(await _city.StartNodeAsync()), LocksOf(await _city.StartNodeAsync()));
        await using (var held = await one.TryAcquireAsync("a"))
        {
            held.ShouldNotBeNull();
            (await two.TryAcquireAsync("a")).ShouldBeNull();
            (await two.TryAcquireAsync("a", TimeSpan.FromMilliseconds(50))).ShouldBeNull();
            (await one.TryAcquireAsync("a")).ShouldBeNull();
            await using var other = await two.TryAcquireAsync("b");
            other.ShouldNotBeNull();
        }

        await using var next = await two.TryAcquireAsync("a");
        next.ShouldNotBeNull();
    }

    [Fact]
    public async Task Who_waits_gets_the_lock_when_it_is_free()
    {
        var (one, two) = (LocksOf(await _city.StartNodeAsync()), LocksOf(await _city.StartNodeAsync()));
        var held = await one.TryAcquireAsync("a");
        var waiting = two.TryAcquireAsync("a", Patience);
        await held!.DisposeAsync();

        await using var next = await waiting;
        next.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_lock_of_a_dead_node_is_free()
    {
        var (one, two) = (LocksOf(await _city.StartNodeAsync()), LocksOf(await _city.StartNodeAsync()));
        var held = await one.TryAcquireAsync("a");
        var waiting = two.TryAcquireAsync("a", Patience);

        await _city.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");

        await using var next = await waiting;
        next.ShouldNotBeNull();
        await held!.DisposeAsync();
        (await one.TryAcquireAsync("a")).ShouldBeNull();
    }

    [Fact]
    public void Names_have_keys_of_their_own()
    {
        PostgresDistributedLock.KeyOf("a").ShouldBe(PostgresDistributedLock.KeyOf("a"));
        PostgresDistributedLock.KeyOf("a").ShouldNotBe(PostgresDistributedLock.KeyOf("b"));
    }

    private static IAbpDistributedLock LocksOf(WebApplication node) => node.Services.GetRequiredService<IAbpDistributedLock>();
}
