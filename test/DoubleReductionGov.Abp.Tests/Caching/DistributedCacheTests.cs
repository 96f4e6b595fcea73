using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Caching;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Caching;

public sealed class DistributedCacheTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private IDistributedCache<ShelfCacheItem> Shelves => _application.Services.GetRequiredService<IDistributedCache<ShelfCacheItem>>();

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Tenants_see_their_own_items_only()
    {
        await Shelves.SetAsync("a", new ShelfCacheItem("host"));
        using (_application.CurrentTenant.Change(Cast.North))
        {
            (await Shelves.GetAsync("a")).ShouldBeNull();
            (await Shelves.GetOrAddAsync("a", () => Task.FromResult(new ShelfCacheItem("north"))))!.Text.ShouldBe("north");
        }

        (await Shelves.GetAsync("a"))!.Text.ShouldBe("host");
        await Shelves.RemoveAsync("a");
        (await Shelves.GetAsync("a")).ShouldBeNull();
    }

    [Fact]
    public async Task Keys_are_written_as_ABP_writes_them()
    {
        var hybrid = _application.Services.GetRequiredService<HybridCache>();
        await hybrid.SetAsync($"t:{Cast.North},c:library.catalogue,k:7", new CatalogueItem("n"));
        await hybrid.SetAsync("c:everyone,k:a", new CommonItem("all"));
        using var north = _application.CurrentTenant.Change(Cast.North);

        (await _application.Services.GetRequiredService<IDistributedCache<CatalogueItem, int>>().GetAsync(7))!.Text.ShouldBe("n");
        (await _application.Services.GetRequiredService<IDistributedCache<CommonItem>>().GetAsync("a"))!.Text.ShouldBe("all");
        CacheNameAttribute.GetCacheName<ShelfCacheItem>().ShouldEndWith("DistributedCacheTests+Shelf");
        CacheNameAttribute.GetCacheName(new CommonItem("").GetType()).ShouldBe(new CacheNameAttribute("everyone").Name);
    }

    [Fact]
    public async Task What_is_written_in_a_unit_of_work_counts_outside_when_it_has_committed()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(requiresNew: true))
        {
            await Shelves.SetAsync("a", new ShelfCacheItem("new"), considerUow: true);
            (await Shelves.GetAsync("a", considerUow: true))!.Text.ShouldBe("new");
            (await Shelves.GetAsync("a")).ShouldBeNull();
            await unitOfWork.CompleteAsync();
        }

        (await Shelves.GetAsync("a"))!.Text.ShouldBe("new");
        using (_application.UnitOfWorkManager.Begin(requiresNew: true))
        {
            await Shelves.RemoveAsync("a", considerUow: true);
            (await Shelves.GetAsync("a", considerUow: true)).ShouldBeNull();
            (await Shelves.GetOrAddAsync("a", () => Task.FromResult(new ShelfCacheItem("other")), considerUow: true))!.Text.ShouldBe("other");
        }

        (await Shelves.GetAsync("a"))!.Text.ShouldBe("new");
    }

    [Fact]
    public async Task An_item_is_kept_for_twenty_minutes_or_as_long_as_asked()
    {
        new AbpDistributedCacheOptions().GlobalCacheEntryOptions.SlidingExpiration.ShouldBe(TimeSpan.FromMinutes(20));
        new AbpDistributedCacheOptions().KeyPrefix.ShouldBeEmpty();
        await Shelves.SetAsync("a", new ShelfCacheItem("a"));
        await Shelves.SetAsync("b", new ShelfCacheItem("b"), new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) });

        _application.Clock.Now = Cast.Monday.AddMinutes(19);

        (await Shelves.GetAsync("a")).ShouldNotBeNull();
        (await Shelves.GetAsync("b")).ShouldBeNull();
    }

    internal sealed record ShelfCacheItem(string Text);

    [CacheName("library.catalogue")]
    internal sealed record CatalogueItem(string Text);

    [CacheName("everyone")]
    [IgnoreMultiTenancy]
    internal sealed record CommonItem(string Text);
}
