namespace Volo.Abp.ObjectMapping;

/// <summary>
/// Turns an object into another: by a registered <see cref="IObjectMapper{TSource,TDestination}"/>, else by the source's <see cref="IMapTo{T}"/>,
/// else by the destination's <see cref="IMapFrom{T}"/>, else by the automatic provider, of which there is none unless one is registered.
/// </summary>
public interface IObjectMapper
{
    IAutoObjectMappingProvider AutoObjectMappingProvider { get; }

    /// <summary>A new object; the default value for null.</summary>
    /// <exception cref="NotImplementedException">Nobody knows how.</exception>
    TDestination Map<TSource, TDestination>(TSource source);

    /// <summary>Onto an object that is there, which is also the result.</summary>
    /// <exception cref="NotImplementedException">Nobody knows how.</exception>
    TDestination Map<TSource, TDestination>(TSource source, TDestination destination);
}

/// <summary>The mapper with the automatic provider of a module.</summary>
public interface IObjectMapper<TContext> : IObjectMapper;

/// <summary>Maps one type to one other; also each element where one collection is mapped to another.</summary>
public interface IObjectMapper<in TSource, TDestination>
{
    TDestination Map(TSource source);

    TDestination Map(TSource source, TDestination destination);
}

public interface IMapTo<TDestination>
{
    TDestination MapTo();

    void MapTo(TDestination destination);
}

public interface IMapFrom<in TSource>
{
    void MapFrom(TSource source);
}

/// <summary>A library that maps by convention.</summary>
public interface IAutoObjectMappingProvider
{
    TDestination Map<TSource, TDestination>(object source);

    TDestination Map<TSource, TDestination>(TSource source, TDestination destination);
}

public interface IAutoObjectMappingProvider<TContext> : IAutoObjectMappingProvider;
