using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class SettingManagementTests : IAsyncLifetime
{
    private const string Hidden = "Web.Hidden";

    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync(("Settings:Web.Visible", "configured"));
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_value_holds_as_soon_as_it_is_set_and_null_takes_it_away()
    {
        (await ReadAsync()).ShouldBe("2");
        await ManageAsync(settings => settings.SetGlobalAsync(Hidden, "3"));
        (await ReadAsync()).ShouldBe("3");
        await ManageAsync(settings => settings.SetGlobalAsync(Hidden, "4"));
        (await ReadAsync()).ShouldBe("4");
        await ManageAsync(settings => settings.SetGlobalAsync(Hidden, null));
        await ManageAsync(settings => settings.SetGlobalAsync(Hidden, null));
        (await ReadAsync()).ShouldBe("2");
        (await _application.AllAsync<Setting>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tenants_value_is_the_tenants_alone_and_lies_with_the_host()
    {
        await ManageAsync(settings => settings.SetForTenantAsync(Cast.North, Hidden, "north"));

        (await ReadAsync()).ShouldBe("2");
        (await ReadAsync(Cast.North)).ShouldBe("north");
        var row = (await _application.AllAsync<Setting>()).ShouldHaveSingleItem();
        (row.Name, row.Value, row.ProviderName, row.ProviderKey).ShouldBe((Hidden, "north", "T", Cast.North.ToString()));
    }

    [Fact]
    public async Task Asked_for_one_source_it_falls_back_to_the_next_unless_told_not_to()
    {
        await ManageAsync(async settings =>
        {
            (await settings.GetOrNullAsync("Web.Visible", "T", Cast.North.ToString())).ShouldBe("configured");
            (await settings.GetOrNullAsync(Hidden, "G", null)).ShouldBe("2");
            (await settings.GetOrNullAsync(Hidden, "G", null, fallback: false)).ShouldBeNull();
        });
        await ManageAsync(settings => settings.SetGlobalAsync("Web.Visible", "global"));
        await ManageAsync(async settings => (await settings.GetOrNullAsync("Web.Visible", "T", Cast.North.ToString())).ShouldBe("global"));
    }

    [Fact]
    public async Task An_undefined_setting_is_a_mistake()
    {
        await ManageAsync(async settings =>
        {
            await Should.ThrowAsync<AbpException>(() => settings.SetGlobalAsync("Web.Undefined", "1"));
            await Should.ThrowAsync<AbpException>(() => settings.GetOrNullAsync("Web.Undefined", "G", null));
        });
    }

    [Fact]
    public async Task A_value_that_was_rolled_back_never_held()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync(Hidden, "3");
            await unitOfWork.SaveChangesAsync();
            (await unitOfWork.ServiceProvider.GetRequiredService<ISettingProvider>().GetOrNullAsync(Hidden)).ShouldBe("3");
        }

        (await ReadAsync()).ShouldBe("2");
    }

    [Fact]
    public async Task What_another_node_changed_is_seen_after_a_minute()
    {
        (await ReadAsync()).ShouldBe("2");
        await _application.InUnitOfWorkAsync(async services =>
        {
            var context = await services.GetRequiredService<IDbContextProvider<IdentityDbContext>>().GetDbContextAsync();
            await context.Database.ExecuteSqlAsync($"""INSERT INTO "AbpSettings" ("Id", "Name", "Value", "ProviderName") VALUES ({Cast.AdaId}, {Hidden}, {"other node's"}, {"G"})""");
        });

        _application.Clock.Now += TimeSpan.FromSeconds(59);
        (await ReadAsync()).ShouldBe("2");
        _application.Clock.Now += TimeSpan.FromSeconds(1);
        (await ReadAsync()).ShouldBe("other node's");
    }

    [Fact]
    public async Task What_was_being_read_while_the_cache_was_cleared_is_not_kept()
    {
        var cache = new SettingCache(_application.Clock);
        var reading = new TaskCompletionSource<Dictionary<string, string>>();
        var first = cache.GetOrAddAsync(("G", null), _ => reading.Task);
        cache.Clear();
        reading.SetResult(new() { ["a"] = "old" });

        (await first)["a"].ShouldBe("old");
        (await cache.GetOrAddAsync(("G", null), _ => Task.FromResult(new Dictionary<string, string> { ["a"] = "new" })))["a"].ShouldBe("new");
        (await cache.GetOrAddAsync(("G", null), _ => throw new InvalidOperationException()))["a"].ShouldBe("new");
    }

    private Task<string?> ReadAsync(Guid? tenant = null) =>
        _application.InUnitOfWorkAsync(services => services.GetRequiredService<ISettingProvider>().GetOrNullAsync(Hidden), tenant);

    private Task ManageAsync(Func<ISettingManager, Task> act) => _application.InUnitOfWorkAsync(services => act(services.GetRequiredService<ISettingManager>()));
}
