using DoubleReductionGov.Administration.Roles;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.Rights;

/// <summary>Reads and sets what roles and accounts of the current tenant may do. A change holds from the next request on.</summary>
internal sealed class RightDesk(
    IdentityRoleManager roles, IdentityUserManager users, IPermissionManager permissions, IPermissionDefinitionManager definitions,
    AdministrationRights administration, RoleNames roleNames, IStringLocalizerFactory localizers, IStringLocalizer<AdministrationResource> texts,
    ICurrentUser currentUser, ICurrentTenant currentTenant)
    : ITransientDependency
{
    public async Task<RightHolder> FindRoleAsync(Guid roleId)
    {
        var role = await roles.GetByIdAsync(roleId);
        return new RightHolder(RightsKind.Role, RolePermissionValueProvider.ProviderName, role.Name, roleNames.Of(role.Name), [role.Name]);
    }

    public async Task<RightHolder> FindUserAsync(Guid userId)
    {
        var user = await users.GetByIdAsync(userId);
        return new RightHolder(RightsKind.User, UserPermissionValueProvider.ProviderName, userId.ToString(), user.UserName, [.. await users.GetRolesAsync(user)]);
    }

    public async Task<RightsDto> ReadAsync(RightHolder holder)
    {
        var granted = (await permissions.GetAllAsync(holder.ProviderName, holder.ProviderKey)).ToDictionary(p => p.Name);
        var administers = await administration.FindAsync();
        var isOfficer = holder.Roles.Any(OfficerSeparation.IsOfficer);
        var groups = (await definitions.GetGroupsAsync())
            .Select(group => new RightGroup(group.Name, group.DisplayName.Localize(localizers), [.. group.Permissions.SelectMany(p => Describe(p, 0))]))
            .Where(group => group.Rights.Count > 0)
            .ToList();
        var why = WhyFixed(holder);
        return new RightsDto(holder.Kind, holder.Name, why is null, why is null ? null : texts[why].Value, StampOf(holder, granted.Values), groups);

        IEnumerable<Right> Describe(PermissionDefinition permission, int depth)
        {
            var children = permission.Children.SelectMany(child => Describe(child, depth + 1));
            if (!granted.TryGetValue(permission.Name, out var state))
            {
                return children;
            }

            var byRoles = holder.Kind == RightsKind.Role ? [] : state.Providers.Where(p => p.Name == RolePermissionValueProvider.ProviderName).Select(p => roleNames.Of(p.Key)).ToList();
            return children.Prepend(new Right(
                permission.Name, permission.DisplayName.Localize(localizers), permission.Parent?.Name, depth, state.IsGranted, IsDirect(holder, state),
                !isOfficer && !administers(permission.Name), permission.MultiTenancySide, byRoles));
        }
    }

    /// <summary>
    /// Grants these permissions directly and no others. Refuses, in this order: OwnRightsCannotChange, OfficerRightsAreFixed, PermissionUnknown,
    /// PermissionOfOtherSide, AdministrationIsForOfficers, PermissionNeedsParent; then a stale stamp.
    /// </summary>
    public async Task SetAsync(RightHolder holder, IReadOnlyCollection<string> wanted, string? concurrencyStamp)
    {
        EnsureNotOwn(holder);
        OfficerSeparation.EnsureRightsMayChange(holder.Roles);
        foreach (var name in wanted)
        {
            await EnsureOfThisSideAsync(name);
        }

        OfficerSeparation.EnsurePermissions(holder.Roles, wanted, await administration.FindAsync());
        var before = await permissions.GetAllAsync(holder.ProviderName, holder.ProviderKey);
        await EnsureParentsAsync(wanted, before.Where(p => p.IsGranted && !IsDirect(holder, p)).Select(p => p.Name).ToHashSet());
        if (concurrencyStamp is not null && concurrencyStamp != StampOf(holder, before))
        {
            throw new AbpDbConcurrencyException("The rights were changed meanwhile.");
        }

        foreach (var permission in before.Where(p => IsDirect(holder, p) != wanted.Contains(p.Name)))
        {
            await permissions.SetAsync(permission.Name, holder.ProviderName, holder.ProviderKey, wanted.Contains(permission.Name));
        }
    }

    private async Task EnsureOfThisSideAsync(string name)
    {
        var permission = await definitions.GetOrNullAsync(name) ?? throw new BusinessException(AdministrationErrors.PermissionUnknown).WithData("permission", name);
        if (!permission.MultiTenancySide.HasFlag(currentTenant.GetMultiTenancySide()))
        {
            throw new BusinessException(AdministrationErrors.PermissionOfOtherSide).WithData("permission", permission.DisplayName.Localize(localizers).Value);
        }
    }

    // What a role grants carries a child that is granted to the account itself.
    private async Task EnsureParentsAsync(IReadOnlyCollection<string> wanted, HashSet<string> byRoles)
    {
        foreach (var name in wanted)
        {
            var permission = (await definitions.GetOrNullAsync(name))!;
            if (permission.Parent is { } parent && !wanted.Contains(parent.Name) && !byRoles.Contains(parent.Name))
            {
                throw new BusinessException(AdministrationErrors.PermissionNeedsParent)
                    .WithData("permission", permission.DisplayName.Localize(localizers).Value).WithData("parent", parent.DisplayName.Localize(localizers).Value);
            }
        }
    }

    private void EnsureNotOwn(RightHolder holder)
    {
        if (IsOwn(holder))
        {
            throw new BusinessException(AdministrationErrors.OwnRightsCannotChange);
        }
    }

    private string? WhyFixed(RightHolder holder) =>
        IsOwn(holder) ? AdministrationErrors.OwnRightsCannotChange : holder.Roles.Any(OfficerSeparation.IsOfficer) ? "Rights:OfficersAreFixed" : null;

    private bool IsOwn(RightHolder holder) =>
        holder.Kind == RightsKind.User ? holder.ProviderKey == currentUser.Id?.ToString() : currentUser.Roles.Contains(holder.ProviderKey);

    private static bool IsDirect(RightHolder holder, PermissionWithGrantedProviders permission) =>
        permission.Providers.Any(p => p.Name == holder.ProviderName && p.Key == holder.ProviderKey);

    private static string StampOf(RightHolder holder, IEnumerable<PermissionWithGrantedProviders> granted) =>
        RightHolder.StampOf(granted.Where(p => IsDirect(holder, p)).Select(p => p.Name));
}
