using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.BackgroundJobs;

/// <summary>Jobs lie in the host's database, also those of a tenant that has its own.</summary>
internal sealed class DefaultBackgroundJobManager(IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, IGuidGenerator guidGenerator)
    : IBackgroundJobManager, ITransientDependency
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<string> EnqueueAsync<TArgs>(TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null)
    {
        var now = clock.Now;
        var record = new BackgroundJobRecord(guidGenerator.Create())
        {
            JobName = BackgroundJobNameAttribute.GetName<TArgs>(),
            JobArgs = JsonSerializer.Serialize(args, Json),
            Priority = priority,
            CreationTime = now,
            NextTryTime = now + (delay ?? TimeSpan.Zero),
        };
        using (currentTenant.Change(null))
        using (var unitOfWork = unitOfWorkManager.Begin())
        {
            (await unitOfWork.GetBackgroundJobsAsync()).Add(record);
            await unitOfWork.CompleteAsync();
        }

        return record.Id.ToString();
    }
}

internal static class BackgroundJobsUnitOfWorkExtensions
{
    public static Task<BackgroundJobsDbContext> GetBackgroundJobsAsync(this IUnitOfWork unitOfWork) =>
        unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<BackgroundJobsDbContext>>().GetDbContextAsync();
}
