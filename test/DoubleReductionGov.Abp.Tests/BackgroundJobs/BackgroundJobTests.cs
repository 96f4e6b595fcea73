using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.DistributedLocking;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.BackgroundJobs;

public sealed class BackgroundJobTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    private LendingDesk Desk => _application.Services.GetRequiredService<LendingDesk>();

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_job_is_a_row_of_the_unit_of_work_and_goes_when_it_is_done()
    {
        var id = await EnqueueAsync(new LendingArgs(null, "a"));
        var row = (await RowsAsync()).ShouldHaveSingleItem();
        (row.Id.ToString(), row.JobName, row.JobArgs, row.Priority, row.TryCount).ShouldBe((id, "library.lend", """{"tenantId":null,"title":"a"}""", BackgroundJobPriority.Normal, (short)0));
        (row.CreationTime, row.NextTryTime, row.LastTryTime, row.IsAbandoned).ShouldBe((Cast.Monday, Cast.Monday, null, false));

        (await RunAsync()).ShouldBe(1);

        Desk.Done.ShouldBe(["a"]);
        (await _application.AllAsync<Book>()).Single().Title.ShouldBe("a");
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_of_a_rolled_back_unit_of_work_is_never_done()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(new LendingArgs(null, "a"));
            await unitOfWork.SaveChangesAsync();
            await unitOfWork.RollbackAsync();
        }

        (await RunAsync()).ShouldBe(0);
        Desk.Done.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_job_runs_in_the_tenant_of_its_arguments_and_lies_in_the_hosts_database()
    {
        var own = await _application.AddDatabaseAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
        await _application.WithAsync<Tenant>(async tenants => (await tenants.GetAsync(Cast.North)).SetDefaultConnectionString(own.ConnectionString));
        await EnqueueAsync(new LendingArgs(Cast.North, "a"), tenant: Cast.North);
        (await RowsAsync()).Count.ShouldBe(1);

        (await RunAsync()).ShouldBe(1);

        (await _application.WithAsync<Book, List<Book>>(books => books.GetListAsync(), Cast.North)).Single().TenantId.ShouldBe(Cast.North);
        (await _application.AllAsync<Book>()).ShouldBeEmpty();
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_urgent_ones_come_first_and_the_delayed_ones_in_time()
    {
        await EnqueueAsync(new ReturningArgs("low"), BackgroundJobPriority.Low);
        await EnqueueAsync(new ReturningArgs("later"), BackgroundJobPriority.High, TimeSpan.FromMinutes(5));
        await EnqueueAsync(new ReturningArgs("high"), BackgroundJobPriority.High);
        await EnqueueAsync(new ReturningArgs("normal"));

        await RunAsync();
        Desk.Done.ShouldBe(["returned high", "returned normal", "returned low"]);

        _application.Clock.Now = Cast.Monday.AddMinutes(5);
        await RunAsync();
        Desk.Done[^1].ShouldBe("returned later");
    }

    [Fact]
    public async Task A_job_that_fails_leaves_nothing_behind_and_is_tried_again_ever_later()
    {
        Desk.Refuses = true;
        await EnqueueAsync(new LendingArgs(null, "a"));
        var waits = new List<double>();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            (await RunAsync()).ShouldBe(1);
            (await RunAsync()).ShouldBe(0);
            var row = (await RowsAsync()).Single();
            (row.TryCount, row.LastTryTime, row.IsAbandoned).ShouldBe(((short)attempt, _application.Clock.Now, false));
            waits.Add((row.NextTryTime - row.LastTryTime!.Value).TotalSeconds);
            _application.Clock.Now = row.NextTryTime;
        }

        waits.ShouldBe([60, 120, 240]);
        (await _application.AllAsync<Book>()).ShouldBeEmpty();

        Desk.Refuses = false;
        await RunAsync();
        (await _application.AllAsync<Book>()).Count.ShouldBe(1);
        (await RowsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_two_days_a_job_is_given_up()
    {
        Desk.Refuses = true;
        await EnqueueAsync(new LendingArgs(null, "a"));
        while (await RunAsync() == 1)
        {
            _application.Clock.Now = (await RowsAsync()).Single().NextTryTime;
        }

        var row = (await RowsAsync()).Single();
        (row.IsAbandoned, row.TryCount).ShouldBe((true, (short)12));
        (row.LastTryTime - row.CreationTime)!.Value.ShouldBeLessThan(TimeSpan.FromDays(2));
    }

    [Fact]
    public async Task What_nobody_can_do_or_read_is_given_up_at_once()
    {
        await EnqueueAsync(new UnknownArgs());
        await EnqueueAsync(new LendingArgs(null, "a"));
        await _application.InUnitOfWorkAsync(async services =>
            (await ContextAsync(services)).BackgroundJobs.Single(j => j.JobName == "library.lend").JobArgs = "{");

        (await RunAsync()).ShouldBe(2);

        (await RowsAsync()).ShouldAllBe(j => j.IsAbandoned && j.TryCount == 1);
        (await RunAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_job_that_another_node_holds_is_left_to_it()
    {
        var id = await EnqueueAsync(new LendingArgs(null, "a"));
        await using (await _application.Services.GetRequiredService<IAbpDistributedLock>().TryAcquireAsync($"AbpBackgroundJob:{id}"))
        {
            (await RunAsync()).ShouldBe(0);
        }

        (await RunAsync()).ShouldBe(1);
        Desk.Done.ShouldBe(["a"]);
    }

    [Fact]
    public async Task Of_many_runners_at_once_each_job_has_one()
    {
        for (var i = 0; i < 10; i++)
        {
            await EnqueueAsync(new ReturningArgs($"{i}"));
        }

        var tried = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(RunAsync)));

        tried.Sum().ShouldBe(10);
        Desk.Done.Count.ShouldBe(10);
    }

    [Fact]
    public void Jobs_are_found_by_their_arguments()
    {
        var options = _application.Services.GetRequiredService<IOptions<AbpBackgroundJobOptions>>().Value;
        var job = options.GetJob<LendingArgs>();
        (job.JobType, job.ArgsType, job.JobName).ShouldBe((typeof(LendingJob), typeof(LendingArgs), BackgroundJobNameAttribute.GetName<LendingArgs>()));
        options.GetJob(new ReturningArgs("").GetType()).JobName.ShouldBe(typeof(ReturningArgs).FullName);
        Should.Throw<AbpException>(() => options.GetJob("none"));
        Should.Throw<AbpException>(() => new BackgroundJobConfiguration(typeof(string)));

        var own = new AbpBackgroundJobOptions();
        own.IsJobExecutionEnabled.ShouldBeTrue();
        own.AddJob<LendingJob>();
        own.AddJob(new ReturningJob(Desk).GetType());
        own.GetJobs().Count.ShouldBe(2);
        IBackgroundJobNameProvider name = new BackgroundJobNameAttribute("x");
        name.Name.ShouldBe("x");
    }

    [Fact]
    public void The_defaults_are_those_of_ABP()
    {
        var options = new AbpBackgroundJobWorkerOptions();
        (options.JobPollPeriod, options.MaxJobFetchCount, options.DefaultFirstWaitDuration, options.DefaultTimeout, options.DefaultWaitFactor).ShouldBe((5000, 1000, 60, 172_800, 2.0));
    }

    private Task<string> EnqueueAsync<TArgs>(TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null, Guid? tenant = null) =>
        _application.InUnitOfWorkAsync(services => services.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(args, priority, delay), tenant);

    private Task<int> RunAsync() => _application.Services.GetRequiredService<BackgroundJobRunner>().RunDueJobsAsync(CancellationToken.None);

    private Task<List<BackgroundJobRecord>> RowsAsync() => _application.InUnitOfWorkAsync(async services => await (await ContextAsync(services)).BackgroundJobs.AsNoTracking().ToListAsync());

    private static Task<BackgroundJobsDbContext> ContextAsync(IServiceProvider services) => services.GetRequiredService<IDbContextProvider<BackgroundJobsDbContext>>().GetDbContextAsync();
}
