using Microsoft.Extensions.DependencyInjection;

namespace Volo.Abp.DependencyInjection;

/// <summary>Resolves a service when it is first asked for and keeps it.</summary>
public interface IAbpLazyServiceProvider
{
    T LazyGetRequiredService<T>() where T : notnull;

    T? LazyGetService<T>();

    T LazyGetService<T>(Func<IServiceProvider, object> factory);
}

[DisableConventionalRegistration]
internal sealed class AbpLazyServiceProvider(IServiceProvider serviceProvider) : IAbpLazyServiceProvider
{
    private readonly Dictionary<Type, object?> _services = [];

    public T LazyGetRequiredService<T>() where T : notnull => (T)Get(typeof(T), provider => provider.GetRequiredService<T>())!;

    public T? LazyGetService<T>() => (T?)Get(typeof(T), provider => provider.GetService<T>());

    public T LazyGetService<T>(Func<IServiceProvider, object> factory) => (T)Get(typeof(T), factory)!;

    private object? Get(Type type, Func<IServiceProvider, object?> resolve)
    {
        if (!_services.TryGetValue(type, out var service))
        {
            _services[type] = service = resolve(serviceProvider);
        }

        return service;
    }
}
