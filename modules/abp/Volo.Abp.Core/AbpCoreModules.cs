using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.BlobStoring;
using Volo.Abp.Caching;
using Volo.Abp.Data;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.EventBus.Local;
using Volo.Abp.Features;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace Volo.Abp;

/// <summary>
/// The services that ABP spreads over many small packages (multi-tenancy, data, security, settings, localisation, units of work, event bus).
/// </summary>
internal sealed class AbpCoreModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context)
    {
        var actions = context.Services.RegistrationActions();
        actions.Add(type => Collect<ISettingDefinitionProvider>(type, () => context.Services.Configure<AbpSettingOptions>(o => o.DefinitionProviders.Add(type))));
        actions.Add(type => Collect<IPermissionDefinitionProvider>(type, () => context.Services.Configure<AbpPermissionOptions>(o => o.DefinitionProviders.Add(type))));
        actions.Add(type => Collect<IFeatureDefinitionProvider>(type, () => context.Services.Configure<AbpFeatureOptions>(o => o.DefinitionProviders.Add(type))));
        actions.Add(type => Collect<IDataSeedContributor>(type, () => context.Services.Configure<AbpDataSeedOptions>(o => o.Contributors.Add(type))));
        actions.Add(type => Collect<EventBus.IEventHandler>(type, () => context.Services.Configure<AbpDistributedEventBusOptions>(o => o.Handlers.Add(type))));
        actions.Add(type => Collect<EventBus.IEventHandler>(type, () => context.Services.Configure<AbpLocalEventBusOptions>(o => o.Handlers.Add(type))));
    }

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddLogging();
        services.AddOptions();
        services.AddAuthorizationCore();
        services.AddDataProtection();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ICurrentTenantAccessor>(AsyncLocalCurrentTenantAccessor.Instance);
        services.AddSingleton(typeof(IDataFilter<>), typeof(DataFilter<>));
        services.AddTransient<DependencyInjection.IAbpLazyServiceProvider, DependencyInjection.AbpLazyServiceProvider>();
        services.AddSingleton<SettingDefinitions>();
        services.AddNodeCaches();
        services.AddBlobStoring();
        services.AddSingleton<IStringLocalizerFactory, AbpStringLocalizerFactory>();
        services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        services.AddSingleton<IAuthorizationPolicyProvider, AbpAuthorizationPolicyProvider>();
        services.AddTransient<IAuthorizationHandler, PermissionRequirementHandler>();
        services.AddSingleton(provider => new DistributedEventSubscriptions(provider.GetRequiredService<IOptions<AbpDistributedEventBusOptions>>().Value.Handlers));
        services.AddSingleton(provider => new LocalEventSubscriptions(provider.GetRequiredService<IOptions<AbpLocalEventBusOptions>>().Value.Handlers));
        services.AddTransient(typeof(ObjectMapping.IObjectMapper<>), typeof(ObjectMapping.ContextObjectMapper<>));
        Configure<AbpDbConnectionOptions>(options =>
        {
            foreach (var section in context.Configuration.GetSection("ConnectionStrings").GetChildren())
            {
                options.ConnectionStrings[section.Key] = section.Value;
            }
        });
    }

    private static void Collect<T>(Type type, Action add)
    {
        if (typeof(T).IsAssignableFrom(type))
        {
            add();
        }
    }
}
