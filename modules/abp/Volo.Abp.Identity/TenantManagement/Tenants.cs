using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.TenantManagement;

[Auditing.Audited]
public class Tenant : FullAuditedAggregateRoot<Guid>
{
    protected Tenant() => Name = NormalizedName = default!;

    protected internal Tenant(Guid id, string name, string normalizedName) : base(id)
    {
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);
        NormalizedName = normalizedName;
    }

    public virtual string Name { get; protected set; }

    public virtual string NormalizedName { get; protected set; }

    public virtual List<TenantConnectionString> ConnectionStrings { get; protected set; } = [];

    protected internal virtual void SetName(string name) => Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);

    protected internal virtual void SetNormalizedName(string normalizedName) => NormalizedName = normalizedName;

    public virtual string? FindDefaultConnectionString() => ConnectionStrings.Find(c => c.Name == Data.ConnectionStrings.DefaultConnectionStringName)?.Value;

    public virtual void SetDefaultConnectionString(string connectionString)
    {
        ConnectionStrings.RemoveAll(c => c.Name == Data.ConnectionStrings.DefaultConnectionStringName);
        ConnectionStrings.Add(new TenantConnectionString(Id, Data.ConnectionStrings.DefaultConnectionStringName, connectionString));
    }
}

public class TenantConnectionString : Entity
{
    protected TenantConnectionString() { }

    public TenantConnectionString(Guid tenantId, string name, string value)
    {
        TenantId = tenantId;
        Name = Check.NotNullOrWhiteSpace(name, nameof(name), 64);
        Value = Check.NotNullOrWhiteSpace(value, nameof(value), 1024);
    }

    public virtual Guid TenantId { get; protected set; }

    public virtual string Name { get; protected set; } = default!;

    public virtual string Value { get; protected set; } = default!;

    public override object?[] GetKeys() => [TenantId, Name];
}

public interface ITenantManager
{
    Task<Tenant> CreateAsync(string name);

    Task ChangeNameAsync(Tenant tenant, string name);
}

/// <summary>Creates tenants; their names are unique.</summary>
internal sealed class TenantManager(IRepository<Tenant, Guid> tenants, ITenantNormalizer normalizer, IGuidGenerator guidGenerator)
    : ITenantManager, ITransientDependency
{
    public async Task<Tenant> CreateAsync(string name)
    {
        var normalizedName = normalizer.NormalizeName(name)!;
        await EnsureFreeAsync(name, normalizedName, null);
        return new Tenant(guidGenerator.Create(), name, normalizedName);
    }

    public async Task ChangeNameAsync(Tenant tenant, string name)
    {
        var normalizedName = normalizer.NormalizeName(name)!;
        await EnsureFreeAsync(name, normalizedName, tenant.Id);
        tenant.SetName(name);
        tenant.SetNormalizedName(normalizedName);
    }

    private async Task EnsureFreeAsync(string name, string normalizedName, Guid? ownId)
    {
        if (await tenants.FindAsync(t => t.NormalizedName == normalizedName && t.Id != ownId) is not null)
        {
            throw new BusinessException("Volo.Abp.TenantManagement:DuplicateTenantName").WithData("Name", name);
        }
    }
}

internal sealed class TenantCache(TimeProvider timeProvider) : ProcessCache<int, IReadOnlyList<TenantConfiguration>>(timeProvider), ISingletonDependency;

/// <summary>Resolves its repository when it reads: finding a database's connection asks this store first.</summary>
internal sealed class TenantStore(TenantCache cache, IServiceScopeFactory scopeFactory, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant)
    : ITenantStore, ISingletonDependency
{
    public async Task<TenantConfiguration?> FindAsync(string normalizedName) => (await AllAsync()).FirstOrDefault(t => t.NormalizedName == normalizedName);

    public async Task<TenantConfiguration?> FindAsync(Guid id) => (await AllAsync()).FirstOrDefault(t => t.Id == id);

    public Task<IReadOnlyList<TenantConfiguration>> GetListAsync(bool includeDetails = false) => AllAsync().AsTask();

    private ValueTask<IReadOnlyList<TenantConfiguration>> AllAsync() => cache.GetOrAddAsync(0, async _ =>
    {
        using (currentTenant.Change(null))
        using (var unitOfWork = unitOfWorkManager.Begin())
        {
            await using var scope = scopeFactory.CreateAsyncScope();
            var tenants = scope.ServiceProvider.GetRequiredService<IRepository<Tenant, Guid>>();
            var all = await (await tenants.GetQueryableAsync()).Include(t => t.ConnectionStrings).AsNoTracking().OrderBy(t => t.Id).ToListAsync();
            await unitOfWork.CompleteAsync();
            return all.ConvertAll(Configuration);
        }
    });

    private static TenantConfiguration Configuration(Tenant tenant)
    {
        var strings = new ConnectionStrings();
        tenant.ConnectionStrings.ForEach(c => strings[c.Name] = c.Value);
        return new TenantConfiguration(tenant.Id, tenant.Name, tenant.NormalizedName) { ConnectionStrings = strings };
    }
}
