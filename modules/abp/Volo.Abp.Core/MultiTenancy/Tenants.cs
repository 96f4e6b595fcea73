using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.MultiTenancy;

public class AbpMultiTenancyOptions
{
    public bool IsEnabled { get; set; }
}

/// <summary>What the framework knows of a tenant: its name, its state and its own databases.</summary>
public class TenantConfiguration
{
    public TenantConfiguration() { }

    public TenantConfiguration(Guid id, string name)
    {
        Id = id;
        Name = Check.NotNull(name, nameof(name));
        IsActive = true;
    }

    public TenantConfiguration(Guid id, string name, string normalizedName) : this(id, name) => NormalizedName = normalizedName;

    public Guid Id { get; set; }

    public string Name { get; set; } = default!;

    public string NormalizedName { get; set; } = default!;

    public ConnectionStrings? ConnectionStrings { get; set; }

    public bool IsActive { get; set; }
}

public interface ITenantStore
{
    Task<TenantConfiguration?> FindAsync(string normalizedName);

    Task<TenantConfiguration?> FindAsync(Guid id);

    Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false);
}

public interface ITenantNormalizer
{
    string? NormalizeName(string? name);
}

public class UpperInvariantTenantNormalizer : ITenantNormalizer, ITransientDependency
{
    public virtual string? NormalizeName(string? name) => name?.Normalize().ToUpperInvariant();
}

/// <summary>A tenant's own connection string of that name, else its default one, else the host's.</summary>
[DisableConventionalRegistration]
public class MultiTenantConnectionStringResolver(
    Microsoft.Extensions.Options.IOptionsMonitor<AbpDbConnectionOptions> options, ICurrentTenant currentTenant, ITenantStore tenantStore)
    : DefaultConnectionStringResolver(options)
{
    public override async Task<string> ResolveAsync(string? connectionStringName = null)
    {
        if (currentTenant.Id is { } tenantId)
        {
            var tenant = await tenantStore.FindAsync(tenantId)
                ?? throw new BusinessException("Volo.AbpIo.MultiTenancy:010001", "Tenant not found!", "There is no tenant with the id: " + tenantId);
            if (tenant.ConnectionStrings is { Count: > 0 } own
                && (own.GetValueOrDefault(connectionStringName ?? ConnectionStrings.DefaultConnectionStringName) ?? own.Default) is { Length: > 0 } connectionString)
            {
                return connectionString;
            }
        }

        return await base.ResolveAsync(connectionStringName);
    }
}
