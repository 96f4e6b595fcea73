using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;
using Volo.Abp.BackgroundWorkers;

namespace Volo.Abp.BackgroundJobs;

/// <summary>
/// Runs Quartz from the moment at which the application answers requests until it stops; then it waits for what is running. The store may need
/// a database that is not there yet, so the start is tried until it succeeds.
/// </summary>
internal sealed class JobScheduler(
    ISchedulerFactory factory, QuartzBackgroundWorkerManager workers, IHostApplicationLifetime lifetime, IOptions<AbpBackgroundJobOptions> jobOptions,
    IOptions<AbpBackgroundJobWorkerOptions> pollOptions, IOptions<AbpBackgroundWorkerOptions> workerOptions,
    TimeProvider timeProvider, ILogger<JobScheduler> logger)
    : BackgroundService
{
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(5);
    private IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await workers.StopAsync(cancellationToken);
        if (_scheduler is not null)
        {
            await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask().WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!jobOptions.Value.IsJobExecutionEnabled && !workerOptions.Value.IsEnabled)
        {
            return;
        }

        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await BeginAsync(await factory.GetScheduler(stoppingToken), stoppingToken);
                return;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                logger.LogError(e, "The scheduler of jobs cannot start; trying again in {Interval}.", RetryInterval);
                await Task.Delay(RetryInterval, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task BeginAsync(IScheduler scheduler, CancellationToken cancellationToken)
    {
        _scheduler = scheduler;
        if (jobOptions.Value.IsJobExecutionEnabled)
        {
            var period = TimeSpan.FromMilliseconds(pollOptions.Value.JobPollPeriod);
            await Schedules.EnsureAsync(scheduler, Schedules.Poll(period, timeProvider.GetUtcNow()), cancellationToken);
        }

        if (workerOptions.Value.IsEnabled)
        {
            await workers.ScheduleAsync(scheduler, cancellationToken);
        }

        await scheduler.Start(cancellationToken);
    }
}
