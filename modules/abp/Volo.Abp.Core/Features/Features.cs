using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Features;

/// <summary>Something that a tenant has or has not, or has so much of.</summary>
public class FeatureDefinition
{
    internal FeatureDefinition(
        string name, string? defaultValue, ILocalizableString? displayName, ILocalizableString? description, bool isVisibleToClients, bool isAvailableToHost)
    {
        Name = name;
        DefaultValue = defaultValue;
        DisplayName = displayName ?? new FixedLocalizableString(name);
        Description = description;
        IsVisibleToClients = isVisibleToClients;
        IsAvailableToHost = isAvailableToHost;
    }

    public string Name { get; }

    public ILocalizableString DisplayName { get; set; }

    public ILocalizableString? Description { get; set; }

    public string? DefaultValue { get; set; }

    public bool IsVisibleToClients { get; set; }

    public bool IsAvailableToHost { get; set; }
}

public class FeatureGroupDefinition
{
    private readonly List<FeatureDefinition> _features = [];

    internal FeatureGroupDefinition(string name, ILocalizableString? displayName)
    {
        Name = name;
        DisplayName = displayName ?? new FixedLocalizableString(name);
    }

    public string Name { get; }

    public ILocalizableString DisplayName { get; set; }

    public IReadOnlyList<FeatureDefinition> Features => _features;

    public virtual FeatureDefinition AddFeature(
        string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null,
        bool isVisibleToClients = true, bool isAvailableToHost = true)
    {
        var feature = new FeatureDefinition(name, defaultValue, displayName, description, isVisibleToClients, isAvailableToHost);
        _features.Add(feature);
        return feature;
    }
}

public interface IFeatureDefinitionContext
{
    FeatureGroupDefinition AddGroup(string name, ILocalizableString? displayName = null);

    FeatureGroupDefinition? GetGroupOrNull(string name);
}

public interface IFeatureDefinitionProvider
{
    void Define(IFeatureDefinitionContext context);
}

public abstract class FeatureDefinitionProvider : IFeatureDefinitionProvider, ITransientDependency
{
    public abstract void Define(IFeatureDefinitionContext context);
}

public class AbpFeatureOptions
{
    public List<Type> DefinitionProviders { get; } = [];
}

public interface IFeatureStore
{
    Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey);
}

/// <summary>Where nothing is stored every feature has its default.</summary>
[Dependency(TryRegister = true)]
public class NullFeatureStore : IFeatureStore, ISingletonDependency
{
    public Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) => Task.FromResult<string?>(null);
}

public interface IFeatureChecker
{
    Task<string?> GetOrNullAsync(string name);

    Task<bool> IsEnabledAsync(string name);
}

public static class TenantFeatureValueProvider
{
    public const string ProviderName = "T";
}

/// <summary>On a service or a method that only who has the features may use.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public class RequiresFeatureAttribute(params string[] features) : Attribute
{
    public string[] Features { get; } = features;

    /// <summary>All of them, or one at least.</summary>
    public bool RequiresAll { get; set; }
}

public static class FeatureCheckerExtensions
{
    public static async Task<T> GetAsync<T>(this IFeatureChecker featureChecker, string name, T defaultValue = default) where T : struct
    {
        var value = await featureChecker.GetOrNullAsync(name);
        return value is null ? defaultValue : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
    }

    public static async Task<bool> IsEnabledAsync(this IFeatureChecker featureChecker, bool requiresAll, params string[] featureNames)
    {
        foreach (var name in featureNames)
        {
            if (await featureChecker.IsEnabledAsync(name) != requiresAll)
            {
                return !requiresAll;
            }
        }

        return requiresAll || featureNames.Length == 0;
    }

    /// <exception cref="AbpAuthorizationException">The feature is not there.</exception>
    public static async Task CheckEnabledAsync(this IFeatureChecker featureChecker, string featureName)
    {
        if (!await featureChecker.IsEnabledAsync(featureName))
        {
            throw new AbpAuthorizationException(code: "Volo.Feature:010001").WithData("FeatureName", featureName);
        }
    }

    /// <exception cref="AbpAuthorizationException">One of the features, or each, is not there.</exception>
    public static async Task CheckEnabledAsync(this IFeatureChecker featureChecker, bool requiresAll, params string[] featureNames)
    {
        if (!await featureChecker.IsEnabledAsync(requiresAll, featureNames))
        {
            throw new AbpAuthorizationException(code: requiresAll ? "Volo.Feature:010002" : "Volo.Feature:010003")
                .WithData("FeatureNames", string.Join(", ", featureNames));
        }
    }
}

/// <summary>All features that the modules define, by name.</summary>
internal sealed class FeatureDefinitions : IFeatureDefinitionContext, ISingletonDependency
{
    private readonly Dictionary<string, FeatureGroupDefinition> _groups = [];
    private readonly Dictionary<string, FeatureDefinition> _features;

    public FeatureDefinitions(IOptions<AbpFeatureOptions> options, IServiceScopeFactory scopeFactory)
    {
        using var scope = scopeFactory.CreateScope();
        foreach (var type in options.Value.DefinitionProviders)
        {
            ((IFeatureDefinitionProvider)scope.ServiceProvider.GetRequiredService(type)).Define(this);
        }

        _features = _groups.Values.SelectMany(g => g.Features).ToDictionary(f => f.Name);
    }

    public IEnumerable<FeatureDefinition> All => _features.Values;

    public FeatureDefinition Get(string name) => _features.GetValueOrDefault(name) ?? throw new AbpException("Undefined feature: " + name);

    public FeatureGroupDefinition AddGroup(string name, ILocalizableString? displayName = null)
    {
        var group = new FeatureGroupDefinition(name, displayName);
        return _groups.TryAdd(name, group) ? group : throw new AbpException("There is already an existing feature group with name: " + name);
    }

    public FeatureGroupDefinition? GetGroupOrNull(string name) => _groups.GetValueOrDefault(name);
}

/// <summary>The tenant's value, then the default. There are no editions here.</summary>
public class FeatureChecker : IFeatureChecker, ITransientDependency
{
    private readonly FeatureDefinitions _definitions;
    private readonly IFeatureStore _store;
    private readonly ICurrentTenant _currentTenant;

    public FeatureChecker(IServiceProvider serviceProvider)
    {
        _definitions = serviceProvider.GetRequiredService<FeatureDefinitions>();
        _store = serviceProvider.GetRequiredService<IFeatureStore>();
        _currentTenant = serviceProvider.GetRequiredService<ICurrentTenant>();
    }

    public virtual async Task<string?> GetOrNullAsync(string name)
    {
        var definition = _definitions.Get(name);
        return (_currentTenant.Id is { } tenantId ? await _store.GetOrNullAsync(name, TenantFeatureValueProvider.ProviderName, tenantId.ToString()) : null)
            ?? definition.DefaultValue;
    }

    public virtual async Task<bool> IsEnabledAsync(string name) => string.Equals(await GetOrNullAsync(name), "true", StringComparison.OrdinalIgnoreCase);
}
