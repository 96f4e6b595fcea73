using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Quartz;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.BackgroundJobs;

/// <summary>Knows the workers of this process. Periodic ones are Quartz's, the others start and stop with the process.</summary>
internal sealed class QuartzBackgroundWorkerManager(TimeProvider timeProvider) : IBackgroundWorkerManager, ISingletonDependency
{
    private readonly ConcurrentDictionary<string, IBackgroundWorker> _workers = new();
    private IScheduler? _scheduler;

    private IEnumerable<AsyncPeriodicBackgroundWorkerBase> Periodic => _workers.Values.OfType<AsyncPeriodicBackgroundWorkerBase>();

    public async Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default)
    {
        if (worker is AsyncPeriodicBackgroundWorkerBase { Period: <= 0, CronExpression: null })
        {
            throw new AbpException($"The worker {Schedules.NameOf(worker)} has neither a period nor a cron expression.");
        }

        _workers[Schedules.NameOf(worker)] = worker;
        if (_scheduler is not null)
        {
            await StartAsync(worker, cancellationToken);
        }
    }

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        foreach (var worker in _workers.Values)
        {
            await StartAsync(worker, cancellationToken);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        foreach (var worker in _scheduler is null ? [] : _workers.Values)
        {
            await worker.StopAsync(cancellationToken);
        }
    }

    public AsyncPeriodicBackgroundWorkerBase? Find(string name) => _workers.GetValueOrDefault(name) as AsyncPeriodicBackgroundWorkerBase;

    /// <summary>Schedules this process's workers, and takes those out of a shared store that no longer exist.</summary>
    public async Task ScheduleAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        _scheduler = scheduler;
        var known = Periodic.Select(Schedules.NameOf).ToHashSet();
        foreach (var key in await scheduler.GetJobKeys(GroupMatcher<JobKey>.GroupEquals(Schedules.WorkerGroup), cancellationToken))
        {
            if (!known.Contains(key.Name))
            {
                await scheduler.DeleteJob(key, cancellationToken);
            }
        }

        await StartAsync(cancellationToken);
    }

    private Task StartAsync(IBackgroundWorker worker, CancellationToken cancellationToken) => worker is AsyncPeriodicBackgroundWorkerBase periodic && _scheduler is not null
        ? Schedules.EnsureAsync(_scheduler, Schedules.Of(periodic, timeProvider.GetUtcNow()), cancellationToken)
        : worker.StartAsync(cancellationToken);
}

/// <summary>One run of a periodic worker. What fails is logged; the next run comes at its time.</summary>
[DisallowConcurrentExecution]
internal sealed class PeriodicWorkerJob(QuartzBackgroundWorkerManager workers, ILogger<PeriodicWorkerJob> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var name = context.JobDetail.Key.Name;
        if (workers.Find(name) is not { } worker)
        {
            // While versions change, a node may be asked for a worker that only the newer ones have.
            logger.LogInformation("This node has no worker {Worker}.", name);
            return;
        }

        try
        {
            await worker.RunAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogError(e, "The worker {Worker} failed.", name);
        }
    }
}

/// <summary>A look at the table of jobs. A long job keeps one lane busy; the others go on.</summary>
internal sealed class BackgroundJobPoll(BackgroundJobRunner runner, BackgroundJobLanes lanes, ILogger<BackgroundJobPoll> logger) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!await lanes.TryEnterAsync())
        {
            return;
        }

        try
        {
            while (!lanes.IsStopping && await runner.RunDueJobsAsync(lanes.Stopping) > 0)
            {
                // a job may have enqueued others
            }
        }
        catch (Exception e) when (!lanes.IsStopping)
        {
            logger.LogError(e, "The background jobs could not be looked through.");
        }
        finally
        {
            lanes.Leave();
        }
    }
}

/// <summary>How many jobs one node does at a time.</summary>
internal sealed class BackgroundJobLanes(Microsoft.Extensions.Hosting.IHostApplicationLifetime lifetime) : IDisposable
{
    private readonly SemaphoreSlim _lanes = new(4);

    /// <summary>A running job is finished, another one is not begun.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    public bool IsStopping => Stopping.IsCancellationRequested;

    public Task<bool> TryEnterAsync() => _lanes.WaitAsync(TimeSpan.Zero);

    public void Leave() => _lanes.Release();

    public void Dispose() => _lanes.Dispose();
}
