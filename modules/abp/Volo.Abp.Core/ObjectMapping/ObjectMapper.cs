using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.ObjectMapping;

/// <summary>The order of ways is ABP's.</summary>
internal class ObjectMapper(IServiceProvider serviceProvider, IAutoObjectMappingProvider autoObjectMappingProvider) : IObjectMapper, ITransientDependency
{
    private static readonly MethodInfo MapListMethod = typeof(ObjectMapper).GetMethod(nameof(MapList), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<(Type Source, Type Destination), ListMapping?> ListMappings = new();

    public IAutoObjectMappingProvider AutoObjectMappingProvider { get; } = autoObjectMappingProvider;

    public TDestination Map<TSource, TDestination>(TSource source)
    {
        if (source is null)
        {
            return default!;
        }

        if (serviceProvider.GetService<IObjectMapper<TSource, TDestination>>() is { } mapper)
        {
            return mapper.Map(source);
        }

        if (TryMapElements<TSource, TDestination>(source, out var elements))
        {
            return elements;
        }

        if (source is IMapTo<TDestination> mapTo)
        {
            return mapTo.MapTo();
        }

        if (typeof(IMapFrom<TSource>).IsAssignableFrom(typeof(TDestination)))
        {
            var destination = Activator.CreateInstance<TDestination>();
            ((IMapFrom<TSource>)destination!).MapFrom(source);
            return destination;
        }

        return AutoObjectMappingProvider.Map<TSource, TDestination>(source);
    }

    public TDestination Map<TSource, TDestination>(TSource source, TDestination destination)
    {
        if (source is null)
        {
            return destination;
        }

        if (serviceProvider.GetService<IObjectMapper<TSource, TDestination>>() is { } mapper)
        {
            return mapper.Map(source, destination);
        }

        switch (source, destination)
        {
            case (IMapTo<TDestination> mapTo, _):
                mapTo.MapTo(destination);
                return destination;
            case (_, IMapFrom<TSource> mapFrom):
                mapFrom.MapFrom(source);
                return destination;
            default:
                return AutoObjectMappingProvider.Map(source, destination);
        }
    }

    private bool TryMapElements<TSource, TDestination>(TSource source, out TDestination destination)
    {
        destination = default!;
        if (ListMappings.GetOrAdd((typeof(TSource), typeof(TDestination)), static key => MappingOf(key.Source, key.Destination)) is not { } mapping
            || serviceProvider.GetService(mapping.MapperType) is not { } mapper)
        {
            return false;
        }

        destination = (TDestination)mapping.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [mapper, source, typeof(TDestination).IsArray], null)!;
        return true;
    }

    /// <summary>Null unless both are collections and the destination can be a list or an array.</summary>
    private static ListMapping? MappingOf(Type source, Type destination)
    {
        if (ElementOf(source) is not { } sourceElement || ElementOf(destination) is not { } destinationElement)
        {
            return null;
        }

        var isPossible = destination.IsArray || destination.IsAssignableFrom(typeof(List<>).MakeGenericType(destinationElement));
        return isPossible
            ? new ListMapping(
                typeof(IObjectMapper<,>).MakeGenericType(sourceElement, destinationElement), MapListMethod.MakeGenericMethod(sourceElement, destinationElement))
            : null;
    }

    private static Type? ElementOf(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];

    private static object MapList<TSource, TDestination>(IObjectMapper<TSource, TDestination> mapper, IEnumerable<TSource> source, bool toArray)
    {
        var mapped = source.Select(mapper.Map);
        return toArray ? mapped.ToArray() : mapped.ToList();
    }

    private sealed record ListMapping(Type MapperType, MethodInfo Method);
}

[DisableConventionalRegistration]
internal sealed class ContextObjectMapper<TContext>(IServiceProvider serviceProvider, IAutoObjectMappingProvider fallback)
    : ObjectMapper(serviceProvider, serviceProvider.GetService<IAutoObjectMappingProvider<TContext>>() ?? fallback), IObjectMapper<TContext>;

/// <summary>There is no library that maps by convention (ADR 0002).</summary>
[Dependency(TryRegister = true)]
internal sealed class NotImplementedAutoObjectMappingProvider : IAutoObjectMappingProvider, ISingletonDependency
{
    public TDestination Map<TSource, TDestination>(object source) => throw NobodyKnows(typeof(TSource), typeof(TDestination));

    public TDestination Map<TSource, TDestination>(TSource source, TDestination destination) => throw NobodyKnows(typeof(TSource), typeof(TDestination));

    private static NotImplementedException NobodyKnows(Type source, Type destination) =>
        new($"Can not map from given object ({source}) to {destination}: register an IObjectMapper<{source.Name}, {destination.Name}>.");
}
