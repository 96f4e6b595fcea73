using Quartz;
using Volo.Abp.BackgroundWorkers;

namespace Volo.Abp.BackgroundJobs;

/// <summary>What Quartz shall fire and when. In a cluster the schedules lie in the database and belong to all nodes.</summary>
internal static class Schedules
{
    public const string WorkerGroup = "workers";
    private const string When = "when";

    public static (IJobDetail Job, ITrigger Trigger) Poll(TimeSpan period, DateTimeOffset now)
    {
        var job = JobBuilder.Create<BackgroundJobPoll>().WithIdentity("poll", "jobs").UsingJobData(When, period.ToString()).Build();
        return (job, TriggerOf(job, now, Every(period)));
    }

    public static (IJobDetail Job, ITrigger Trigger) Of(AsyncPeriodicBackgroundWorkerBase worker, DateTimeOffset now)
    {
        var period = TimeSpan.FromMilliseconds(worker.Period);
        var job = JobBuilder.Create<PeriodicWorkerJob>().WithIdentity(NameOf(worker), WorkerGroup).UsingJobData(When, worker.CronExpression ?? period.ToString()).Build();
        return worker.CronExpression is { } cron
            ? (job, TriggerOf(job, now, CronScheduleBuilder.Create(cron).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)))
            : (job, TriggerOf(job, worker.RunsOnStart ? now : now + period, Every(period)));
    }

    public static string NameOf(IBackgroundWorker worker) => worker.GetType().FullName!;

    /// <summary>A schedule that is there already goes on: a node that starts does not put off what the others wait for.</summary>
    public static async Task EnsureAsync(IScheduler scheduler, (IJobDetail Job, ITrigger Trigger) schedule, CancellationToken cancellationToken)
    {
        var existing = await scheduler.GetJobDetail(schedule.Job.Key, cancellationToken);
        if (existing is not null && await scheduler.Exists(schedule.Trigger.Key, cancellationToken)
            && Equals(existing.JobDataMap[When]?.ToString(), schedule.Job.JobDataMap[When]?.ToString()))
        {
            return;
        }

        await scheduler.ScheduleJob(schedule.Job, [schedule.Trigger], ScheduleJobOptions.Replacing, cancellationToken);
    }

    private static ITrigger TriggerOf(IJobDetail job, DateTimeOffset start, IScheduleBuilder schedule) =>
        TriggerBuilder.Create().WithIdentity(job.Key.Name, job.Key.Group).ForJob(job.Key).StartAt(start).WithSchedule(schedule).Build();

    private static SimpleScheduleBuilder Every(TimeSpan period) =>
        SimpleScheduleBuilder.Create().WithInterval(period).RepeatForever().WithMisfireInstruction(SimpleTriggerMisfireInstruction.NextWithRemainingCount);
}
