using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Modularity;

namespace Volo.Abp;

public interface IAbpApplication : IDisposable
{
    Type StartupModuleType { get; }

    IServiceCollection Services { get; }

    IServiceProvider ServiceProvider { get; }

    IReadOnlyList<IAbpModuleDescriptor> Modules { get; }

    Task ShutdownAsync();
}

public interface IAbpApplicationWithExternalServiceProvider : IAbpApplication
{
    Task InitializeAsync(IServiceProvider serviceProvider);
}

/// <summary>Runs the phases of all modules in their order; an error names the phase and the module.</summary>
internal sealed class AbpApplication : IAbpApplicationWithExternalServiceProvider
{
    private readonly IReadOnlyList<AbpModuleDescriptor> _modules;
    private IServiceProvider? _serviceProvider;

    public AbpApplication(Type startupModuleType, IServiceCollection services)
    {
        StartupModuleType = startupModuleType;
        Services = services;
        _modules = ModuleLoader.Load(startupModuleType);
        services.AddSingleton<IAbpApplication>(this);
        services.AddSingleton<IAbpApplicationWithExternalServiceProvider>(this);
        services.AddSingleton<IReadOnlyList<IAbpModuleDescriptor>>(_modules);
        foreach (var module in _modules)
        {
            services.AddSingleton(module.Type, module.Instance);
        }
    }

    public Type StartupModuleType { get; }

    public IServiceCollection Services { get; }

    public IServiceProvider ServiceProvider => _serviceProvider ?? throw new AbpException("The application has not been initialized.");

    public IReadOnlyList<IAbpModuleDescriptor> Modules => _modules;

    public async Task ConfigureServicesAsync()
    {
        var context = new ServiceConfigurationContext(Services);
        Services.AddSingleton(context);
        SetContext(context);
        await EachModuleAsync<IPreConfigureServices>("PreConfigureServices", module => module.PreConfigureServicesAsync(context));
        var registered = new HashSet<System.Reflection.Assembly>();
        await EachModuleAsync<IAbpModule>("ConfigureServices", module =>
        {
            if (module is not AbpModule { SkipAutoServiceRegistration: true } && registered.Add(module.GetType().Assembly))
            {
                Services.AddAssembly(module.GetType().Assembly);
            }

            return module.ConfigureServicesAsync(context);
        });
        await EachModuleAsync<IPostConfigureServices>("PostConfigureServices", module => module.PostConfigureServicesAsync(context));
        SetContext(null);
    }

    public async Task InitializeAsync(IServiceProvider serviceProvider)
    {
        _serviceProvider = serviceProvider;
        await using var scope = serviceProvider.CreateAsyncScope();
        var context = new ApplicationInitializationContext(scope.ServiceProvider);
        await EachModuleAsync<IOnPreApplicationInitialization>("OnPreApplicationInitialization", module => module.OnPreApplicationInitializationAsync(context));
        await EachModuleAsync<IOnApplicationInitialization>("OnApplicationInitialization", module => module.OnApplicationInitializationAsync(context));
        await EachModuleAsync<IOnPostApplicationInitialization>("OnPostApplicationInitialization", module => module.OnPostApplicationInitializationAsync(context));
    }

    public async Task ShutdownAsync()
    {
        if (_serviceProvider is null)
        {
            return;
        }

        await using var scope = _serviceProvider.CreateAsyncScope();
        var context = new ApplicationShutdownContext(scope.ServiceProvider);
        foreach (var module in _modules.Reverse())
        {
            try
            {
                await ((IOnApplicationShutdown)module.Instance).OnApplicationShutdownAsync(context);
            }
            catch (Exception e)
            {
                throw new AbpShutdownException($"An error occurred during the shutdown phase of the module {module.Type.AssemblyQualifiedName}: {e.Message}", e);
            }
        }
    }

    public void Dispose() { }

    private void SetContext(ServiceConfigurationContext? context)
    {
        foreach (var module in _modules.Select(m => m.Instance).OfType<AbpModule>())
        {
            if (context is null)
            {
                module.ClearServiceConfigurationContext();
            }
            else
            {
                module.ServiceConfigurationContext = context;
            }
        }
    }

    private async Task EachModuleAsync<TPhase>(string phase, Func<TPhase, Task> run)
    {
        foreach (var module in _modules)
        {
            if (module.Instance is not TPhase part)
            {
                continue;
            }

            try
            {
                await run(part);
            }
            catch (Exception e)
            {
                throw new AbpInitializationException(
                    $"An error occurred during {phase} phase of the module {module.Type.AssemblyQualifiedName}: {e.Message}. See the inner exception for details.", e);
            }
        }
    }
}
