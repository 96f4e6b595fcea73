using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.BackgroundJobs;

/// <summary>
/// Does the jobs that are due. Whoever holds the lock of a job does it, and the lock dies with its node. A job's row goes in the transaction in
/// which the job ran, so what the job wrote to the host's database is there exactly once, whatever dies when.
/// </summary>
internal sealed class BackgroundJobRunner(
    IAbpDistributedLock locks, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IClock clock, BackgroundJobExecuter executer,
    IOptions<AbpBackgroundJobWorkerOptions> options, ILogger<BackgroundJobRunner> logger)
    : ITransientDependency
{
    /// <summary>Returns how many jobs were tried.</summary>
    public async Task<int> RunDueJobsAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        using (currentTenant.Change(null))
        {
            foreach (var id in await FindDueAsync(cancellationToken))
            {
                if (cancellationToken.IsCancellationRequested)
                {
                    break;
                }

                await using var handle = await locks.TryAcquireAsync($"AbpBackgroundJob:{id}", cancellationToken: cancellationToken);
                if (handle is not null && await TryRunAsync(id))
                {
                    tried++;
                }
            }
        }

        return tried;
    }

    private async Task<List<Guid>> FindDueAsync(CancellationToken cancellationToken)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var now = clock.Now;
        var due = await (await unitOfWork.GetBackgroundJobsAsync()).BackgroundJobs
            .Where(job => !job.IsAbandoned && job.NextTryTime <= now)
            .OrderByDescending(job => job.Priority).ThenBy(job => job.TryCount).ThenBy(job => job.NextTryTime).ThenBy(job => job.Id)
            .Select(job => job.Id)
            .Take(options.Value.MaxJobFetchCount)
            .ToListAsync(cancellationToken);
        await unitOfWork.CompleteAsync(cancellationToken);
        return due;
    }

    // Between the list and the lock somebody else may have done it: only the row that is read under the lock counts.
    private async Task<bool> TryRunAsync(Guid id)
    {
        var record = await FindAsync(id);
        var startedAt = clock.Now;
        if (record?.IsDue(startedAt) != true)
        {
            return false;
        }

        if (executer.Find(record) is not { } found)
        {
            logger.LogError("The background job {JobId} is given up: there is no job {JobName}, or its arguments cannot be read.", id, record.JobName);
            await ChangeAsync(id, changed => changed.Abandon(startedAt));
            return true;
        }

        try
        {
            await RunAsync(id, found.Job, found.Args);
        }
        catch (Exception e)
        {
            logger.LogWarning(e, "The background job {JobId} ({JobName}) failed.", id, record.JobName);
            await ChangeAsync(id, changed => changed.Fail(startedAt, options.Value));
        }

        return true;
    }

    private async Task RunAsync(Guid id, BackgroundJobConfiguration job, object args)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        await executer.ExecuteAsync(unitOfWork.ServiceProvider, job, args);
        await unitOfWork.SaveChangesAsync();

        // Last, so that until now the job may have used units of work of its own: on SQLite a transaction that has written keeps out all others.
        await (await unitOfWork.GetBackgroundJobsAsync()).BackgroundJobs.Where(done => done.Id == id).ExecuteDeleteAsync();
        await unitOfWork.CompleteAsync();
    }

    private async Task<BackgroundJobRecord?> FindAsync(Guid id)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var record = await (await unitOfWork.GetBackgroundJobsAsync()).BackgroundJobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id);
        await unitOfWork.CompleteAsync();
        return record;
    }

    private async Task ChangeAsync(Guid id, Action<BackgroundJobRecord> change)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        change(await (await unitOfWork.GetBackgroundJobsAsync()).BackgroundJobs.SingleAsync(job => job.Id == id));
        await unitOfWork.CompleteAsync();
    }
}
