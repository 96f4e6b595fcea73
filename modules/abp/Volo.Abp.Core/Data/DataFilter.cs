using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Data;

public interface IDataFilter<TFilter> where TFilter : class
{
    IDisposable Enable();

    IDisposable Disable();

    bool IsEnabled { get; }
}

/// <summary>Switches a filter of the data layer (tenant, soft delete) off or on for the current flow.</summary>
public interface IDataFilter
{
    IDisposable Enable<TFilter>() where TFilter : class;

    IDisposable Disable<TFilter>() where TFilter : class;

    bool IsEnabled<TFilter>() where TFilter : class;
}

public class DataFilterState(bool isEnabled)
{
    public bool IsEnabled { get; set; } = isEnabled;

    public DataFilterState Clone() => new(IsEnabled);
}

public class AbpDataFilterOptions
{
    public Dictionary<Type, DataFilterState> DefaultStates { get; } = [];
}

public class DataFilter(IServiceProvider serviceProvider) : IDataFilter, ISingletonDependency
{
    private readonly ConcurrentDictionary<Type, object> _filters = new();

    public IDisposable Enable<TFilter>() where TFilter : class => GetFilter<TFilter>().Enable();

    public IDisposable Disable<TFilter>() where TFilter : class => GetFilter<TFilter>().Disable();

    public bool IsEnabled<TFilter>() where TFilter : class => GetFilter<TFilter>().IsEnabled;

    private IDataFilter<TFilter> GetFilter<TFilter>() where TFilter : class =>
        (IDataFilter<TFilter>)_filters.GetOrAdd(typeof(TFilter), _ => serviceProvider.GetRequiredService<IDataFilter<TFilter>>());
}

/// <summary>The state belongs to the asynchronous flow: what a task switches off stays on for the one that started it.</summary>
public class DataFilter<TFilter>(IOptions<AbpDataFilterOptions> options) : IDataFilter<TFilter> where TFilter : class
{
    private readonly AsyncLocal<bool?> _filter = new();

    public bool IsEnabled => _filter.Value ?? options.Value.DefaultStates.GetValueOrDefault(typeof(TFilter))?.IsEnabled ?? true;

    public IDisposable Enable() => Set(true);

    public IDisposable Disable() => Set(false);

    private DisposeAction Set(bool isEnabled)
    {
        if (IsEnabled == isEnabled)
        {
            return new DisposeAction(() => { });
        }

        var previous = _filter.Value;
        _filter.Value = isEnabled;
        return new DisposeAction(() => _filter.Value = previous);
    }
}
