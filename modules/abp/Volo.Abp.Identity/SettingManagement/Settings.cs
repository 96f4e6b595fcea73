using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Uow;

namespace Volo.Abp.SettingManagement;

/// <summary>A stored value: global (G), of a tenant (T) or of a user (U). Settings live in the host's database.</summary>
[Auditing.Audited]
public class Setting : Entity<Guid>
{
    protected Setting() { }

    public Setting(Guid id, string name, string value, string? providerName = null, string? providerKey = null) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        Value = value;
        ProviderName = providerName;
        ProviderKey = providerKey;
    }

    public virtual string Name { get; protected set; } = default!;

    public virtual string Value { get; protected internal set; } = default!;

    public virtual string? ProviderName { get; protected set; }

    public virtual string? ProviderKey { get; protected set; }
}

internal sealed class SettingCache(TimeProvider timeProvider)
    : ProcessCache<(string? ProviderName, string? ProviderKey), Dictionary<string, string>>(timeProvider), ISingletonDependency;

internal sealed class SettingStore(SettingCache cache, IRepository<Setting, Guid> settings, IUnitOfWorkManager unitOfWorkManager) : ISettingStore, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey)
    {
        var values = await cache.GetOrAddAsync((providerName, providerKey), ReadAsync);
        return values.GetValueOrDefault(name);
    }

    private async Task<Dictionary<string, string>> ReadAsync((string? ProviderName, string? ProviderKey) key)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        var values = await (await settings.GetQueryableAsync())
            .Where(s => s.ProviderName == key.ProviderName && s.ProviderKey == key.ProviderKey)
            .ToDictionaryAsync(s => s.Name, s => s.Value);
        await unitOfWork.CompleteAsync();
        return values;
    }
}

internal sealed class SettingManager(
    IRepository<Setting, Guid> settings, SettingDefinitions definitions, ISettingStore store, ISettingEncryptionService encryption, IConfiguration configuration,
    ICurrentTenant currentTenant, IGuidGenerator guidGenerator, IUnitOfWorkManager unitOfWorkManager)
    : ISettingManager, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true)
    {
        var definition = definitions.Get(name);
        var value = await store.GetOrNullAsync(name, providerName, providerKey);
        if (value is not null || !fallback)
        {
            return definition.IsEncrypted ? encryption.Decrypt(definition, value) : value;
        }

        return providerName switch
        {
            UserSettingValueProvider.ProviderName when currentTenant.Id is { } tenantId =>
                await GetOrNullAsync(name, TenantSettingValueProvider.ProviderName, tenantId.ToString()),
            UserSettingValueProvider.ProviderName or TenantSettingValueProvider.ProviderName => await GetOrNullAsync(name, GlobalSettingValueProvider.ProviderName, null),
            _ => configuration[ConfigurationSettingValueProvider.ConfigurationNamePrefix + name] ?? definition.DefaultValue,
        };
    }

    public async Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false)
    {
        var definition = definitions.Get(name);
        value = definition.IsEncrypted ? encryption.Encrypt(definition, value) : value;
        using var unitOfWork = unitOfWorkManager.Begin(isTransactional: true);
        var existing = await settings.FindAsync(s => s.Name == name && s.ProviderName == providerName && s.ProviderKey == providerKey);
        if (value is null)
        {
            if (existing is not null)
            {
                await settings.DeleteAsync(existing);
            }
        }
        else if (existing is null)
        {
            await settings.InsertAsync(new Setting(guidGenerator.Create(), name, value, providerName, providerKey));
        }
        else
        {
            existing.Value = value;
        }

        await unitOfWork.CompleteAsync();
    }
}
