using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.AntiForgery;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Features;
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
    IOptions<AbpLocalizationOptions> localization, IOptions<AbpMultiTenancyOptions> multiTenancy,
    IOptions<AbpApplicationConfigurationOptions> options, IAbpAntiForgeryManager antiForgery, IClock clock, IFeatureChecker featureChecker, IServiceProvider serviceProvider)
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
            Timing = Timing(),
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
        var features = (FeatureDefinitions)serviceProvider.GetService(typeof(FeatureDefinitions))!;
        foreach (var feature in features.All.Where(f => f.IsVisibleToClients))
        {
            configuration.Features.Values[feature.Name] = await featureChecker.GetOrNullAsync(feature.Name);
        }

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
        ImpersonatorUserId = GuidOf("impersonator_userid"),
        ImpersonatorTenantId = GuidOf("impersonator_tenantid"),
        ImpersonatorUserName = currentUser.FindClaimValue("impersonator_username"),
        ImpersonatorTenantName = currentUser.FindClaimValue("impersonator_tenantname"),
        UserName = currentUser.UserName,
        Name = currentUser.Name,
        SurName = currentUser.FindClaimValue(System.Security.Claims.ClaimTypes.Surname),
        Email = currentUser.Email,
        EmailVerified = IsTrue("email_verified"),
        PhoneNumber = currentUser.FindClaimValue("phone_number"),
        PhoneNumberVerified = IsTrue("phone_number_verified"),
        Roles = currentUser.Roles,
        SessionId = currentUser.FindClaimValue("session_id"),
    };

    private Guid? GuidOf(string claimType) => Guid.TryParse(currentUser.FindClaimValue(claimType), out var id) ? id : null;

    private bool IsTrue(string claimType) => string.Equals(currentUser.FindClaimValue(claimType), "true", StringComparison.OrdinalIgnoreCase);

    private static TimingDto Timing()
    {
        var zone = TimeZoneInfo.Local.Id;
        var timing = new TimingDto();
        timing.TimeZone.Iana.TimeZoneName = TimeZoneInfo.TryConvertWindowsIdToIanaId(zone, out var iana) ? iana : zone;
        timing.TimeZone.Windows.TimeZoneId = TimeZoneInfo.TryConvertIanaIdToWindowsId(zone, out var windows) ? windows : zone;
        return timing;
    }

    private ApplicationLocalizationConfigurationDto Localization(bool includeResources) => new()
    {
        Values = includeResources ? ((ApplicationTexts)serviceProvider.GetService(typeof(ApplicationTexts))!).All().ToDictionary(r => r.Key, r => r.Value.Texts) : [],
        Languages = localization.Value.Languages.ConvertAll(l => new LanguageDto { CultureName = l.CultureName, UiCultureName = l.UiCultureName, DisplayName = l.DisplayName }),
        CurrentCulture = ApplicationTexts.CurrentCulture(),
        DefaultResourceName = localization.Value.DefaultResourceType is { } type ? LocalizationResourceNameAttribute.GetName(type) : null,
    };
}
