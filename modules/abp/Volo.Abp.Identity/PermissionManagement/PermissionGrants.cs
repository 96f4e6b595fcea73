using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.PermissionManagement;

/// <summary>A permission granted to a user (U) or a role (R).</summary>
[Auditing.Audited]
public class PermissionGrant : Entity<Guid>, IMultiTenant
{
    protected PermissionGrant() { }

    public PermissionGrant(Guid id, string name, string providerName, string? providerKey, Guid? tenantId = null) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name));
        ProviderName = Check.NotNullOrWhiteSpace(providerName, nameof(providerName));
        ProviderKey = providerKey;
        TenantId = tenantId;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual string Name { get; protected set; } = default!;

    public virtual string ProviderName { get; protected set; } = default!;

    public virtual string? ProviderKey { get; protected internal set; }
}

internal sealed class PermissionGrantCache(TimeProvider timeProvider)
    : ProcessCache<(Guid? TenantId, string ProviderName, string ProviderKey), FrozenSet<string>>(timeProvider), ISingletonDependency;

internal sealed class PermissionStore(PermissionGrantCache cache, IRepository<PermissionGrant, Guid> grants, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : IPermissionStore, ITransientDependency
{
    public async Task<bool> IsGrantedAsync(string name, string? providerName, string? providerKey) =>
        (await cache.GetOrAddAsync((currentTenant.Id, providerName!, providerKey!), ReadAsync)).Contains(name);

    private async Task<FrozenSet<string>> ReadAsync((Guid? TenantId, string ProviderName, string ProviderKey) key)
    {
        // Authorization runs before the request's own unit of work has begun.
        using var unitOfWork = unitOfWorkManager.Begin();
        var names = await (await grants.GetQueryableAsync())
            .Where(g => g.ProviderName == key.ProviderName && g.ProviderKey == key.ProviderKey)
            .Select(g => g.Name)
            .ToListAsync();
        await unitOfWork.CompleteAsync();
        return names.ToFrozenSet();
    }
}

public interface IPermissionDataSeeder
{
    Task SeedAsync(string providerName, string providerKey, IEnumerable<string> grantedPermissions, Guid? tenantId = null);
}

internal sealed class PermissionDataSeeder(IRepository<PermissionGrant, Guid> grants, IGuidGenerator guidGenerator, ICurrentTenant currentTenant)
    : IPermissionDataSeeder, ITransientDependency
{
    public async Task SeedAsync(string providerName, string providerKey, IEnumerable<string> grantedPermissions, Guid? tenantId = null)
    {
        using (currentTenant.Change(tenantId))
        {
            var existing = await grants.GetListAsync(g => g.ProviderName == providerName && g.ProviderKey == providerKey);
            var missing = grantedPermissions.Except(existing.Select(g => g.Name));
            await grants.InsertManyAsync(missing.Select(name => new PermissionGrant(guidGenerator.Create(), name, providerName, providerKey, tenantId)));
        }
    }
}
