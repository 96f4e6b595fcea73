using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Platform.Workers;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.AuditLogging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.AuditLogs;

/// <summary>
/// Deletes the records whose time is over, those of requests and those of sign-ins, and the sessions to which nobody comes back: in
/// portions, on the host's side and in each tenant.
/// </summary>
internal sealed class AuditLogRetention(
    IRepository<AuditLog, Guid> auditLogs, IRepository<IdentitySecurityLog, Guid> securityLogs, AccountSessions sessions, ISettingProvider settings,
    EachTenant eachTenant, IUnitOfWorkManager unitOfWorkManager, IClock clock) : ITransientDependency
{
    private const int Portion = 1_000;

    /// <returns>How many records were deleted, sessions not counted.</returns>
    public Task<int> DeleteExpiredAsync(CancellationToken cancellationToken = default) => eachTenant.SumAsync(DeleteExpiredHereAsync, cancellationToken);

    private async Task<int> DeleteExpiredHereAsync(CancellationToken cancellationToken)
    {
        var months = Math.Max(await settings.GetAsync(AuditLogSettings.RetentionMonths, AuditLogSettings.MinimumRetentionMonths), AuditLogSettings.MinimumRetentionMonths);
        var end = clock.Now.AddMonths(-months);
        var deleted = await DeleteAsync(auditLogs, logs => logs.Where(l => l.ExecutionTime < end).OrderBy(l => l.ExecutionTime).Select(l => l.Id), cancellationToken);
        deleted += await DeleteAsync(securityLogs, logs => logs.Where(l => l.CreationTime < end).OrderBy(l => l.CreationTime).Select(l => l.Id), cancellationToken);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        await sessions.RemoveOverdueAsync();
        await unitOfWork.CompleteAsync(cancellationToken);
        return deleted;
    }

    private async Task<int> DeleteAsync<TLog>(IRepository<TLog, Guid> all, Func<IQueryable<TLog>, IQueryable<Guid>> expired, CancellationToken cancellationToken)
        where TLog : class, IEntity<Guid>
    {
        var total = 0;
        for (var deleted = Portion; deleted == Portion; total += deleted)
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var logs = await all.GetQueryableAsync();
            var portion = expired(logs).Take(Portion);
            deleted = await logs.Where(l => portion.Contains(l.Id)).ExecuteDeleteAsync(cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        return total;
    }
}
