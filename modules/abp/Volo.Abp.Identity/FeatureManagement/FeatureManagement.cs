using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Features;
using Volo.Abp.Guids;
using Volo.Abp.Uow;

namespace Volo.Abp.FeatureManagement;

/// <summary>A tenant's value of a feature. Values live in the host's database.</summary>
[Auditing.Audited]
public class FeatureValue : Entity<Guid>, IAggregateRoot<Guid>
{
    protected FeatureValue() { }

    public FeatureValue(Guid id, string name, string value, string providerName, string? providerKey) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        Value = Check.NotNullOrWhiteSpace(value, nameof(value));
        ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName));
        ProviderKey = providerKey;
    }

    public virtual string Name { get; protected set; } = default!;

    public virtual string Value { get; internal set; } = default!;

    public virtual string ProviderName { get; protected set; } = default!;

    public virtual string? ProviderKey { get; protected set; }
}

public interface IFeatureManager
{
    Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true);

    /// <summary>Null removes the value.</summary>
    Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false);
}

public static class TenantFeatureManagerExtensions
{
    public static Task<string?> GetOrNullForTenantAsync(this IFeatureManager featureManager, string name, Guid tenantId, bool fallback = true) =>
        featureManager.GetOrNullAsync(name, TenantFeatureValueProvider.ProviderName, tenantId.ToString(), fallback);

    public static Task SetForTenantAsync(this IFeatureManager featureManager, Guid tenantId, string name, string? value, bool forceToSet = false) =>
        featureManager.SetAsync(name, value, TenantFeatureValueProvider.ProviderName, tenantId.ToString(), forceToSet);
}

internal sealed class FeatureCache(TimeProvider timeProvider)
    : ProcessCache<(string? ProviderName, string? ProviderKey), Dictionary<string, string>>(timeProvider), ISingletonDependency;

internal sealed class FeatureStore(FeatureCache cache, IRepository<FeatureValue, Guid> values, IUnitOfWorkManager unitOfWorkManager) : IFeatureStore, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name, string? providerName, string? providerKey) =>
        (await cache.GetOrAddAsync((providerName, providerKey), ReadAsync)).GetValueOrDefault(name);

    private async Task<Dictionary<string, string>> ReadAsync((string? ProviderName, string? ProviderKey) key)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        var found = await (await values.GetQueryableAsync())
            .Where(v => v.ProviderName == key.ProviderName && v.ProviderKey == key.ProviderKey).ToDictionaryAsync(v => v.Name, v => v.Value);
        await unitOfWork.CompleteAsync();
        return found;
    }
}

internal sealed class FeatureManager(
    IRepository<FeatureValue, Guid> values, FeatureDefinitions definitions, IFeatureStore store, FeatureCache cache, IGuidGenerator guidGenerator, IUnitOfWorkManager unitOfWorkManager)
    : IFeatureManager, ITransientDependency
{
    public async Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true)
    {
        var definition = definitions.Get(name);
        return await store.GetOrNullAsync(name, providerName, providerKey) ?? (fallback ? definition.DefaultValue : null);
    }

    public async Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false)
    {
        definitions.Get(name);
        using var unitOfWork = unitOfWorkManager.Begin(isTransactional: true);
        cache.ClearAfter(unitOfWorkManager.Current!);
        var existing = await values.FindAsync(v => v.Name == name && v.ProviderName == providerName && v.ProviderKey == providerKey);
        if (existing is not null && value is null)
        {
            await values.DeleteAsync(existing);
        }
        else if (existing is not null)
        {
            existing.Value = value!;
        }
        else if (value is not null)
        {
            await values.InsertAsync(new FeatureValue(guidGenerator.Create(), name, value, providerName, providerKey));
        }

        await unitOfWork.CompleteAsync();
    }
}

internal static class FeatureTables
{
    public static void ConfigureFeatureManagement(this ModelBuilder builder) =>
        builder.Entity<FeatureValue>(b =>
        {
            b.ToTable("AbpFeatureValues");
            b.Property(x => x.Name).HasMaxLength(128);
            b.Property(x => x.Value).HasMaxLength(128);
            b.Property(x => x.ProviderName).HasMaxLength(64);
            b.Property(x => x.ProviderKey).HasMaxLength(64);
            b.HasIndex(x => new { x.Name, x.ProviderName, x.ProviderKey }).IsUnique();
        });
}
