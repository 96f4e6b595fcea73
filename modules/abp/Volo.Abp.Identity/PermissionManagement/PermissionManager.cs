using Microsoft.EntityFrameworkCore;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.PermissionManagement;

/// <summary>Grants and takes away permissions of the current tenant; provider and key say to whom (U user id, R role name, C client id).</summary>
public interface IPermissionManager
{
    Task<PermissionWithGrantedProviders> GetAsync(string permissionName, string providerName, string providerKey);

    /// <summary>Every enabled permission of the current side, granted or not, in the order of their definition.</summary>
    Task<List<PermissionWithGrantedProviders>> GetAllAsync(string providerName, string providerKey);

    /// <exception cref="ApplicationException">The permission is disabled or belongs to the other side.</exception>
    Task SetAsync(string permissionName, string providerName, string providerKey, bool isGranted);

    Task<PermissionGrant> UpdateProviderKeyAsync(PermissionGrant permissionGrant, string providerKey);

    /// <summary>Takes everything away from one user, role or client.</summary>
    Task DeleteAsync(string providerName, string providerKey);
}

public class PermissionWithGrantedProviders(string name, bool isGranted)
{
    public string Name { get; } = Check.NotNull(name, nameof(name));

    public bool IsGranted { get; set; } = isGranted;

    /// <summary>Who grants it: the user itself, a role that the user has.</summary>
    public List<PermissionValueProviderInfo> Providers { get; set; } = [];
}

public class PermissionValueProviderInfo(string name, string key)
{
    public string Name { get; } = Check.NotNull(name, nameof(name));

    public string Key { get; } = Check.NotNull(key, nameof(key));
}

internal sealed class PermissionManager(
    IPermissionDefinitionManager definitions, IRepository<PermissionGrant, Guid> grants, IRepository<IdentityUser, Guid> users,
    IRepository<IdentityRole, Guid> roles, IGuidGenerator guidGenerator, ICurrentTenant currentTenant)
    : IPermissionManager, ITransientDependency
{
    public async Task<PermissionWithGrantedProviders> GetAsync(string permissionName, string providerName, string providerKey) =>
        (await GetAllAsync(providerName, providerKey)).Find(p => p.Name == permissionName) ?? new PermissionWithGrantedProviders(permissionName, false);

    public async Task<List<PermissionWithGrantedProviders>> GetAllAsync(string providerName, string providerKey)
    {
        var holders = await HoldersAsync(providerName, providerKey);
        var names = holders.Select(h => h.Name).Distinct().ToList();
        var keys = holders.Select(h => h.Key).ToList();
        var granted = (await grants.GetListAsync(g => names.Contains(g.ProviderName) && keys.Contains(g.ProviderKey!)))
            .ToLookup(g => g.Name, g => (g.ProviderName, g.ProviderKey));
        return (await definitions.GetPermissionsAsync()).Where(IsOfThisSide).Select(Describe).ToList();

        PermissionWithGrantedProviders Describe(PermissionDefinition permission)
        {
            var by = holders.Where(h => granted[permission.Name].Contains((h.Name, h.Key))).ToList();
            return new PermissionWithGrantedProviders(permission.Name, by.Count > 0) { Providers = by };
        }
    }

    public async Task SetAsync(string permissionName, string providerName, string providerKey, bool isGranted)
    {
        var permission = await definitions.GetOrNullAsync(permissionName) ?? throw new AbpException("Undefined permission: " + permissionName);
        if (!IsOfThisSide(permission))
        {
#pragma warning disable CA2201 // What ABP throws.
            throw new ApplicationException($"The permission named '{permissionName}' is disabled or has no multi-tenancy side {currentTenant.GetMultiTenancySide()}.");
#pragma warning restore CA2201
        }

        var grant = await grants.FindAsync(g => g.Name == permissionName && g.ProviderName == providerName && g.ProviderKey == providerKey);
        if (isGranted && grant is null)
        {
            await grants.InsertAsync(new PermissionGrant(guidGenerator.Create(), permissionName, providerName, providerKey, currentTenant.Id));
        }
        else if (!isGranted && grant is not null)
        {
            await grants.DeleteAsync(grant);
        }
    }

    public async Task<PermissionGrant> UpdateProviderKeyAsync(PermissionGrant permissionGrant, string providerKey)
    {
        permissionGrant.ProviderKey = providerKey;
        return await grants.UpdateAsync(permissionGrant);
    }

    public Task DeleteAsync(string providerName, string providerKey) =>
        grants.DeleteAsync(g => g.ProviderName == providerName && g.ProviderKey == providerKey);

    private bool IsOfThisSide(PermissionDefinition permission) =>
        permission.IsEnabled && permission.MultiTenancySide.HasFlag(currentTenant.GetMultiTenancySide());

    /// <summary>A user has also what the user's roles have.</summary>
    private async Task<List<PermissionValueProviderInfo>> HoldersAsync(string providerName, string providerKey)
    {
        var holders = new List<PermissionValueProviderInfo> { new(providerName, providerKey) };
        if (providerName == UserPermissionValueProvider.ProviderName && Guid.TryParse(providerKey, out var userId))
        {
            var names =
                from user in await users.GetQueryableAsync()
                where user.Id == userId
                from membership in user.Roles
                join role in await roles.GetQueryableAsync() on membership.RoleId equals role.Id
                orderby role.Name
                select role.Name;
            holders.AddRange((await names.ToListAsync()).ConvertAll(name => new PermissionValueProviderInfo(RolePermissionValueProvider.ProviderName, name)));
        }

        return holders;
    }
}

public static class RolePermissionManagerExtensions
{
    public static Task<List<PermissionWithGrantedProviders>> GetAllForRoleAsync(this IPermissionManager permissionManager, string roleName) =>
        permissionManager.GetAllAsync(RolePermissionValueProvider.ProviderName, roleName);

    public static Task SetForRoleAsync(this IPermissionManager permissionManager, string roleName, string permissionName, bool isGranted) =>
        permissionManager.SetAsync(permissionName, RolePermissionValueProvider.ProviderName, roleName, isGranted);
}

public static class UserPermissionManagerExtensions
{
    public static Task<List<PermissionWithGrantedProviders>> GetAllForUserAsync(this IPermissionManager permissionManager, Guid userId) =>
        permissionManager.GetAllAsync(UserPermissionValueProvider.ProviderName, userId.ToString());

    public static Task SetForUserAsync(this IPermissionManager permissionManager, Guid userId, string name, bool isGranted) =>
        permissionManager.SetAsync(name, UserPermissionValueProvider.ProviderName, userId.ToString(), isGranted);
}
