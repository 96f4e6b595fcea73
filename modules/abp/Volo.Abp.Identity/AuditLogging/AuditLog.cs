using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AuditLogging;

/// <summary>The record of one request, as it is kept. It is written once and never changed.</summary>
[DisableAuditing]
public class AuditLog : BasicAggregateRoot<Guid>, IMultiTenant
{
    protected AuditLog() { }

    internal AuditLog(Guid id, AuditLogInfo info) : base(id)
    {
        ApplicationName = Cut(info.ApplicationName, AuditLogConsts.MaxApplicationNameLength);
        TenantId = info.TenantId;
        TenantName = Cut(info.TenantName, AuditLogConsts.MaxTenantNameLength);
        UserId = info.UserId;
        UserName = Cut(info.UserName, AuditLogConsts.MaxUserNameLength);
        ImpersonatorUserId = info.ImpersonatorUserId;
        ImpersonatorUserName = Cut(info.ImpersonatorUserName, AuditLogConsts.MaxUserNameLength);
        ImpersonatorTenantId = info.ImpersonatorTenantId;
        ImpersonatorTenantName = Cut(info.ImpersonatorTenantName, AuditLogConsts.MaxTenantNameLength);
        ExecutionTime = info.ExecutionTime;
        ExecutionDuration = info.ExecutionDuration;
        ClientIpAddress = Cut(info.ClientIpAddress, AuditLogConsts.MaxClientIpAddressLength);
        ClientName = Cut(info.ClientName, AuditLogConsts.MaxClientNameLength);
        ClientId = Cut(info.ClientId, AuditLogConsts.MaxClientIdLength);
        CorrelationId = Cut(info.CorrelationId, AuditLogConsts.MaxCorrelationIdLength);
        BrowserInfo = Cut(info.BrowserInfo, AuditLogConsts.MaxBrowserInfoLength);
        HttpMethod = Cut(info.HttpMethod, AuditLogConsts.MaxHttpMethodLength);
        Url = Cut(info.Url, AuditLogConsts.MaxUrlLength);
        HttpStatusCode = info.HttpStatusCode;
        Comments = Cut(info.Comments.Count == 0 ? null : string.Join('\n', info.Comments), AuditLogConsts.MaxCommentsLength);
    }

    public virtual string? ApplicationName { get; protected set; }

    public virtual Guid? UserId { get; protected set; }

    public virtual string? UserName { get; protected set; }

    public virtual Guid? TenantId { get; protected set; }

    public virtual string? TenantName { get; protected set; }

    public virtual Guid? ImpersonatorUserId { get; protected set; }

    public virtual string? ImpersonatorUserName { get; protected set; }

    public virtual Guid? ImpersonatorTenantId { get; protected set; }

    public virtual string? ImpersonatorTenantName { get; protected set; }

    public virtual DateTime ExecutionTime { get; protected set; }

    /// <summary>Milliseconds.</summary>
    public virtual int ExecutionDuration { get; protected set; }

    public virtual string? ClientIpAddress { get; protected set; }

    public virtual string? ClientName { get; protected set; }

    public virtual string? ClientId { get; set; }

    public virtual string? CorrelationId { get; set; }

    public virtual string? BrowserInfo { get; protected set; }

    public virtual string? HttpMethod { get; protected set; }

    public virtual string? Url { get; protected set; }

    /// <summary>Types and codes, no messages and no stack: they may carry personal data.</summary>
    public virtual string? Exceptions { get; protected internal set; }

    public virtual string? Comments { get; protected set; }

    public virtual int? HttpStatusCode { get; set; }

    public virtual ICollection<EntityChange> EntityChanges { get; protected set; } = [];

    public virtual ICollection<AuditLogAction> Actions { get; protected set; } = [];

    private static string? Cut(string? text, int length) => text is null ? null : AuditSerializer.Cut(text.Replace('\0', ' '), length);
}

[DisableAuditing]
public class AuditLogAction : Entity<Guid>, IMultiTenant
{
    protected AuditLogAction() { }

