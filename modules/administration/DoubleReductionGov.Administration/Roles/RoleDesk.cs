using DoubleReductionGov.Administration.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.Roles;

/// <summary>What is done with roles of the current tenant. Rights hang on a role's name, so that they move when it is renamed.</summary>
internal sealed class RoleDesk(
    IdentityRoleManager roles, IdentityUserManager userManager, IRepository<IdentityUser, Guid> users, IRepository<PermissionGrant, Guid> grants,
    IPermissionManager permissions, AdministrationRights administration, IGuidGenerator guidGenerator, ICurrentTenant currentTenant)
    : ITransientDependency
{
    public async Task<Guid> CreateAsync(string name)
    {
        await EnsureNameIsFreeAsync(name.Trim(), null);
        var role = new IdentityRole(guidGenerator.Create(), name.Trim(), currentTenant.Id);
        Ensure(await roles.CreateAsync(role));
        return role.Id;
    }

    public async Task RenameAsync(Guid id, string name, string? concurrencyStamp)
    {
        var role = await GetOwnAsync(id, concurrencyStamp);
        await EnsureNameIsFreeAsync(name.Trim(), id);

        foreach (var grant in await GrantsAsync(role.Name))
        {
            await permissions.UpdateProviderKeyAsync(grant, name.Trim());
        }

        Ensure(await roles.SetRoleNameAsync(role, name.Trim()));
        Ensure(await roles.UpdateAsync(role));
        foreach (var user in await HoldersAsync(id))
        {
            // The cookie carries the old name, to which no right belongs any more.
            Ensure(await userManager.UpdateSecurityStampAsync(user));
        }
    }

    public async Task DeleteAsync(Guid id, string? concurrencyStamp)
    {
        var role = await GetOwnAsync(id, concurrencyStamp);
        if (await HoldersAsync(id) is { Count: > 0 and var count })
        {
            throw new BusinessException(AdministrationErrors.RoleHasUsers).WithData("name", role.Name).WithData("count", count);
        }

        await permissions.DeleteAsync(RolePermissionValueProvider.ProviderName, role.Name);
        Ensure(await roles.DeleteAsync(role));
    }

    public async Task<Guid> CloneAsync(Guid id, string name)
    {
        var names = (await GrantsAsync((await roles.GetByIdAsync(id)).Name)).ConvertAll(g => g.Name);
        OfficerSeparation.EnsurePermissions([name.Trim()], names.Order(StringComparer.Ordinal), await administration.FindAsync());

        var clone = await CreateAsync(name);
        foreach (var permission in names)
        {
            await permissions.SetForRoleAsync(name.Trim(), permission, isGranted: true);
        }

        return clone;
    }

    /// <summary>A role that was made here, not one on which the platform is built.</summary>
    private async Task<IdentityRole> GetOwnAsync(Guid id, string? concurrencyStamp)
    {
        var role = await roles.GetByIdAsync(id);
        if (role.IsStatic)
        {
            throw new BusinessException(AdministrationErrors.RoleIsStatic).WithData("name", role.Name);
        }

        role.SetConcurrencyStampIfNotNull(concurrencyStamp);
        return role;
    }

    private Task<List<PermissionGrant>> GrantsAsync(string roleName) =>
        grants.GetListAsync(g => g.ProviderName == RolePermissionValueProvider.ProviderName && g.ProviderKey == roleName);

    private Task<List<IdentityUser>> HoldersAsync(Guid roleId) => users.GetListAsync(u => u.Roles.Any(r => r.RoleId == roleId), includeDetails: true);

    private async Task EnsureNameIsFreeAsync(string name, Guid? ownId)
    {
        if (await roles.FindByNameAsync(name) is { } other && other.Id != ownId)
        {
            throw new BusinessException(AdministrationErrors.RoleNameExists).WithData("name", name);
        }
    }

    private static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new AbpException(string.Join(" ", result.Errors.Select(error => error.Code)));
        }
    }
}
