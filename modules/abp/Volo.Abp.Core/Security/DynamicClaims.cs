using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Security.Claims;

public interface IAbpClaimsPrincipalFactory
{
    /// <summary>The principal with what has changed since it was issued; not authenticated if it may not go on.</summary>
    Task<ClaimsPrincipal> CreateDynamicAsync(ClaimsPrincipal? existsClaimsPrincipal = null);
}

/// <summary>Brings a principal up to date, or replaces it by one that is not authenticated.</summary>
public interface IAbpDynamicClaimsPrincipalContributor
{
    Task ContributeAsync(AbpClaimsPrincipalContributorContext context);
}

public class AbpClaimsPrincipalContributorContext(ClaimsPrincipal claimsPrincipal, IServiceProvider serviceProvider)
{
    public ClaimsPrincipal ClaimsPrincipal { get; set; } = claimsPrincipal;

    public IServiceProvider ServiceProvider { get; } = serviceProvider;
}

/// <summary>Asks the contributors in the order of their modules, until one turns the principal away.</summary>
internal sealed class AbpClaimsPrincipalFactory(ICurrentPrincipalAccessor principalAccessor, IServiceProvider serviceProvider)
    : IAbpClaimsPrincipalFactory, ITransientDependency
{
    public async Task<ClaimsPrincipal> CreateDynamicAsync(ClaimsPrincipal? existsClaimsPrincipal = null)
    {
        var context = new AbpClaimsPrincipalContributorContext(existsClaimsPrincipal ?? principalAccessor.Principal, serviceProvider);
        foreach (var contributor in serviceProvider.GetServices<IAbpDynamicClaimsPrincipalContributor>())
        {
            if (context.ClaimsPrincipal.Identity?.IsAuthenticated != true)
            {
                break;
            }

            await contributor.ContributeAsync(context);
        }

        return context.ClaimsPrincipal;
    }
}
