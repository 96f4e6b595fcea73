using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Guids;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.AuditLogging;

/// <summary>
/// Writes a record into the tables, in the unit of work that is there. It lies where the data lies; when somebody acted outside of
/// the own tenant, the own one gets a copy without parameters and values, which are not its own.
/// </summary>
internal sealed class AuditingStore(RowInsertion<IdentityDbContext> insertion, IGuidGenerator guidGenerator, ICurrentTenant currentTenant)
    : IAuditingStore, ITransientDependency
{
    public async Task SaveAsync(AuditLogInfo auditInfo)
    {
        await InsertAsync(ToAuditLog(auditInfo), auditInfo.TenantId);
        if (auditInfo.ImpersonatorUserId is not null && auditInfo.ImpersonatorTenantId != auditInfo.TenantId)
        {
            await InsertAsync(ToCopyAtHome(auditInfo), auditInfo.ImpersonatorTenantId);
        }
    }

    private async Task InsertAsync(AuditLog auditLog, Guid? tenantId)
    {
        using (currentTenant.Change(tenantId))
        {
            await insertion.InsertAsync(
                [auditLog, .. auditLog.Actions, .. auditLog.EntityChanges, .. auditLog.EntityChanges.SelectMany(change => change.PropertyChanges)]);
        }
    }

    private AuditLog ToAuditLog(AuditLogInfo info)
    {
        var log = new AuditLog(guidGenerator.Create(), info) { Exceptions = Describe(info.Exceptions) };
        foreach (var action in info.Actions)
        {
            log.Actions.Add(new AuditLogAction(guidGenerator.Create(), log.Id, action, info.TenantId));
        }

        foreach (var change in info.EntityChanges)
        {
            var entityChange = new EntityChange(guidGenerator.Create(), log.Id, change, info.TenantId);
            foreach (var property in change.PropertyChanges)
            {
                entityChange.PropertyChanges.Add(new EntityPropertyChange(guidGenerator.Create(), entityChange.Id, property, info.TenantId));
            }

            log.EntityChanges.Add(entityChange);
        }

        return log;
    }

    private AuditLog ToCopyAtHome(AuditLogInfo info)
    {
        var comment = $"{info.TenantName ?? info.TenantId?.ToString()}";
        var copy = new AuditLogInfo
        {
            ApplicationName = info.ApplicationName, TenantId = info.ImpersonatorTenantId, TenantName = info.ImpersonatorTenantName,
            UserId = info.UserId, UserName = info.UserName, ExecutionTime = info.ExecutionTime, ExecutionDuration = info.ExecutionDuration,
            ClientId = info.ClientId, CorrelationId = info.CorrelationId, ClientIpAddress = info.ClientIpAddress, ClientName = info.ClientName,
            BrowserInfo = info.BrowserInfo, HttpMethod = info.HttpMethod, HttpStatusCode = info.HttpStatusCode, Url = info.Url, Comments = [comment],
        };
        var log = new AuditLog(guidGenerator.Create(), copy) { Exceptions = Describe(info.Exceptions) };
        foreach (var action in info.Actions)
        {
            log.Actions.Add(new AuditLogAction(
                guidGenerator.Create(), log.Id,
                new AuditLogActionInfo { ServiceName = action.ServiceName, MethodName = action.MethodName, ExecutionTime = action.ExecutionTime, ExecutionDuration = action.ExecutionDuration },
                copy.TenantId));
        }

        return log;
    }

    private static string? Describe(List<Exception> exceptions) =>
        exceptions.Count == 0 ? null : string.Join('\n', exceptions.Select(e => e is IHasErrorCode { Code: { Length: > 0 } code } ? $"{e.GetType().FullName}: {code}" : e.GetType().FullName));
}
