using Volo.Abp.AuditLogging;

namespace DoubleReductionGov.Administration.AuditLogs;

/// <summary>What a record must be like; what is null asks for nothing.</summary>
internal static class AuditLogFilter
{
    /// <summary>Days that are looked at when nobody says since when.</summary>
    public const int DefaultDays = 30;

    /// <summary>The time always bounds the question: the table is the largest there is, and its index begins with it.</summary>
    public static IQueryable<AuditLog> Filter(this IQueryable<AuditLog> logs, AuditLogListInput filter, DateTime now)
    {
        var from = Utc(filter.From) ?? now.AddDays(-DefaultDays);
        logs = logs.Where(l => l.ExecutionTime >= from);
        if (Utc(filter.To) is { } to)
        {
            logs = logs.Where(l => l.ExecutionTime < to);
        }

        return logs.FilterByRequest(filter).FilterByContent(filter);
    }

    private static IQueryable<AuditLog> FilterByRequest(this IQueryable<AuditLog> logs, AuditLogListInput filter)
    {
        logs = filter.UserId is { } userId ? logs.Where(l => l.UserId == userId) : logs;
        logs = Text(filter.UserName) is { } userName ? logs.Where(l => l.UserName == userName) : logs;
        logs = Text(filter.Url) is { } url ? logs.Where(l => l.Url != null && l.Url.Contains(url)) : logs;
        logs = Text(filter.HttpMethod)?.ToUpperInvariant() is { } method ? logs.Where(l => l.HttpMethod == method) : logs;
        logs = filter.HttpStatusCode is { } status ? logs.Where(l => l.HttpStatusCode == status) : logs;
        logs = filter.MinDurationMilliseconds is { } duration ? logs.Where(l => l.ExecutionDuration >= duration) : logs;
        return Text(filter.CorrelationId) is { } correlation ? logs.Where(l => l.CorrelationId == correlation) : logs;
    }

    private static IQueryable<AuditLog> FilterByContent(this IQueryable<AuditLog> logs, AuditLogListInput filter)
    {
        logs = filter.HasException is { } failed ? logs.Where(l => (l.Exceptions != null) == failed) : logs;
        var (service, method, type, id) = (Text(filter.ServiceName), Text(filter.MethodName), Text(filter.EntityTypeFullName), Text(filter.EntityId));
        if (service is not null || method is not null)
        {
            logs = logs.Where(l => l.Actions.Any(a => (service == null || a.ServiceName.Contains(service)) && (method == null || a.MethodName == method)));
        }

        return type is null && id is null
            ? logs
            : logs.Where(l => l.EntityChanges.Any(c => (type == null || c.EntityTypeFullName == type) && (id == null || c.EntityId == id)));
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static DateTime? Utc(DateTime? time) => time switch
    {
        null => null,
        { Kind: DateTimeKind.Unspecified } unspecified => DateTime.SpecifyKind(unspecified, DateTimeKind.Utc),
        { } known => known.ToUniversalTime(),
    };
}
