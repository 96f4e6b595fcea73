using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;

namespace Volo.Abp.Authorization.Permissions
{
    public interface IPermissionChecker
    {
        Task<bool> IsGrantedAsync(string name);

        Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name);
    }

    /// <summary>Where grants are kept: per provider (U user, R role) and key (user id, role name).</summary>
    public interface IPermissionStore
    {
        Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey);
    }

    public static class UserPermissionValueProvider
    {
        public const string ProviderName = "U";
    }

    public static class RolePermissionValueProvider
    {
        public const string ProviderName = "R";
    }

    public static class ClientPermissionValueProvider
    {
        public const string ProviderName = "C";
    }

    internal sealed class PermissionChecker(
        PermissionDefinitionManager definitions, IPermissionStore store, ICurrentPrincipalAccessor principalAccessor, ICurrentTenant currentTenant)
        : IPermissionChecker, ITransientDependency
    {
        public Task<bool> IsGrantedAsync(string name) => IsGrantedAsync(principalAccessor.Principal, name);

        public async Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name)
        {
            var permission = definitions.Find(name);
            if (permission is not { IsEnabled: true } || claimsPrincipal is null || !permission.MultiTenancySide.HasFlag(SideOf(claimsPrincipal)))
            {
                return false;
            }

            // Grants are the user's own side's: entering a county does not change who somebody is.
            using (currentTenant.Change(TenantOf(claimsPrincipal)))
            {
                if (claimsPrincipal.FindFirst(AbpClaimTypes.UserId)?.Value is { } userId
                    && await store.IsGrantedAsync(name, UserPermissionValueProvider.ProviderName, userId))
                {
                    return true;
                }

                foreach (var role in claimsPrincipal.FindAll(AbpClaimTypes.Role))
                {
                    if (await store.IsGrantedAsync(name, RolePermissionValueProvider.ProviderName, role.Value))
                    {
                        return true;
                    }
                }

                return claimsPrincipal.FindFirst(AbpClaimTypes.ClientId)?.Value is { } clientId
                    && await store.IsGrantedAsync(name, ClientPermissionValueProvider.ProviderName, clientId);
            }
        }

        private Guid? TenantOf(ClaimsPrincipal principal) =>
            principal.FindFirst(AbpClaimTypes.UserId) is null ? currentTenant.Id
            : Guid.TryParse(principal.FindFirst(AbpClaimTypes.TenantId)?.Value, out var id) ? id : null;

        private MultiTenancySides SideOf(ClaimsPrincipal principal) => TenantOf(principal) is null ? MultiTenancySides.Host : MultiTenancySides.Tenant;
    }
}

namespace Volo.Abp.Authorization
{
    public class PermissionRequirement(string permissionName) : IAuthorizationRequirement
    {
        public string PermissionName { get; } = permissionName;

        public override string ToString() => $"PermissionRequirement: {PermissionName}";
    }

    internal sealed class PermissionRequirementHandler(IPermissionChecker permissionChecker) : AuthorizationHandler<PermissionRequirement>
    {
        protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
        {
            if (await permissionChecker.IsGrantedAsync(context.User, requirement.PermissionName))
            {
                context.Succeed(requirement);
            }
        }
    }

    /// <summary>Every permission name is a policy.</summary>
    internal sealed class AbpAuthorizationPolicyProvider(IOptions<AuthorizationOptions> options, PermissionDefinitionManager definitions)
        : DefaultAuthorizationPolicyProvider(options)
    {
        private readonly System.Collections.Concurrent.ConcurrentDictionary<string, AuthorizationPolicy> _policies = new();

        public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
            await base.GetPolicyAsync(policyName)
            ?? (definitions.Find(policyName) is null
                ? null
                : _policies.GetOrAdd(policyName, name =>
                    new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(name)).Build()));
    }
}