    internal AuditLogAction(Guid id, Guid auditLogId, AuditLogActionInfo info, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        AuditLogId = auditLogId;
        ServiceName = AuditSerializer.Cut(info.ServiceName, AuditLogConsts.MaxServiceNameLength);
        MethodName = AuditSerializer.Cut(info.MethodName, AuditLogConsts.MaxMethodNameLength);
        Parameters = AuditSerializer.Cut(info.Parameters, AuditSerializer.MaxParametersLength);
        ExecutionTime = info.ExecutionTime;
        ExecutionDuration = info.ExecutionDuration;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual Guid AuditLogId { get; protected set; }

    public virtual string ServiceName { get; protected set; } = default!;

    public virtual string MethodName { get; protected set; } = default!;

    public virtual string Parameters { get; protected set; } = default!;

    public virtual DateTime ExecutionTime { get; protected set; }

    /// <summary>Milliseconds.</summary>
    public virtual int ExecutionDuration { get; protected set; }
}

[DisableAuditing]
public class EntityChange : Entity<Guid>, IMultiTenant
{
    protected EntityChange() { }

    internal EntityChange(Guid id, Guid auditLogId, EntityChangeInfo info, Guid? tenantId) : base(id)
    {
        AuditLogId = auditLogId;
        TenantId = tenantId;
        EntityTenantId = info.EntityTenantId;
        ChangeTime = info.ChangeTime;
        ChangeType = info.ChangeType;
        EntityId = info.EntityId is null ? null : AuditSerializer.Cut(info.EntityId, AuditLogConsts.MaxEntityIdLength);
        EntityTypeFullName = AuditSerializer.Cut(info.EntityTypeFullName ?? "", AuditLogConsts.MaxEntityTypeFullNameLength);
    }

    public virtual Guid AuditLogId { get; protected set; }

    public virtual Guid? TenantId { get; protected set; }

    public virtual DateTime ChangeTime { get; protected set; }

    public virtual EntityChangeType ChangeType { get; protected set; }

    public virtual Guid? EntityTenantId { get; protected set; }

    public virtual string? EntityId { get; protected set; }

    public virtual string EntityTypeFullName { get; protected set; } = default!;

    public virtual ICollection<EntityPropertyChange> PropertyChanges { get; protected set; } = [];
}

[DisableAuditing]
public class EntityPropertyChange : Entity<Guid>, IMultiTenant
{
    protected EntityPropertyChange() { }

    internal EntityPropertyChange(Guid id, Guid entityChangeId, EntityPropertyChangeInfo info, Guid? tenantId) : base(id)
    {
        TenantId = tenantId;
        EntityChangeId = entityChangeId;
        NewValue = info.NewValue;
        OriginalValue = info.OriginalValue;
        PropertyName = info.PropertyName;
        PropertyTypeFullName = info.PropertyTypeFullName;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual Guid EntityChangeId { get; protected set; }

    public virtual string? NewValue { get; protected set; }

    public virtual string? OriginalValue { get; protected set; }

    public virtual string PropertyName { get; protected set; } = default!;

    public virtual string PropertyTypeFullName { get; protected set; } = default!;
}

public static class AuditLogConsts
{
    public static int MaxApplicationNameLength { get; set; } = 96;

    public static int MaxClientIpAddressLength { get; set; } = 64;

    public static int MaxClientNameLength { get; set; } = 128;

    public static int MaxClientIdLength { get; set; } = 64;

    public static int MaxCorrelationIdLength { get; set; } = 64;

    public static int MaxBrowserInfoLength { get; set; } = 512;

    public static int MaxCommentsLength { get; set; } = 256;

    public static int MaxUrlLength { get; set; } = 256;

    public static int MaxHttpMethodLength { get; set; } = 16;

    public static int MaxUserNameLength { get; set; } = 256;

    public static int MaxTenantNameLength { get; set; } = 64;

    internal const int MaxServiceNameLength = 256;
    internal const int MaxMethodNameLength = 128;
    internal const int MaxEntityIdLength = 128;
    internal const int MaxEntityTypeFullNameLength = 128;
}
