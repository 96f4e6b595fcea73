using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations.ObjectExtending;

namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

/// <summary>What a client needs to know of itself: language, rights, user, tenant.</summary>
public class ApplicationConfigurationDto
{
    public ApplicationLocalizationConfigurationDto Localization { get; set; } = new();

    public ApplicationAuthConfigurationDto Auth { get; set; } = new();

    public ApplicationSettingConfigurationDto Setting { get; set; } = new();

    public CurrentUserDto CurrentUser { get; set; } = new();

    public ApplicationFeatureConfigurationDto Features { get; set; } = new();

    public ApplicationGlobalFeatureConfigurationDto GlobalFeatures { get; set; } = new();

    public MultiTenancyInfoDto MultiTenancy { get; set; } = new();

    public CurrentTenantDto CurrentTenant { get; set; } = new();

    public TimingDto Timing { get; set; } = new();

    public ClockDto Clock { get; set; } = new();

    public ObjectExtensionsDto ObjectExtensions { get; set; } = new();

    public Dictionary<string, object?> ExtraProperties { get; set; } = [];
}

public class ApplicationLocalizationConfigurationDto
{
    public Dictionary<string, Dictionary<string, string>> Values { get; set; } = [];

    public Dictionary<string, ApplicationLocalizationResourceDto> Resources { get; set; } = [];

    public List<LanguageDto> Languages { get; set; } = [];

    public CurrentCultureDto CurrentCulture { get; set; } = new();

    public string? DefaultResourceName { get; set; }

    public Dictionary<string, List<NameValue>> LanguagesMap { get; set; } = [];

    public Dictionary<string, List<NameValue>> LanguageFilesMap { get; set; } = [];
}

public class LanguageDto
{
    public string CultureName { get; set; } = default!;

    public string UiCultureName { get; set; } = default!;

    public string DisplayName { get; set; } = default!;
}

public class CurrentCultureDto
{
    public string DisplayName { get; set; } = default!;

    public string EnglishName { get; set; } = default!;

    public string ThreeLetterIsoLanguageName { get; set; } = default!;

    public string TwoLetterIsoLanguageName { get; set; } = default!;

    public bool IsRightToLeft { get; set; }

    public string CultureName { get; set; } = default!;

    public string Name { get; set; } = default!;

    public string NativeName { get; set; } = default!;

    public DateTimeFormatDto DateTimeFormat { get; set; } = default!;
}

public class DateTimeFormatDto
{
    public string CalendarAlgorithmType { get; set; } = default!;

    public string DateTimeFormatLong { get; set; } = default!;

    public string ShortDatePattern { get; set; } = default!;

    public string FullDateTimePattern { get; set; } = default!;

    public string DateSeparator { get; set; } = default!;

    public string ShortTimePattern { get; set; } = default!;

    public string LongTimePattern { get; set; } = default!;
}

public class ApplicationAuthConfigurationDto
{
    public Dictionary<string, bool> GrantedPolicies { get; set; } = [];
}

public class ApplicationSettingConfigurationDto
{
    public Dictionary<string, string?> Values { get; set; } = [];
}

public class CurrentUserDto
{
    public bool IsAuthenticated { get; set; }

    public Guid? Id { get; set; }

    public Guid? TenantId { get; set; }

    public Guid? ImpersonatorUserId { get; set; }

    public Guid? ImpersonatorTenantId { get; set; }

    public string? ImpersonatorUserName { get; set; }

    public string? ImpersonatorTenantName { get; set; }

    public string? UserName { get; set; }

    public string? Name { get; set; }

    public string? SurName { get; set; }

    public string? Email { get; set; }

    public bool EmailVerified { get; set; }

    public string? PhoneNumber { get; set; }

    public bool PhoneNumberVerified { get; set; }

    public string[] Roles { get; set; } = [];

    public string? SessionId { get; set; }
}

public class ApplicationFeatureConfigurationDto
{
    public Dictionary<string, string?> Values { get; set; } = [];
}

public class ApplicationGlobalFeatureConfigurationDto
{
    public HashSet<string> EnabledFeatures { get; set; } = [];
}

public class TimingDto
{
    public TimeZone TimeZone { get; set; } = new();
}

public class TimeZone
{
    public IanaTimeZone Iana { get; set; } = new();

    public WindowsTimeZone Windows { get; set; } = new();
}

public class IanaTimeZone
{
    public string? TimeZoneName { get; set; }
}

public class WindowsTimeZone
{
    public string? TimeZoneId { get; set; }
}

public class ApplicationLocalizationResourceDto
{
    public Dictionary<string, string> Texts { get; set; } = [];

    public string[] BaseResources { get; set; } = [];
}

/// <summary>The texts alone, for clients that fetch them apart from the rest.</summary>
public class ApplicationLocalizationDto
{
    public Dictionary<string, ApplicationLocalizationResourceDto> Resources { get; set; } = [];

    public CurrentCultureDto CurrentCulture { get; set; } = default!;
}

public class MultiTenancyInfoDto
{
    public bool IsEnabled { get; set; }
}

public class CurrentTenantDto
{
    public Guid? Id { get; set; }

    public string? Name { get; set; }

    public bool IsAvailable { get; set; }
}

public class ClockDto
{
    public string Kind { get; set; } = default!;
}

/// <summary>Adds what the application's own screens need to <see cref="ApplicationConfigurationDto.ExtraProperties"/>.</summary>
public interface IApplicationConfigurationContributor
{
    Task ContributeAsync(ApplicationConfigurationContributorContext context);
}

public class ApplicationConfigurationContributorContext(IServiceProvider serviceProvider, ApplicationConfigurationDto applicationConfiguration)
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;

    public ApplicationConfigurationDto ApplicationConfiguration { get; } = applicationConfiguration;
}

public class AbpApplicationConfigurationOptions
{
    public List<IApplicationConfigurationContributor> Contributors { get; } = [];
}
