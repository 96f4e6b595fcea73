using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Options;

// ReSharper disable once CheckNamespace
namespace Microsoft.Extensions.DependencyInjection;

public static class AbpServiceCollectionExtensions
{
    public static async Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync<TStartupModule>(this IServiceCollection services)
        where TStartupModule : Volo.Abp.Modularity.IAbpModule
    {
        var application = new AbpApplication(typeof(TStartupModule), services);
        await application.ConfigureServicesAsync();
        return application;
    }

    public static IServiceCollection AddAssembly(this IServiceCollection services, Assembly assembly)
    {
        foreach (var type in assembly.GetTypes())
        {
            ConventionalRegistrar.AddType(services, type);
        }

        return services;
    }

    public static T? GetSingletonInstanceOrNull<T>(this IServiceCollection services) =>
        (T?)services.FirstOrDefault(d => d.ServiceType == typeof(T) && !d.IsKeyedService)?.ImplementationInstance;

    public static T GetSingletonInstance<T>(this IServiceCollection services) =>
        services.GetSingletonInstanceOrNull<T>() ?? throw new InvalidOperationException("Could not find singleton service: " + typeof(T).AssemblyQualifiedName);

    public static IConfiguration GetConfiguration(this IServiceCollection services) =>
        services.GetSingletonInstanceOrNull<HostBuilderContext>()?.Configuration
        ?? services.GetSingletonInstanceOrNull<IConfiguration>()
        ?? (services.FirstOrDefault(d => d.ServiceType == typeof(IConfiguration))?.ImplementationFactory?.Invoke(null!) as IConfiguration)
        ?? throw new AbpException("Could not find an implementation of " + typeof(IConfiguration).AssemblyQualifiedName + " in the service collection.");

    public static IServiceCollection PreConfigure<TOptions>(this IServiceCollection services, Action<TOptions> optionsAction)
    {
        services.PreConfigureActions<TOptions>().Add(optionsAction);
        return services;
    }

    public static TOptions ExecutePreConfiguredActions<TOptions>(this IServiceCollection services) where TOptions : new() =>
        services.ExecutePreConfiguredActions(new TOptions());

    public static TOptions ExecutePreConfiguredActions<TOptions>(this IServiceCollection services, TOptions options)
    {
        services.PreConfigureActions<TOptions>().Configure(options);
        return options;
    }

    private static PreConfigureActionList<TOptions> PreConfigureActions<TOptions>(this IServiceCollection services) =>
        services.GetOrAddInstance<PreConfigureActionList<TOptions>>();

    /// <summary>What to do with each type that conventional registration adds (finding handlers, definition providers, …).</summary>
    internal static List<Action<Type>> RegistrationActions(this IServiceCollection services) =>
        services.GetOrAddInstance<RegistrationActionList>();

    internal static T GetOrAddInstance<T>(this IServiceCollection services) where T : class, new()
    {
        var instance = services.GetSingletonInstanceOrNull<T>();
        if (instance is null)
        {
            instance = new T();
            services.Insert(0, ServiceDescriptor.Singleton(instance));
        }

        return instance;
    }

    private sealed class RegistrationActionList : List<Action<Type>>;
}
