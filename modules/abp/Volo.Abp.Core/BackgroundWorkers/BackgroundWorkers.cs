using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.BackgroundWorkers;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Threading;

namespace Volo.Abp.Threading
{
    public interface IRunnable
    {
        Task StartAsync(CancellationToken cancellationToken = default);

        Task StopAsync(CancellationToken cancellationToken = default);
    }

    /// <summary>How often a worker runs. The scheduler keeps the time; this only says it.</summary>
    public class AbpAsyncTimer : ITransientDependency
    {
        /// <summary>Milliseconds.</summary>
        public int Period { get; set; }

        /// <summary>Runs at once when the worker is scheduled for the first time, not only after one period.</summary>
        public bool RunOnStart { get; set; }
    }
}

namespace Volo.Abp.BackgroundWorkers
{
    /// <summary>Work that goes on beside the requests. One instance per process.</summary>
    public interface IBackgroundWorker : IRunnable, ISingletonDependency;

    /// <summary>Starts the workers with the application and stops them with it.</summary>
    public interface IBackgroundWorkerManager : IRunnable
    {
        Task AddAsync(IBackgroundWorker worker, CancellationToken cancellationToken = default);
    }

    public class AbpBackgroundWorkerOptions
    {
        /// <summary>False: this process adds workers and runs none.</summary>
        public bool IsEnabled { get; set; } = true;
    }

    public abstract class BackgroundWorkerBase : IBackgroundWorker
    {
        public IAbpLazyServiceProvider LazyServiceProvider { get; set; } = default!;

        protected ILogger Logger => LazyServiceProvider.LazyGetRequiredService<ILoggerFactory>().CreateLogger(GetType().FullName!);

        public virtual Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public virtual Task StopAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;
    }

    /// <summary>
    /// A worker that runs every <see cref="AbpAsyncTimer.Period"/> or by a cron expression, never twice at a time. In a cluster one node
    /// runs it, another one perhaps the next time; ABP runs it on every node.
    /// </summary>
    public abstract class AsyncPeriodicBackgroundWorkerBase(AbpAsyncTimer timer, IServiceScopeFactory serviceScopeFactory) : BackgroundWorkerBase
    {
        /// <summary>Milliseconds.</summary>
        public int Period => Timer.Period;

        /// <summary>As Quartz writes it: seconds, minutes, hours, day of the month, month, day of the week. Comes before the period.</summary>
        public string? CronExpression { get; protected set; }

        protected IServiceScopeFactory ServiceScopeFactory { get; } = serviceScopeFactory;

        protected AbpAsyncTimer Timer { get; } = timer;

        internal bool RunsOnStart => Timer.RunOnStart;

        internal async Task RunAsync(CancellationToken cancellationToken)
        {
            await using var scope = ServiceScopeFactory.CreateAsyncScope();
            await DoWorkAsync(new PeriodicBackgroundWorkerContext(scope.ServiceProvider, cancellationToken));
        }

        protected abstract Task DoWorkAsync(PeriodicBackgroundWorkerContext workerContext);
    }

    public class PeriodicBackgroundWorkerContext(IServiceProvider serviceProvider, CancellationToken cancellationToken)
    {
        public PeriodicBackgroundWorkerContext(IServiceProvider serviceProvider) : this(serviceProvider, CancellationToken.None) { }

        /// <summary>The services of this run.</summary>
        public IServiceProvider ServiceProvider { get; } = serviceProvider;

        /// <summary>Cancelled when the application stops.</summary>
        public CancellationToken CancellationToken { get; } = cancellationToken;
    }
}

namespace Volo.Abp
{
    public static class BackgroundWorkersApplicationInitializationContextExtensions
    {
        public static async Task<ApplicationInitializationContext> AddBackgroundWorkerAsync<TWorker>(
            this ApplicationInitializationContext context, CancellationToken cancellationToken = default)
            where TWorker : IBackgroundWorker
        {
            Check.NotNull(context, nameof(context));
            var worker = context.ServiceProvider.GetRequiredService<TWorker>();
            await context.ServiceProvider.GetRequiredService<IBackgroundWorkerManager>().AddAsync(worker, cancellationToken);
            return context;
        }
    }
}
