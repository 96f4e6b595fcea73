using DoubleReductionGov.Administration.Rights;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;

namespace DoubleReductionGov.Administration.Officers;

/// <summary>Who holds an officer's role in the current tenant.</summary>
internal sealed class OfficerRegister(
    IRepository<IdentityUser, Guid> users, IRepository<IdentityRole, Guid> roles, IRepository<PermissionGrant, Guid> grants, AdministrationRights administration)
    : ITransientDependency
{
    /// <summary>Accounts that can act as this officer now.</summary>
    public async Task<int> CountActiveAsync(string role, Guid? otherThan = null)
    {
        var ofKind =
            from user in await users.GetQueryableAsync()
            where user.IsActive && user.Id != otherThan
            from membership in user.Roles
            join known in await roles.GetQueryableAsync() on membership.RoleId equals known.Id
            where known.Name == role
            select user.Id;
        return await ofKind.CountAsync();
    }

    /// <summary>
    /// Whoever is the last active officer of a kind stays it: nobody could make another. The role's stamp is renewed, so that of two officers
    /// who remove each other at once the slower one meets a changed row.
    /// </summary>
    public async Task EnsureNotLastAsync(IdentityUser user, IEnumerable<string> lostRoles)
    {
        foreach (var role in lostRoles.Where(OfficerSeparation.IsOfficer))
        {
            if (await CountActiveAsync(role, otherThan: user.Id) == 0)
            {
                throw new BusinessException(AdministrationErrors.LastOfficer).WithData("role", role);
            }

            await roles.UpdateAsync(await roles.GetAsync(known => known.Name == role));
        }
    }

    /// <summary>What was granted to the account itself must fit the roles that it gets.</summary>
    public async Task EnsureOwnRightsFitAsync(IdentityUser user, IReadOnlyCollection<string> rolesAfter)
    {
        var key = user.Id.ToString();
        var own = await grants.GetListAsync(g => g.ProviderName == UserPermissionValueProvider.ProviderName && g.ProviderKey == key);
        OfficerSeparation.EnsurePermissions(rolesAfter, own.Select(g => g.Name).Order(StringComparer.Ordinal), await administration.FindAsync());
    }
}
