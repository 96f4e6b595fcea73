using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;
using Volo.Abp.TenantManagement;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class PermissionManagerTests : IAsyncLifetime
{
    private const string Permission = "Web.Read";

    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_permission_is_granted_once_and_taken_away()
    {
        await AsAsync(manager => manager.SetForRoleAsync("librarian", Permission, true));
        await AsAsync(manager => manager.SetForRoleAsync("librarian", Permission, true));
        var granted = await AsAsync(manager => manager.GetAsync(Permission, "R", "librarian"));
        (granted.Name, granted.IsGranted).ShouldBe((Permission, true));
        granted.Providers.ShouldHaveSingleItem().Key.ShouldBe("librarian");

        await AsAsync(manager => manager.SetForRoleAsync("librarian", Permission, false));

        (await AsAsync(manager => manager.GetAllForRoleAsync("librarian"))).ShouldAllBe(p => !p.IsGranted);
        (await _application.AllAsync<PermissionGrant>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_user_has_also_what_the_roles_have()
    {
        var role = await _application.SaveAsync(new IdentityRole(Guid.CreateVersion7(), "librarian"));
        var user = new IdentityUser(Cast.AdaId, "Ada", "ada@example.invalid");
        user.AddRole(role.Id);
        await _application.SaveAsync(user);
        await AsAsync(manager => manager.SetForRoleAsync("librarian", Permission, true));
        await AsAsync(manager => manager.SetForUserAsync(Cast.AdaId, Permission, true));

        var permission = (await AsAsync(manager => manager.GetAllForUserAsync(Cast.AdaId))).Single(p => p.Name == Permission);

        permission.Providers.Select(p => (p.Name, p.Key)).ShouldBe([("U", Cast.AdaId.ToString()), ("R", "librarian")]);
    }

    [Fact]
    public async Task Everything_is_taken_away_or_moved_to_another_name_at_once()
    {
        await AsAsync(manager => manager.SetForRoleAsync("librarian", Permission, true));
        await _application.InUnitOfWorkAsync(async services =>
        {
            var grant = (await services.GetRequiredService<IRepository<PermissionGrant, Guid>>().GetListAsync()).Single();
            (await services.GetRequiredService<IPermissionManager>().UpdateProviderKeyAsync(grant, "archivist")).ProviderKey.ShouldBe("archivist");
        });
        (await AsAsync(manager => manager.GetAsync(Permission, "R", "archivist"))).IsGranted.ShouldBeTrue();

        await AsAsync(manager => manager.DeleteAsync("R", "archivist"));

        (await _application.AllAsync<PermissionGrant>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_defined_is_not_granted()
    {
        await Should.ThrowAsync<AbpException>(() => AsAsync(manager => manager.SetForRoleAsync("librarian", "No.Such", true)));
        (await AsAsync(manager => manager.GetAsync("No.Such", "R", "librarian"))).IsGranted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_static_role_keeps_its_name_and_stays()
    {
        var role = await _application.SaveAsync(new IdentityRole(Guid.CreateVersion7(), "librarian") { IsStatic = true });

        await _application.InUnitOfWorkAsync(async services =>
        {
            var roles = services.GetRequiredService<IdentityRoleManager>();
            var found = await roles.GetByIdAsync(role.Id);
            (await Should.ThrowAsync<BusinessException>(() => roles.SetRoleNameAsync(found, "other"))).Code.ShouldBe("Volo.Abp.Identity:010005");
            (await Should.ThrowAsync<BusinessException>(() => roles.DeleteAsync(found))).Code.ShouldBe("Volo.Abp.Identity:010006");
            (await roles.FindByNameAsync("LIBRARIAN"))!.Id.ShouldBe(role.Id);
            await Should.ThrowAsync<EntityNotFoundException>(() => roles.GetByIdAsync(Guid.CreateVersion7()));
        });
        (await _application.AllAsync<IdentityRole>()).ShouldHaveSingleItem().Name.ShouldBe("librarian");
    }

    [Fact]
    public async Task A_tenant_gets_another_name_unless_it_is_taken()
    {
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
        await _application.SaveAsync(new Tenant(Cast.South, "South", "SOUTH"));

        await _application.InUnitOfWorkAsync(async services =>
        {
            var tenant = await services.GetRequiredService<IRepository<Tenant, Guid>>().GetAsync(Cast.North);
            var manager = services.GetRequiredService<ITenantManager>();
            (await Should.ThrowAsync<BusinessException>(() => manager.ChangeNameAsync(tenant, "south"))).Code.ShouldBe("Volo.Abp.TenantManagement:DuplicateTenantName");
            await manager.ChangeNameAsync(tenant, "Far North");
        });

        (await _application.AllAsync<Tenant>()).Select(t => t.NormalizedName).ShouldBe(["FAR NORTH", "SOUTH"], ignoreOrder: true);
    }

    [Fact]
    public void An_account_knows_its_phone_and_what_its_password_needs()
    {
        var user = new IdentityUser(Cast.AdaId, "Ada", "ada@example.invalid");
        user.SetPhoneNumber("13800001234", confirmed: true);
        user.SetEmailConfirmed(true);
        user.SetShouldChangePasswordOnNextLogin(true);
        user.SetLastPasswordChangeTime(DateTimeOffset.UnixEpoch);

        (user.PhoneNumber, user.PhoneNumberConfirmed, user.EmailConfirmed, user.TwoFactorEnabled, user.ShouldChangePasswordOnNextLogin, user.LastPasswordChangeTime)
            .ShouldBe(("13800001234", true, true, false, true, DateTimeOffset.UnixEpoch));
        user.SetPhoneNumber(null, confirmed: true);
        user.PhoneNumberConfirmed.ShouldBeFalse();
    }

    private Task<T> AsAsync<T>(Func<IPermissionManager, Task<T>> act) => _application.InUnitOfWorkAsync(services => act(services.GetRequiredService<IPermissionManager>()));

    private Task AsAsync(Func<IPermissionManager, Task> act) => _application.InUnitOfWorkAsync(services => act(services.GetRequiredService<IPermissionManager>()));
}
