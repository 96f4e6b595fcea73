using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Administration.Tokens;

/// <summary>Whoever comes with a token may do what its owner may and what the token's scopes name: both.</summary>
internal sealed class ScopedPermissionChecker(IPermissionChecker inner, ICurrentPrincipalAccessor principalAccessor) : IPermissionChecker
{
    public Task<bool> IsGrantedAsync(string name) => IsGrantedAsync(principalAccessor.Principal, name);

    public async Task<bool> IsGrantedAsync(ClaimsPrincipal? claimsPrincipal, string name) => IsInScope(claimsPrincipal, name) && await inner.IsGrantedAsync(claimsPrincipal, name);

    /// <summary>Puts itself before the checker that is registered.</summary>
    public static void AddTo(IServiceCollection services)
    {
        var inner = services.Last(service => service.ServiceType == typeof(IPermissionChecker));
        services.Replace(ServiceDescriptor.Transient<IPermissionChecker>(provider => new ScopedPermissionChecker(
            (IPermissionChecker)(inner.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!)),
            provider.GetRequiredService<ICurrentPrincipalAccessor>())));
    }

    // A token without scopes carries one empty scope claim; only a session carries none.
    private static bool IsInScope(ClaimsPrincipal? principal, string name) =>
        principal is null || !principal.HasClaim(claim => claim.Type == BearerHandler.ScopeClaim) || principal.HasClaim(BearerHandler.ScopeClaim, name);
}
