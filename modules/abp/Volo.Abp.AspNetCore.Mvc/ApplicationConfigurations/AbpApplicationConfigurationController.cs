using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.AntiForgery;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

[Route("api/abp/application-configuration")]
[ApiExplorerSettings(GroupName = "Abp")]
public sealed class AbpApplicationConfigurationController(
    ICurrentUser currentUser, ICurrentTenant currentTenant, IPermissionDefinitionManager permissions, IPermissionChecker permissionChecker,
    IOptions<AbpLocalizationOptions> localization, IStringLocalizerFactory localizerFactory, IOptions<AbpMultiTenancyOptions> multiTenancy,
    IOptions<AbpApplicationConfigurationOptions> options, IAbpAntiForgeryManager antiForgery, IClock clock, IServiceProvider serviceProvider)
    : ControllerBase
{
    /// <summary>Language, granted policies, user and tenant of the caller; also sets the antiforgery cookie.</summary>
    [HttpGet]
    public async Task<ApplicationConfigurationDto> GetAsync(bool includeLocalizationResources = true) // exempt(authorize): tells each caller only of itself
    {
        antiForgery.SetCookie();
        Response.Headers.CacheControl = "no-store, no-cache";
        var configuration = new ApplicationConfigurationDto
        {
            Localization = Localization(includeLocalizationResources),
            CurrentUser = CurrentUser(),
            CurrentTenant = new CurrentTenantDto { Id = currentTenant.Id, Name = currentTenant.Name, IsAvailable = currentTenant.IsAvailable },
            MultiTenancy = new MultiTenancyInfoDto { IsEnabled = multiTenancy.Value.IsEnabled },
            Clock = new ClockDto { Kind = clock.Kind.ToString() },
        };
        foreach (var permission in await permissions.GetPermissionsAsync())
        {
            if (await permissionChecker.IsGrantedAsync(permission.Name))
            {
                configuration.Auth.GrantedPolicies[permission.Name] = true;
            }
        }

        await AddSettingsAsync(configuration);
        foreach (var contributor in options.Value.Contributors)
        {
            await contributor.ContributeAsync(new ApplicationConfigurationContributorContext(serviceProvider, configuration));
        }

        return configuration;
    }

    private async Task AddSettingsAsync(ApplicationConfigurationDto configuration)
    {
        var definitions = (SettingDefinitions)serviceProvider.GetService(typeof(SettingDefinitions))!;
        var provider = (ISettingProvider)serviceProvider.GetService(typeof(ISettingProvider))!;
        foreach (var setting in definitions.GetAll().Where(s => s.IsVisibleToClients))
        {
            configuration.Setting.Values[setting.Name] = await provider.GetOrNullAsync(setting.Name);
        }
    }

    private CurrentUserDto CurrentUser() => new()
    {
        IsAuthenticated = currentUser.IsAuthenticated,
        Id = currentUser.Id,
        TenantId = currentUser.TenantId,
        UserName = currentUser.UserName,
        Name = currentUser.Name,
        Email = currentUser.Email,
        Roles = currentUser.Roles,
    };

    private ApplicationLocalizationConfigurationDto Localization(bool includeResources)
    {
        var culture = CultureInfo.CurrentUICulture;
        return new ApplicationLocalizationConfigurationDto
        {
            Values = includeResources
                ? localization.Value.Resources.Values.ToDictionary(
                    r => r.ResourceName, r => localizerFactory.Create(r.ResourceType).GetAllStrings(true).ToDictionary(t => t.Name, t => t.Value))
                : [],
            Languages = localization.Value.Languages.ConvertAll(l => new LanguageDto { CultureName = l.CultureName, UiCultureName = l.UiCultureName, DisplayName = l.DisplayName }),
            CurrentCulture = new CurrentCultureDto { CultureName = culture.Name, Name = culture.Name, DisplayName = culture.DisplayName },
            DefaultResourceName = localization.Value.DefaultResourceType is { } type ? LocalizationResourceNameAttribute.GetName(type) : null,
        };
    }
}
