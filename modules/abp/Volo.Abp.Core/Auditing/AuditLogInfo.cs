using System.Text.Json.Serialization;

namespace Volo.Abp.Auditing;

/// <summary>What one request, job or event did: who, when, from where, with which outcome, and what it changed.</summary>
[Serializable]
public class AuditLogInfo
{
    public string? ApplicationName { get; set; }

    public Guid? UserId { get; set; }

    public string? UserName { get; set; }

    /// <summary>Whose data it was about; null: the host's.</summary>
    public Guid? TenantId { get; set; }

    public string? TenantName { get; set; }

    public Guid? ImpersonatorUserId { get; set; }

    public Guid? ImpersonatorTenantId { get; set; }

    public string? ImpersonatorUserName { get; set; }

    public string? ImpersonatorTenantName { get; set; }

    public DateTime ExecutionTime { get; set; }

    /// <summary>Milliseconds.</summary>
    public int ExecutionDuration { get; set; }

    public string? ClientId { get; set; }

    public string? CorrelationId { get; set; }

    public string? ClientIpAddress { get; set; }

    public string? ClientName { get; set; }

    public string? BrowserInfo { get; set; }

    public string? HttpMethod { get; set; }

    public int? HttpStatusCode { get; set; }

    public string? Url { get; set; }

    public List<AuditLogActionInfo> Actions { get; set; } = [];

    public List<Exception> Exceptions { get; } = [];

    public List<EntityChangeInfo> EntityChanges { get; } = [];

    public List<string> Comments { get; set; } = [];

    public override string ToString() => $"AUDIT LOG: [{HttpStatusCode?.ToString() ?? "---"}: {HttpMethod ?? "-------",-7}] {Url}";
}

[Serializable]
public class AuditLogActionInfo
{
    public string ServiceName { get; set; } = default!;

    public string MethodName { get; set; } = default!;

    /// <summary>JSON, secrets masked.</summary>
    public string Parameters { get; set; } = "{}";

    public DateTime ExecutionTime { get; set; }

    /// <summary>Milliseconds.</summary>
    public int ExecutionDuration { get; set; }
}

[Serializable]
public class EntityChangeInfo
{
    public DateTime ChangeTime { get; set; }

    public EntityChangeType ChangeType { get; set; }

    /// <summary>The tenant of the entity, not of the user that changed it.</summary>
    public Guid? EntityTenantId { get; set; }

    public string? EntityId { get; set; }

    public string? EntityTypeFullName { get; set; }

    public List<EntityPropertyChangeInfo> PropertyChanges { get; set; } = [];

    [JsonIgnore]
    public object? EntityEntry { get; set; }
}

[Serializable]
public class EntityPropertyChangeInfo
{
    public static int MaxPropertyNameLength { get; set; } = 96;

    /// <summary>Longer values are cut.</summary>
    public static int MaxValueLength { get; set; } = 512;

    public static int MaxPropertyTypeFullNameLength { get; set; } = 192;

    /// <summary>JSON.</summary>
    public string? NewValue { get; set; }

    /// <summary>JSON.</summary>
    public string? OriginalValue { get; set; }

    public string PropertyName { get; set; } = default!;

    public string PropertyTypeFullName { get; set; } = default!;
}

public enum EntityChangeType : byte
{
    Created = 0,
    Updated = 1,
    Deleted = 2,
}
