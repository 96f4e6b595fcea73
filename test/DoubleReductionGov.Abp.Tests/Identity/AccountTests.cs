using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.TenantManagement;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class AccountTests : IAsyncLifetime
{
    private const string Password = "Correct-Horse-7";

    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public void A_new_account_is_active_with_names_in_capitals_and_stamps()
    {
        var user = new IdentityUser(Cast.AdaId, "Ada", "Ada@example.invalid", Cast.North) { Name = "Ada L." };

        (user.Id, user.UserName, user.NormalizedUserName, user.Email, user.NormalizedEmail, user.TenantId, user.IsActive, user.Name)
            .ShouldBe((Cast.AdaId, "Ada", "ADA", "Ada@example.invalid", "ADA@EXAMPLE.INVALID", Cast.North, true, "Ada L."));
        user.SecurityStamp.ShouldNotBeEmpty();
        user.ConcurrencyStamp.Length.ShouldBe(32);
        (user.PasswordHash, user.LockoutEnd, user.LockoutEnabled, user.AccessFailedCount).ShouldBe((null, null, false, 0));
        Should.Throw<ArgumentException>(() => new IdentityUser(Cast.AdaId, " ", "a@example.invalid"));
        Should.Throw<ArgumentException>(() => new IdentityUser(Cast.AdaId, "a", new string('a', 257)));
    }

    [Fact]
    public async Task An_account_is_found_by_its_name_however_it_is_written()
    {
        var id = await CreateAsync("Ada");

        await AsAsync(async users =>
        {
            (await users.FindByNameAsync("aDA"))!.Id.ShouldBe(id);
            (await users.GetByIdAsync(id)).UserName.ShouldBe("Ada");
            (await users.FindByNameAsync("Nora")).ShouldBeNull();
            (await users.FindByIdAsync("no id")).ShouldBeNull();
            await Should.ThrowAsync<EntityNotFoundException>(() => users.GetByIdAsync(Guid.CreateVersion7()));
        });
    }

    [Fact]
    public async Task A_name_is_taken_once_in_each_tenant()
    {
        await CreateAsync("ada");
        await CreateAsync("ada", Cast.North);

        await AsAsync(async users =>
        {
            var again = await users.CreateAsync(new IdentityUser(Guid.CreateVersion7(), "ADA", "b@example.invalid"), Password);
            again.Errors.ShouldHaveSingleItem().Code.ShouldBe("DuplicateUserName");
        });
    }

    [Fact]
    public async Task An_account_of_a_tenant_is_not_found_elsewhere()
    {
        var id = await CreateAsync("nora", Cast.North);

        await AsAsync(async users =>
        {
            (await users.FindByNameAsync("nora")).ShouldBeNull();
            (await users.FindByIdAsync(id.ToString())).ShouldBeNull();
        });
    }

    [Fact]
    public async Task The_password_is_kept_as_a_hash_and_checked()
    {
        var id = await CreateAsync("ada");

        await AsAsync(async users =>
        {
            var user = await users.GetByIdAsync(id);
            user.PasswordHash.ShouldNotBeNull().ShouldNotContain(Password);
            (await users.HasPasswordAsync(user)).ShouldBeTrue();
            (await users.CheckPasswordAsync(user, Password)).ShouldBeTrue();
            (await users.CheckPasswordAsync(user, "wrong")).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task Failed_attempts_are_counted_up_to_a_lockout_and_forgiven_after_a_success()
    {
        var id = await CreateAsync("ada");
        for (var attempt = 1; attempt <= 5; attempt++)
        {
            await AsAsync(async users => await users.AccessFailedAsync(await users.GetByIdAsync(id)));
        }

        await AsAsync(async users =>
        {
            var user = await users.GetByIdAsync(id);
            (await users.GetLockoutEnabledAsync(user)).ShouldBeTrue();
            (await users.IsLockedOutAsync(user)).ShouldBeTrue();
            (await users.GetAccessFailedCountAsync(user)).ShouldBe(0);
            await users.SetLockoutEndDateAsync(user, null);
            await users.AccessFailedAsync(user);
            (await users.GetAccessFailedCountAsync(user)).ShouldBe(1);
            await users.ResetAccessFailedCountAsync(user);
            (await users.GetAccessFailedCountAsync(user)).ShouldBe(0);
        });
    }

    [Fact]
    public async Task Roles_are_given_and_taken_by_name_within_the_tenant()
    {
        var id = await CreateAsync("nora", Cast.North);
        await AddRoleAsync("Reader");
        await AddRoleAsync("Librarian", Cast.North);

        await AsAsync(async users =>
        {
            var user = await users.GetByIdAsync(id);
            (await users.AddToRoleAsync(user, "librarian")).Succeeded.ShouldBeTrue();
            await Should.ThrowAsync<InvalidOperationException>(() => users.AddToRoleAsync(user, "Reader"));
        }, Cast.North);
        await AsAsync(async users =>
        {
            var user = await users.GetByIdAsync(id);
            (await users.GetRolesAsync(user)).ShouldBe(["Librarian"]);
            (await users.IsInRoleAsync(user, "LIBRARIAN")).ShouldBeTrue();
            (await users.IsInRoleAsync(user, "Reader")).ShouldBeFalse();
            (await users.GetUsersInRoleAsync("Librarian")).ShouldHaveSingleItem().Id.ShouldBe(id);
            (await users.GetUsersInRoleAsync("Nobody")).ShouldBeEmpty();
            await users.RemoveFromRoleAsync(user, "Librarian");
            (await users.GetRolesAsync(user)).ShouldBeEmpty();
        }, Cast.North);
    }

    [Fact]
    public void A_role_is_had_once()
    {
        var user = new IdentityUser(Cast.AdaId, "ada", "a@example.invalid", Cast.North);
        var role = Guid.CreateVersion7();

        user.AddRole(role);
        user.AddRole(role);

        var had = user.Roles.ShouldHaveSingleItem();
        (had.UserId, had.RoleId, had.TenantId).ShouldBe((Cast.AdaId, role, Cast.North));
        had.GetKeys().ShouldBe([Cast.AdaId, role]);
        user.IsInRole(role).ShouldBeTrue();
        user.RemoveRole(role);
        user.IsInRole(role).ShouldBeFalse();
    }

    [Fact]
    public void A_role_belongs_to_a_tenant_and_may_be_built_in()
    {
        var role = new IdentityRole(Cast.AdaId, "Reader", Cast.North) { IsStatic = true, IsPublic = true, IsDefault = true };

        (role.Name, role.NormalizedName, role.TenantId, role.IsStatic, role.IsPublic, role.IsDefault).ShouldBe(("Reader", "READER", Cast.North, true, true, true));
    }

    [Fact]
    public async Task Whoever_signs_in_carries_tenant_name_and_roles()
    {
        var id = await CreateAsync("nora", Cast.North);
        await AddRoleAsync("Librarian", Cast.North);
        var principal = await _application.InUnitOfWorkAsync(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var user = await users.GetByIdAsync(id);
            user.Name = "Nora N.";
            await users.AddToRoleAsync(user, "Librarian");
            return await services.GetRequiredService<IUserClaimsPrincipalFactory<IdentityUser>>().CreateAsync(user);
        }, Cast.North);

        principal.FindFirstValue(AbpClaimTypes.UserId).ShouldBe(id.ToString());
        principal.FindFirstValue(AbpClaimTypes.UserName).ShouldBe("nora");
        principal.FindFirstValue(AbpClaimTypes.Name).ShouldBe("Nora N.");
        principal.FindFirstValue(AbpClaimTypes.TenantId).ShouldBe(Cast.North.ToString());
        principal.IsInRole("Librarian").ShouldBeTrue();
    }

    [Fact]
    public async Task An_account_is_deleted_softly_and_then_not_found()
    {
        var id = await CreateAsync("ada");
        await AsAsync(async users => (await users.DeleteAsync(await users.GetByIdAsync(id))).Succeeded.ShouldBeTrue());

        await AsAsync(async users => (await users.FindByNameAsync("ada")).ShouldBeNull());
        (await _application.AllAsync<IdentityUser>()).ShouldHaveSingleItem().IsDeleted.ShouldBeTrue();
    }

    private async Task<Guid> CreateAsync(string name, Guid? tenant = null)
    {
        var id = Guid.CreateVersion7();
        await AsAsync(async users => (await users.CreateAsync(new IdentityUser(id, name, name + "@example.invalid", tenant), Password)).Succeeded.ShouldBeTrue(), tenant);
        return id;
    }

    private Task AddRoleAsync(string name, Guid? tenant = null) => _application.SaveAsync(new IdentityRole(Guid.CreateVersion7(), name, tenant), tenant);

    private Task AsAsync(Func<IdentityUserManager, Task> act, Guid? tenant = null) =>
        _application.InUnitOfWorkAsync(services => act(services.GetRequiredService<IdentityUserManager>()), tenant);
}
