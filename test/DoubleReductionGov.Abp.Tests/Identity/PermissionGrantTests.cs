using DoubleReductionGov.Abp.Tests.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.PermissionManagement;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class PermissionGrantTests : IAsyncLifetime
{
    private const string Permission = "Web.Read";

    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_grant_holds_as_soon_as_it_is_committed()
    {
        (await MayAsync()).ShouldBeFalse();

        await GrantAsync();

        (await MayAsync()).ShouldBeTrue();
        typeof(WebPermissions).ShouldNotBeNull();
    }

    [Fact]
    public async Task Granting_again_changes_nothing()
    {
        await GrantAsync();
        await GrantAsync();

        var grant = (await _application.AllAsync<PermissionGrant>()).ShouldHaveSingleItem();
        (grant.Name, grant.ProviderName, grant.ProviderKey, grant.TenantId).ShouldBe((Permission, "R", "librarian", null));
    }

    [Fact]
    public async Task A_grant_that_is_taken_away_is_gone_with_the_next_question()
    {
        await GrantAsync();
        (await MayAsync()).ShouldBeTrue();

        await _application.WithAsync<PermissionGrant>(grants => grants.DeleteAsync(g => g.Name == Permission));

        (await MayAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_that_was_rolled_back_never_held()
    {
        (await MayAsync()).ShouldBeFalse();
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IPermissionDataSeeder>().SeedAsync("R", "librarian", [Permission]);
            await unitOfWork.SaveChangesAsync();
            await MayAsync();
        }

        (await MayAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_tenants_grant_is_the_tenants_alone()
    {
        await GrantAsync(Cast.North);

        (await MayAsync()).ShouldBeFalse();
        (await _application.InUnitOfWorkAsync(services => services.GetRequiredService<IPermissionChecker>().IsGrantedAsync(Cast.Nora, Permission))).ShouldBeTrue();
        (await _application.AllAsync<PermissionGrant>()).ShouldHaveSingleItem().TenantId.ShouldBe(Cast.North);
    }

    private Task GrantAsync(Guid? tenant = null) =>
        _application.InUnitOfWorkAsync(services => services.GetRequiredService<IPermissionDataSeeder>().SeedAsync("R", "librarian", [Permission], tenant));

    // As authorization asks: outside of any unit of work, or inside the one that is current.
    private async Task<bool> MayAsync()
    {
        await using var scope = _application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IPermissionChecker>().IsGrantedAsync(Cast.Ada, Permission);
    }
}
