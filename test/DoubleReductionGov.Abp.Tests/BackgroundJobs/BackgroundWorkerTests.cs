using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;
using Volo.Abp;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Threading;

namespace DoubleReductionGov.Abp.Tests.BackgroundJobs;

public sealed class BackgroundWorkerTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private KernelApplication _application = null!;
    private TestDatabase _database = null!;

    private IBackgroundWorkerManager Workers => _application.Services.GetRequiredService<IBackgroundWorkerManager>();

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _application = await KernelApplication.StartAsync(_database, services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task A_worker_runs_again_and_again_in_a_scope_of_its_own_though_it_fails()
    {
        var worker = _application.Services.GetRequiredService<Sweeper>();
        await new ApplicationInitializationContext(_application.Services).AddBackgroundWorkerAsync<Sweeper>();
        var scheduler = await StartAsync();

        await worker.ThreeRuns.Task.WaitAsync(Patience);
        await scheduler.Shutdown(waitForJobsToComplete: true);

        worker.Scopes.Distinct().Count().ShouldBeGreaterThanOrEqualTo(3);
        worker.Period.ShouldBe(50);
    }

    [Fact]
    public async Task A_schedule_that_exists_goes_on_and_one_whose_worker_is_gone_goes()
    {
        var scheduler = await _application.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        var gone = JobBuilder.Create<PeriodicWorkerJob>().WithIdentity("gone", Schedules.WorkerGroup).StoreDurably().Build();
        await scheduler.AddJob(gone, new AddJobOptions());
        await Workers.AddAsync(_application.Services.GetRequiredService<NightWatch>());
        await ScheduleAsync(scheduler);
        var first = await NextAsync(scheduler);

        await ScheduleAsync(scheduler);

        (await scheduler.Exists(gone.Key)).ShouldBeFalse();
        (await NextAsync(scheduler)).ShouldBe(first);
        first.ToOffset(TimeSpan.Zero).TimeOfDay.Minutes.ShouldBe(30);
    }

    [Fact]
    public async Task A_worker_without_a_time_is_refused()
    {
        var worker = new NightWatch(new AbpAsyncTimer(), _application.Services.GetRequiredService<IServiceScopeFactory>(), cron: null);

        await Should.ThrowAsync<AbpException>(() => Workers.AddAsync(worker));
    }

    [Fact]
    public async Task A_worker_without_a_period_starts_and_stops_with_the_application()
    {
        var doorman = _application.Services.GetRequiredService<Doorman>();
        await Workers.AddAsync(doorman);
        doorman.IsThere.ShouldBeFalse();

        await StartAsync();
        doorman.IsThere.ShouldBeTrue();

        await Workers.StopAsync();
        doorman.IsThere.ShouldBeFalse();
    }

    [Fact]
    public void Workers_run_unless_they_are_switched_off() =>
        _application.Services.GetRequiredService<IOptions<AbpBackgroundWorkerOptions>>().Value.IsEnabled.ShouldBeTrue();

    [Fact]
    public void A_run_knows_its_services_and_when_to_stop()
    {
        using var stop = new CancellationTokenSource();
        var context = new PeriodicBackgroundWorkerContext(_application.Services, stop.Token);
        (context.ServiceProvider, context.CancellationToken).ShouldBe((_application.Services, stop.Token));
        new PeriodicBackgroundWorkerContext(_application.Services).CancellationToken.CanBeCanceled.ShouldBeFalse();
    }

    private async Task<IScheduler> StartAsync()
    {
        var scheduler = await _application.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await ScheduleAsync(scheduler);
        await scheduler.Start();
        return scheduler;
    }

    private Task ScheduleAsync(IScheduler scheduler) => _application.Services.GetRequiredService<QuartzBackgroundWorkerManager>().ScheduleAsync(scheduler, CancellationToken.None);

    private static async Task<DateTimeOffset> NextAsync(IScheduler scheduler) =>
        (await scheduler.GetTrigger(new TriggerKey(typeof(NightWatch).FullName!, Schedules.WorkerGroup)))!.NextFireTimeUtc!.Value;

    internal sealed class Sweeper : AsyncPeriodicBackgroundWorkerBase
    {
        public Sweeper(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : base(timer, serviceScopeFactory)
        {
            Timer.Period = 50;
            Timer.RunOnStart = true;
        }

        public TaskCompletionSource ThreeRuns { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public List<IServiceProvider> Scopes { get; } = [];

        protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext)
        {
            workerContext.ServiceProvider.GetRequiredService<ICurrentTenant>().Id.ShouldBeNull();
            Logger.LogInformation("sweeping");
            Scopes.Add(workerContext.ServiceProvider);
            if (Scopes.Count >= 3)
            {
                ThreeRuns.TrySetResult();
            }

            throw new InvalidOperationException("The broom is broken.");
        }
    }

    internal sealed class NightWatch : AsyncPeriodicBackgroundWorkerBase
    {
        public NightWatch(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : this(timer, serviceScopeFactory, "0 30 2 * * ?") { }

        internal NightWatch(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory, string? cron) : base(timer, serviceScopeFactory) => CronExpression = cron;

        protected override Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext) => Task.CompletedTask;
    }

    internal sealed class Doorman : BackgroundWorkerBase
    {
        public bool IsThere { get; private set; }

        public override Task StartAsync(CancellationToken cancellationToken = default)
        {
            IsThere = true;
            return base.StartAsync(cancellationToken);
        }

        public override Task StopAsync(CancellationToken cancellationToken = default)
        {
            IsThere = false;
            return base.StopAsync(cancellationToken);
        }
    }
}
