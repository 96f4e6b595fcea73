using DoubleReductionGov.Directory;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;
using Volo.Abp.Users;

namespace DoubleReductionGov.Host.Configuration;

/// <summary>Tells the portal the city's name and the organisation of the signed-in person.</summary>
internal sealed class PortalConfigurationContributor : IApplicationConfigurationContributor
{
    public async Task ContributeAsync(ApplicationConfigurationContributorContext context)
    {
        var extra = context.ApplicationConfiguration.ExtraProperties;
        extra["cityName"] = context.ServiceProvider.GetRequiredService<IOptions<CityOptions>>().Value.Name;
        extra["organisation"] = await FindOrganisationAsync(context.ServiceProvider);
    }

    private static async Task<object?> FindOrganisationAsync(IServiceProvider services)
    {
        if (!Guid.TryParse(services.GetRequiredService<ICurrentUser>().FindClaimValue(DirectoryClaims.OrganisationId), out var id))
        {
            return null;
        }

        var organisations = await services.GetRequiredService<IDirectoryIntegrationService>().GetOrganisationsAsync();
        return organisations.Where(organisation => organisation.Id == id).Select(organisation => new { organisation.Id, organisation.Name }).FirstOrDefault();
    }
}
