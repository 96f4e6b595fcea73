namespace Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

/// <summary>What a client needs to know of itself: language, rights, user, tenant.</summary>
public class ApplicationConfigurationDto
{
    public ApplicationLocalizationConfigurationDto Localization { get; set; } = new();

    public ApplicationAuthConfigurationDto Auth { get; set; } = new();

    public ApplicationSettingConfigurationDto Setting { get; set; } = new();

    public CurrentUserDto CurrentUser { get; set; } = new();

    public MultiTenancyInfoDto MultiTenancy { get; set; } = new();

    public CurrentTenantDto CurrentTenant { get; set; } = new();

    public ClockDto Clock { get; set; } = new();

    public Dictionary<string, object?> ExtraProperties { get; set; } = [];
}

public class ApplicationLocalizationConfigurationDto
{
    public Dictionary<string, Dictionary<string, string>> Values { get; set; } = [];

    public List<LanguageDto> Languages { get; set; } = [];

    public CurrentCultureDto CurrentCulture { get; set; } = new();

    public string? DefaultResourceName { get; set; }
}

public class LanguageDto
{
    public string CultureName { get; set; } = default!;

    public string UiCultureName { get; set; } = default!;

    public string DisplayName { get; set; } = default!;
}

public class CurrentCultureDto
{
    public string CultureName { get; set; } = default!;

    public string Name { get; set; } = default!;

    public string DisplayName { get; set; } = default!;
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

    public string? UserName { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    public string[] Roles { get; set; } = [];
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
