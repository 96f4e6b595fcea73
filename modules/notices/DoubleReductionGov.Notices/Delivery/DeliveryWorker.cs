using DoubleReductionGov.Platform.Workers;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.Threading;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>Sends what is due, every minute, for the city and each county.</summary>
internal sealed class DeliveryWorker : AsyncPeriodicBackgroundWorkerBase
{
    public DeliveryWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) => Timer.Period = 60_000;

    protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        var round = workerContext.ServiceProvider.GetRequiredService<DeliveryRound>();
        return workerContext.ServiceProvider.GetRequiredService<EachTenant>().SumAsync(round.SendDueAsync, workerContext.CancellationToken);
    }
}
