using Volo.Abp.DependencyInjection;

namespace Volo.Abp.MultiTenancy;

public interface IMultiTenant
{
    Guid? TenantId { get; }
}

[Flags]
public enum MultiTenancySides : byte
{
    Tenant = 1,
    Host = 2,
    Both = Tenant | Host,
}

public interface ICurrentTenant
{
    bool IsAvailable { get; }

    /// <summary>Null on the host side.</summary>
    Guid? Id { get; }

    string? Name { get; }

    /// <summary>Enters a tenant (null = host) until the result is disposed.</summary>
    IDisposable Change(Guid? id, string? name = null);
}

public class BasicTenantInfo(Guid? tenantId, string? name = null)
{
    /// <summary>Null: the host.</summary>
    public Guid? TenantId { get; } = tenantId;

    public string? Name { get; } = name;
}

public interface ICurrentTenantAccessor
{
    BasicTenantInfo? Current { get; set; }
}

public class AsyncLocalCurrentTenantAccessor : ICurrentTenantAccessor
{
    private readonly AsyncLocal<BasicTenantInfo?> _current = new();

    private AsyncLocalCurrentTenantAccessor() { }

    public static AsyncLocalCurrentTenantAccessor Instance { get; } = new();

    public BasicTenantInfo? Current
    {
        get => _current.Value;
        set => _current.Value = value;
    }
}

public class CurrentTenant(ICurrentTenantAccessor currentTenantAccessor) : ICurrentTenant, ITransientDependency
{
    public virtual bool IsAvailable => Id.HasValue;

    public virtual Guid? Id => currentTenantAccessor.Current?.TenantId;

    public string? Name => currentTenantAccessor.Current?.Name;

    public IDisposable Change(Guid? id, string? name = null)
    {
        var previous = currentTenantAccessor.Current;
        currentTenantAccessor.Current = new BasicTenantInfo(id, name);
        return new DisposeAction(() => currentTenantAccessor.Current = previous);
    }
}

public static class CurrentTenantExtensions
{
    public static Guid GetId(this ICurrentTenant currentTenant) =>
        currentTenant.Id ?? throw new AbpException("Current Tenant Id is not available!");

    public static MultiTenancySides GetMultiTenancySide(this ICurrentTenant currentTenant) =>
        currentTenant.Id.HasValue ? MultiTenancySides.Tenant : MultiTenancySides.Host;
}
