using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace Volo.Abp.Settings;

public class SettingDefinition(
    string name, string? defaultValue = null, ILocalizableString? displayName = null, ILocalizableString? description = null, bool isVisibleToClients = false,
    bool isEncrypted = false)
{
    public string Name { get; } = name;

    public string? DefaultValue { get; set; } = defaultValue;

    public ILocalizableString DisplayName { get; set; } = displayName ?? new FixedLocalizableString(name);

    public ILocalizableString? Description { get; set; } = description;

    public bool IsVisibleToClients { get; set; } = isVisibleToClients;

    /// <summary>Stored values are protected by a key.</summary>
    public bool IsEncrypted { get; set; } = isEncrypted;
}

public interface ISettingDefinitionContext
{
    SettingDefinition? GetOrNull(string name);

    IReadOnlyList<SettingDefinition> GetAll();

    void Add(params SettingDefinition[] definitions);
}

public interface ISettingDefinitionProvider
{
    void Define(ISettingDefinitionContext context);
}

public abstract class SettingDefinitionProvider : ISettingDefinitionProvider, ITransientDependency
{
    public abstract void Define(ISettingDefinitionContext context);
}

public class AbpSettingOptions
{
    public List<Type> DefinitionProviders { get; } = [];
}

public interface ISettingProvider
{
    Task<string?> GetOrNullAsync(string name);
}

public static class SettingProviderExtensions
{
    public static async Task<T> GetAsync<T>(this ISettingProvider settingProvider, string name, T defaultValue = default) where T : struct
    {
        var value = await settingProvider.GetOrNullAsync(name);
        return value is null ? defaultValue : (T)Convert.ChangeType(value, typeof(T), CultureInfo.InvariantCulture);
    }
}

public interface ISettingStore
{
    Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey);
}

public static class UserSettingValueProvider
{
    public const string ProviderName = "U";
}

public static class TenantSettingValueProvider
{
    public const string ProviderName = "T";
}

public static class GlobalSettingValueProvider
{
    public const string ProviderName = "G";
}

public static class ConfigurationSettingValueProvider
{
    public const string ConfigurationNamePrefix = "Settings:";
}

/// <summary>All settings that the modules define, by name.</summary>
internal sealed class SettingDefinitions : ISettingDefinitionContext
{
    private readonly Dictionary<string, SettingDefinition> _definitions = [];

    public SettingDefinitions(IOptions<AbpSettingOptions> options, IServiceScopeFactory scopeFactory)
    {
        using var scope = scopeFactory.CreateScope();
        foreach (var type in options.Value.DefinitionProviders)
        {
            ((ISettingDefinitionProvider)scope.ServiceProvider.GetRequiredService(type)).Define(this);
        }
    }

    public SettingDefinition? GetOrNull(string name) => _definitions.GetValueOrDefault(name);

    public SettingDefinition Get(string name) => GetOrNull(name) ?? throw new AbpException("Undefined setting: " + name);

    public IReadOnlyList<SettingDefinition> GetAll() => [.. _definitions.Values];

    public void Add(params SettingDefinition[] definitions)
    {
        foreach (var definition in definitions)
        {
            _definitions[definition.Name] = definition;
        }
    }
}

/// <summary>User, then tenant, then global, then configuration, then the definition's default.</summary>
public class SettingProvider : ISettingProvider, ITransientDependency
{
    private readonly SettingDefinitions _definitions;
    private readonly ISettingStore _store;
    private readonly ICurrentTenant _currentTenant;
    private readonly ICurrentUser _currentUser;
    private readonly ISettingEncryptionService _encryption;
    private readonly IConfiguration _configuration;

    public SettingProvider(IServiceProvider serviceProvider)
    {
        _definitions = serviceProvider.GetRequiredService<SettingDefinitions>();
        _store = serviceProvider.GetRequiredService<ISettingStore>();
        _currentTenant = serviceProvider.GetRequiredService<ICurrentTenant>();
        _currentUser = serviceProvider.GetRequiredService<ICurrentUser>();
        _encryption = serviceProvider.GetRequiredService<ISettingEncryptionService>();
        _configuration = serviceProvider.GetRequiredService<IConfiguration>();
    }

    public virtual async Task<string?> GetOrNullAsync(string name)
    {
        var definition = _definitions.Get(name);
        var stored = (_currentUser.Id is { } userId ? await _store.GetOrNullAsync(name, UserSettingValueProvider.ProviderName, userId.ToString()) : null)
            ?? (_currentTenant.Id is { } tenantId ? await _store.GetOrNullAsync(name, TenantSettingValueProvider.ProviderName, tenantId.ToString()) : null)
            ?? await _store.GetOrNullAsync(name, GlobalSettingValueProvider.ProviderName, null);
        return stored is not null && definition.IsEncrypted
            ? _encryption.Decrypt(definition, stored)
            : stored ?? _configuration[ConfigurationSettingValueProvider.ConfigurationNamePrefix + name] ?? definition.DefaultValue;
    }
}
