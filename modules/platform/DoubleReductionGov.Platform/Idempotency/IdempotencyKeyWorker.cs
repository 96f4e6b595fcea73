using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace DoubleReductionGov.Platform.Idempotency;

/// <summary>Forgets old answers every hour.</summary>
internal sealed class IdempotencyKeyWorker : AsyncPeriodicBackgroundWorkerBase
{
    public IdempotencyKeyWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) => CronExpression = "0 10 * * * ?";

    protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) =>
        workerContext.ServiceProvider.GetRequiredService<IdempotencyKeys>().DeleteExpiredAsync(workerContext.CancellationToken);
}
