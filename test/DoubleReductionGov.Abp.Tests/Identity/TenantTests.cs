using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class TenantTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private ITenantStore Store => _application.Services.GetRequiredService<ITenantStore>();

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_tenant_is_found_by_name_and_id_as_soon_as_it_is_there()
    {
        (await Store.GetListAsync()).ShouldBeEmpty();

        var tenant = await CreateAsync("North");

        (await Store.FindAsync("NORTH"))!.Id.ShouldBe(tenant.Id);
        var found = (await Store.FindAsync(tenant.Id)).ShouldNotBeNull();
        (found.Name, found.NormalizedName, found.IsActive, found.ConnectionStrings!.Count).ShouldBe(("North", "NORTH", true, 0));
        (await Store.FindAsync("SOUTH")).ShouldBeNull();
        (await Store.FindAsync(Guid.CreateVersion7())).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_is_taken_once_however_it_is_written()
    {
        await CreateAsync("North");

        var refusal = await Should.ThrowAsync<BusinessException>(() => CreateAsync("NORTH"));
        (refusal.Code, refusal.Data["Name"]).ShouldBe(("Volo.Abp.TenantManagement:DuplicateTenantName", "NORTH"));
        await Should.ThrowAsync<ArgumentException>(() => CreateAsync(new string('a', 65)));
    }

    [Fact]
    public async Task A_deleted_tenant_is_gone_at_once()
    {
        var tenant = await CreateAsync("North");
        (await Store.FindAsync(tenant.Id)).ShouldNotBeNull();

        await _application.WithAsync<Tenant>(tenants => tenants.DeleteAsync(tenant.Id));

        (await Store.FindAsync(tenant.Id)).ShouldBeNull();
    }

    [Fact]
    public async Task Its_own_database_is_used_as_soon_as_it_is_known_and_can_be_changed()
    {
        var tenant = await CreateAsync("North");
        (await Store.FindAsync(tenant.Id))!.ConnectionStrings!.Default.ShouldBeNull();

        await SetAsync(tenant.Id, "first");
        (await Store.FindAsync(tenant.Id))!.ConnectionStrings!.Default.ShouldBe("first");

        await SetAsync(tenant.Id, "second");
        (await Store.FindAsync(tenant.Id))!.ConnectionStrings!.Default.ShouldBe("second");
        (await _application.WithAsync<Tenant, string?>(async tenants => (await tenants.GetAsync(tenant.Id)).FindDefaultConnectionString())).ShouldBe("second");
    }

    [Fact]
    public async Task A_tenant_that_was_not_kept_is_forgotten_also_by_who_has_seen_it()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(requiresNew: true))
        {
            await Store.GetListAsync();
            await unitOfWork.CompleteAsync();
        }

        using (var unitOfWork = _application.UnitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Tenant, Guid>>().InsertAsync(new Tenant(Cast.South, "South", "SOUTH"), autoSave: true);
            _application.Services.GetRequiredService<TenantCache>().Clear();
            (await Store.FindAsync(Cast.South)).ShouldNotBeNull();
        }

        (await Store.FindAsync(Cast.South)).ShouldBeNull();
    }

    [Fact]
    public void A_connection_string_has_a_name_and_a_value()
    {
        var connection = new TenantConnectionString(Cast.North, "Default", "value");

        (connection.TenantId, connection.Name, connection.Value).ShouldBe((Cast.North, "Default", "value"));
        connection.GetKeys().ShouldBe([Cast.North, "Default"]);
        Should.Throw<ArgumentException>(() => new TenantConnectionString(Cast.North, "Default", ""));
    }

    private Task<Tenant> CreateAsync(string name) => _application.InUnitOfWorkAsync(async services =>
        await services.GetRequiredService<IRepository<Tenant, Guid>>().InsertAsync(await services.GetRequiredService<ITenantManager>().CreateAsync(name)));

    private Task SetAsync(Guid tenant, string connectionString) =>
        _application.WithAsync<Tenant>(async tenants => (await tenants.GetAsync(tenant)).SetDefaultConnectionString(connectionString));
}
