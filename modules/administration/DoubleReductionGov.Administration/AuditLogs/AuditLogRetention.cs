using Microsoft.EntityFrameworkCore;
using Volo.Abp.AuditLogging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.AuditLogs;

/// <summary>Deletes the records whose time is over, in portions, on the host's side and in each tenant. To be called by a worker.</summary>
internal sealed class AuditLogRetention(
    IRepository<AuditLog, Guid> auditLogs, ISettingProvider settings, ITenantStore tenants, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IClock clock)
    : ITransientDependency
{
    private const int Portion = 1_000;

    /// <returns>How many records were deleted.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellationToken = default)
    {
        var deleted = await DeleteExpiredAsync(null, cancellationToken);
        foreach (var tenant in await tenants.GetListAsync())
        {
            deleted += await DeleteExpiredAsync(tenant.Id, cancellationToken);
        }

        return deleted;
    }

    private async Task<int> DeleteExpiredAsync(Guid? tenantId, CancellationToken cancellationToken)
    {
        using var _ = currentTenant.Change(tenantId);
        var months = Math.Max(await settings.GetAsync(AuditLogSettings.RetentionMonths, AuditLogSettings.MinimumRetentionMonths), AuditLogSettings.MinimumRetentionMonths);
        var end = clock.Now.AddMonths(-months);
        var total = 0;
        for (var deleted = Portion; deleted == Portion; total += deleted)
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var logs = await auditLogs.GetQueryableAsync();
            var expired = logs.Where(l => l.ExecutionTime < end).OrderBy(l => l.ExecutionTime).Select(l => l.Id).Take(Portion);
            deleted = await logs.Where(l => expired.Contains(l.Id)).ExecuteDeleteAsync(cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        return total;
    }
}
