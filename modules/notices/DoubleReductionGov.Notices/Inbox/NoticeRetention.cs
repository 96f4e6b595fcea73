using DoubleReductionGov.Platform.Workers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;
using Volo.Abp.Threading;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Notices.Inbox;

/// <summary>Deletes the notices of the current tenant whose days are over, read or not, with their deliveries; in portions.</summary>
internal sealed class NoticeRetention(IRepository<Notice, Guid> notices, ISettingProvider settings, IUnitOfWorkManager unitOfWorkManager, IClock clock) : ITransientDependency
{
    private const int Portion = 1_000;

    /// <returns>How many notices were deleted.</returns>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellationToken = default)
    {
        var end = clock.Now.AddDays(-Math.Max(await settings.GetAsync<int>(NoticesSettings.KeepDays), 1));
        var total = 0;
        for (var deleted = Portion; deleted == Portion; total += deleted)
        {
            using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
            var all = await notices.GetQueryableAsync();
            var expired = all.Where(n => n.Time < end).OrderBy(n => n.Time).Select(n => n.Id).Take(Portion);
            deleted = await all.Where(n => expired.Contains(n.Id)).ExecuteDeleteAsync(cancellationToken);
            await unitOfWork.CompleteAsync(cancellationToken);
        }

        return total;
    }
}

/// <summary>Deletes old notices every night, for the city and each county.</summary>
internal sealed class NoticeRetentionWorker : AsyncPeriodicBackgroundWorkerBase
{
    public NoticeRetentionWorker(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory) => CronExpression = "0 40 3 * * ?";

    protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
    {
        var retention = workerContext.ServiceProvider.GetRequiredService<NoticeRetention>();
        return workerContext.ServiceProvider.GetRequiredService<EachTenant>().SumAsync(retention.DeleteExpiredAsync, workerContext.CancellationToken);
    }
}
