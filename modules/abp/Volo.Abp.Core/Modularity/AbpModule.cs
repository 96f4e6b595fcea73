using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.Modularity;

public interface IAbpModule
{
    Task ConfigureServicesAsync(ServiceConfigurationContext context);

    void ConfigureServices(ServiceConfigurationContext context);
}

public interface IPreConfigureServices
{
    Task PreConfigureServicesAsync(ServiceConfigurationContext context);

    void PreConfigureServices(ServiceConfigurationContext context);
}

public interface IPostConfigureServices
{
    Task PostConfigureServicesAsync(ServiceConfigurationContext context);

    void PostConfigureServices(ServiceConfigurationContext context);
}

/// <summary>
/// A module: its services, and what runs when the application starts and stops.
/// Every asynchronous phase calls its synchronous twin unless it is overridden.
/// </summary>
public abstract class AbpModule :
    IAbpModule, IPreConfigureServices, IPostConfigureServices,
    IOnPreApplicationInitialization, IOnApplicationInitialization, IOnPostApplicationInitialization, IOnApplicationShutdown
{
    private ServiceConfigurationContext? _context;

    /// <summary>Set it in the constructor to keep the module's assembly out of conventional registration.</summary>
    protected internal bool SkipAutoServiceRegistration { get; protected set; }

    /// <summary>Only there during the three configuration phases.</summary>
    protected internal ServiceConfigurationContext ServiceConfigurationContext
    {
        get => _context ?? throw new AbpException(
            $"{nameof(ServiceConfigurationContext)} is only available in the ConfigureServices, PreConfigureServices and PostConfigureServices methods.");
        internal set => _context = value;
    }

    internal void ClearServiceConfigurationContext() => _context = null;

    public virtual Task PreConfigureServicesAsync(ServiceConfigurationContext context) => Run(() => PreConfigureServices(context));

    public virtual void PreConfigureServices(ServiceConfigurationContext context) { }

    public virtual Task ConfigureServicesAsync(ServiceConfigurationContext context) => Run(() => ConfigureServices(context));

    public virtual void ConfigureServices(ServiceConfigurationContext context) { }

    public virtual Task PostConfigureServicesAsync(ServiceConfigurationContext context) => Run(() => PostConfigureServices(context));

    public virtual void PostConfigureServices(ServiceConfigurationContext context) { }

    public virtual Task OnPreApplicationInitializationAsync(ApplicationInitializationContext context) => Run(() => OnPreApplicationInitialization(context));

    public virtual void OnPreApplicationInitialization(ApplicationInitializationContext context) { }

    public virtual Task OnApplicationInitializationAsync(ApplicationInitializationContext context) => Run(() => OnApplicationInitialization(context));

    public virtual void OnApplicationInitialization(ApplicationInitializationContext context) { }

    public virtual Task OnPostApplicationInitializationAsync(ApplicationInitializationContext context) => Run(() => OnPostApplicationInitialization(context));

    public virtual void OnPostApplicationInitialization(ApplicationInitializationContext context) { }

    public virtual Task OnApplicationShutdownAsync(ApplicationShutdownContext context) => Run(() => OnApplicationShutdown(context));

    public virtual void OnApplicationShutdown(ApplicationShutdownContext context) { }

    public static bool IsAbpModule(Type type) =>
        type is { IsClass: true, IsAbstract: false, IsGenericType: false } && typeof(IAbpModule).IsAssignableFrom(type);

    internal static void CheckAbpModuleType(Type moduleType)
    {
        if (!IsAbpModule(moduleType))
        {
            throw new ArgumentException("Given type is not an ABP module: " + moduleType.AssemblyQualifiedName);
        }
    }

    protected void PreConfigure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.PreConfigure(configureOptions);

    protected void Configure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.Configure(configureOptions);

    protected void Configure<TOptions>(IConfiguration configuration) where TOptions : class =>
        ServiceConfigurationContext.Services.Configure<TOptions>(configuration);

    protected void PostConfigure<TOptions>(Action<TOptions> configureOptions) where TOptions : class =>
        ServiceConfigurationContext.Services.PostConfigure(configureOptions);

    private static Task Run(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}

public interface IDependedTypesProvider
{
    Type[] GetDependedTypes();
}

/// <summary>The modules that must be loaded before this one.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public class DependsOnAttribute(params Type[]? dependedTypes) : Attribute, IDependedTypesProvider
{
    public Type[] DependedTypes { get; } = dependedTypes ?? [];

    public virtual Type[] GetDependedTypes() => DependedTypes;
}

public class ServiceConfigurationContext(IServiceCollection services)
{
    public IServiceCollection Services { get; } = services;

    public IConfiguration Configuration => Services.GetConfiguration();

    public IDictionary<string, object?> Items { get; } = new Dictionary<string, object?>();

    public object? this[string key]
    {
        get => Items.TryGetValue(key, out var value) ? value : null;
        set => Items[key] = value;
    }
}

public interface IAbpModuleDescriptor
{
    Type Type { get; }

    Assembly Assembly { get; }

    IAbpModule Instance { get; }

    IReadOnlyList<IAbpModuleDescriptor> Dependencies { get; }
}

internal sealed class AbpModuleDescriptor(Type type, IAbpModule instance) : IAbpModuleDescriptor
{
    private readonly List<IAbpModuleDescriptor> _dependencies = [];

    public Type Type { get; } = type;

    public Assembly Assembly => Type.Assembly;

    public IAbpModule Instance { get; } = instance;

    public IReadOnlyList<IAbpModuleDescriptor> Dependencies => _dependencies;

    public void AddDependency(IAbpModuleDescriptor descriptor)
    {
        if (!_dependencies.Contains(descriptor))
        {
            _dependencies.Add(descriptor);
        }
    }
}
