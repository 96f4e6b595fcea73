using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Volo.Abp.DependencyInjection;

/// <summary>
/// Registers the classes of an assembly by ABP's conventions: the lifetime from the attribute or the marker interface,
/// the class under its own type and under each interface whose name the class name ends with.
/// </summary>
internal static class ConventionalRegistrar
{
    public static void AddType(IServiceCollection services, Type type)
    {
        if (type is not { IsClass: true, IsAbstract: false, IsGenericType: false } || type.IsDefined(typeof(DisableConventionalRegistrationAttribute), true))
        {
            return;
        }

        var dependency = type.GetCustomAttribute<DependencyAttribute>(true);
        if (LifetimeOf(type, dependency) is not { } lifetime)
        {
            return;
        }

        var exposed = ExposedServicesOf(type);
        foreach (var serviceType in exposed)
        {
            var descriptor = Describe(type, serviceType, exposed, lifetime);
            if (dependency?.ReplaceServices == true)
            {
                services.Replace(descriptor);
            }
            else if (dependency?.TryRegister == true)
            {
                services.TryAdd(descriptor);
            }
            else
            {
                services.Add(descriptor);
            }
        }

        foreach (var action in services.RegistrationActions())
        {
            action(type);
        }
    }

    private static ServiceLifetime? LifetimeOf(Type type, DependencyAttribute? dependency) =>
        dependency?.Lifetime
        ?? (typeof(ITransientDependency).IsAssignableFrom(type) ? ServiceLifetime.Transient
            : typeof(ISingletonDependency).IsAssignableFrom(type) ? ServiceLifetime.Singleton
            : typeof(IScopedDependency).IsAssignableFrom(type) ? ServiceLifetime.Scoped
            : null);

    private static List<Type> ExposedServicesOf(Type type)
    {
        var attributes = type.GetCustomAttributes<ExposeServicesAttribute>(true).ToList();
        if (attributes.Count == 0)
        {
            return [type, .. DefaultInterfacesOf(type)];
        }

        var exposed = new List<Type>();
        foreach (var attribute in attributes)
        {
            exposed.AddRange(attribute.ServiceTypes);
            if (attribute.IncludeDefaults)
            {
                exposed.AddRange(DefaultInterfacesOf(type));
            }

            if (attribute.IncludeSelf)
            {
                exposed.Add(type);
            }
        }

        return exposed.Distinct().ToList();
    }

    private static IEnumerable<Type> DefaultInterfacesOf(Type type)
    {
        foreach (var candidate in type.GetInterfaces())
        {
            var name = candidate.Name.Split('`')[0];
            if (name.Length > 1 && name[0] == 'I')
            {
                name = name[1..];
            }

            if (type.Name.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                yield return candidate;
            }
        }
    }

    private static ServiceDescriptor Describe(Type type, Type serviceType, List<Type> exposed, ServiceLifetime lifetime)
    {
        // Singletons and scoped services with several faces are one instance.
        var main = exposed.Contains(type) ? type : exposed.Find(type.IsAssignableTo);
        if (lifetime != ServiceLifetime.Transient && exposed.Count > 1 && main is not null && main != serviceType)
        {
            return ServiceDescriptor.Describe(serviceType, provider => provider.GetRequiredService(main), lifetime);
        }

        var create = PropertyInjection.FactoryFor(type);
        return create is null
            ? ServiceDescriptor.Describe(serviceType, type, lifetime)
            : ServiceDescriptor.Describe(serviceType, create, lifetime);
    }
}

/// <summary>
/// ABP's Autofac integration fills public properties. Without it one property is filled: <c>LazyServiceProvider</c>,
/// through which base classes reach everything else.
/// </summary>
internal static class PropertyInjection
{
    public const string PropertyName = "LazyServiceProvider";

    public static Func<IServiceProvider, object>? FactoryFor(Type type)
    {
        var property = type.GetProperty(PropertyName, BindingFlags.Public | BindingFlags.Instance);
        if (property?.SetMethod is null || property.PropertyType != typeof(IAbpLazyServiceProvider))
        {
            return null;
        }

        var create = ActivatorUtilities.CreateFactory(type, Type.EmptyTypes);
        var set = property.SetMethod;
        return provider =>
        {
            var instance = create(provider, null);
            set.Invoke(instance, [new AbpLazyServiceProvider(provider)]);
            return instance;
        };
    }
}
