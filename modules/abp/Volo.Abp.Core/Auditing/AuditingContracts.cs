namespace Volo.Abp.Auditing;

/// <summary>Writes the history of an entity; on a method that only reads: the reading is recorded, too.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class AuditedAttribute : Attribute;

/// <summary>Leaves out what is recorded otherwise: an action, a parameter's property, an entity, a value.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Property)]
public class DisableAuditingAttribute : Attribute;

/// <summary>Marks services whose calls are recorded.</summary>
public interface IAuditingEnabled;

public interface IAuditingManager
{
    /// <summary>The record that is being written in this flow, if any.</summary>
    IAuditLogScope? Current { get; }

    IAuditLogSaveHandle BeginScope();
}

public interface IAuditLogScope
{
    AuditLogInfo Log { get; }
}

public interface IAuditLogSaveHandle : IDisposable
{
    Task SaveAsync();
}

/// <summary>Where records are kept.</summary>
public interface IAuditingStore
{
    Task SaveAsync(AuditLogInfo auditInfo);
}

/// <summary>Says more about what happens, before and after it did.</summary>
public abstract class AuditLogContributor
{
    public virtual void PreContribute(AuditLogContributionContext context) { }

    public virtual void PostContribute(AuditLogContributionContext context) { }
}

public class AuditLogContributionContext(IServiceProvider serviceProvider, AuditLogInfo auditInfo)
{
    public IServiceProvider ServiceProvider { get; } = serviceProvider;

    public AuditLogInfo AuditInfo { get; } = auditInfo;
}

public class AbpAuditingOptions
{
    /// <summary>A record that cannot be written is logged as an error; with false what it is about does not happen either.</summary>
    public bool HideErrors { get; set; } = true;

    public bool IsEnabled { get; set; } = true;

    public string? ApplicationName { get; set; }

    public bool IsEnabledForAnonymousUsers { get; set; } = true;

    /// <summary>Also reading that fails is recorded.</summary>
    public bool AlwaysLogOnException { get; set; } = true;

    /// <summary>What one of these says yes to is recorded whatever else is set.</summary>
    public List<Func<AuditLogInfo, Task<bool>>> AlwaysLogSelectors { get; } = [];

    public List<AuditLogContributor> Contributors { get; } = [];

    /// <summary>Types whose values are never written into parameters.</summary>
    public List<Type> IgnoredTypes { get; } = [typeof(Stream), typeof(System.Linq.Expressions.Expression), typeof(CancellationToken)];

    public bool IsEnabledForGetRequests { get; set; }
}
