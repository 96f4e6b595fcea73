using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace DoubleReductionGov.Administration.AuditLogs;

/// <summary>Deletes what is over every night.</summary>
internal sealed class AuditLogRetentionWorker : AsyncPeriodicBackgroundWorkerBase
{
    public AuditLogRetentionWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) => CronExpression = "0 20 3 * * ?";

    protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) =>
        workerContext.ServiceProvider.GetRequiredService<AuditLogRetention>().DeleteExpiredAsync(workerContext.CancellationToken);
}
