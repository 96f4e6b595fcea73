using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using DoubleReductionGov.Abp.Tests.Samples;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.Data;

public sealed class ConnectionStringTests
{
    private readonly AbpDbConnectionOptions _options = new() { ConnectionStrings = { Default = "host-default", ["Warehouse"] = "host-warehouse" } };
    private readonly Tenants _tenants = new();
    private readonly CurrentTenant _currentTenant = new(AsyncLocalCurrentTenantAccessor.Instance);

    [Fact]
    public async Task The_host_has_the_one_of_that_name_else_its_default()
    {
        (await ResolveAsync("Warehouse")).ShouldBe("host-warehouse");
        (await ResolveAsync("Library")).ShouldBe("host-default");
        (await ResolveAsync(null)).ShouldBe("host-default");
    }

    [Fact]
    public async Task A_tenant_without_its_own_uses_the_hosts()
    {
        _tenants.Add(new TenantConfiguration(Cast.North, "North"));

        (await ResolveAsync("Warehouse", Cast.North)).ShouldBe("host-warehouse");
    }

    [Fact]
    public async Task A_tenant_has_its_own_of_that_name_else_its_own_default()
    {
        _tenants.Add(new TenantConfiguration(Cast.North, "North", "NORTH") { ConnectionStrings = new ConnectionStrings { Default = "north", ["Warehouse"] = "north-warehouse" } });

        (await ResolveAsync("Warehouse", Cast.North)).ShouldBe("north-warehouse");
        (await ResolveAsync("Library", Cast.North)).ShouldBe("north");
        (await ResolveAsync(null, Cast.North)).ShouldBe("north");
    }

    [Fact]
    public async Task A_tenant_that_does_not_exist_gets_no_connection()
    {
        (await Should.ThrowAsync<BusinessException>(() => ResolveAsync(null, Cast.South))).Code.ShouldBe("Volo.AbpIo.MultiTenancy:010001");
    }

    [Fact]
    public async Task Without_any_the_name_is_told()
    {
        _options.ConnectionStrings.Clear();

        (await Should.ThrowAsync<AbpException>(() => ResolveAsync("Library"))).Message.ShouldContain("Library");
    }

    [Fact]
    public void A_context_names_its_connection_by_attribute_else_by_its_type()
    {
        ConnectionStringNameAttribute.GetConnStringName(typeof(WarehouseDbContext)).ShouldBe("Warehouse");
        ConnectionStringNameAttribute.GetConnStringName(typeof(LibraryDbContext)).ShouldBe(typeof(LibraryDbContext).FullName);
        new ConnectionStringNameAttribute("x").Name.ShouldBe("x");
    }

    [Fact]
    public async Task Configured_ones_are_read()
    {
        await using var application = await KernelApplication.StartAsync(("ConnectionStrings:Archive", "the-archive"));

        (await application.Services.GetRequiredService<IConnectionStringResolver>().ResolveAsync("Archive")).ShouldBe("the-archive");
    }

    private async Task<string> ResolveAsync(string? name, Guid? tenant = null)
    {
        using (_currentTenant.Change(tenant))
        {
            return await new MultiTenantConnectionStringResolver(new Monitor(_options), _currentTenant, _tenants).ResolveAsync(name);
        }
    }

    private sealed class Monitor(AbpDbConnectionOptions options) : IOptionsMonitor<AbpDbConnectionOptions>
    {
        public AbpDbConnectionOptions CurrentValue => options;

        public AbpDbConnectionOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<AbpDbConnectionOptions, string?> listener) => null;
    }

    private sealed class Tenants : List<TenantConfiguration>, ITenantStore
    {
        public Task<TenantConfiguration?> FindAsync(string normalizedName) => Task.FromResult(Find(t => t.NormalizedName == normalizedName));

        public Task<TenantConfiguration?> FindAsync(Guid id) => Task.FromResult(Find(t => t.Id == id));

        public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) => Task.FromResult<IReadOnlyList<TenantConfiguration>>(this);
    }
}
