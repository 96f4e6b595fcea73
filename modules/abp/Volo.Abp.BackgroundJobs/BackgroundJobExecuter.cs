using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.BackgroundJobs;

/// <summary>Calls the class that does a job, in the tenant of the job's arguments.</summary>
internal sealed class BackgroundJobExecuter(IOptions<AbpBackgroundJobOptions> options, ICurrentTenant currentTenant) : ITransientDependency
{
    private static readonly MethodInfo Invoke = typeof(BackgroundJobExecuter).GetMethod(nameof(InvokeAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly ConcurrentDictionary<Type, Func<object, object, Task>> Invocations = new();

    /// <summary>Null when this process knows no such job or cannot read the arguments; repeating would not help.</summary>
    public (BackgroundJobConfiguration Job, object Args)? Find(BackgroundJobRecord record)
    {
        if (options.Value.FindJob(record.JobName) is not { } job)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(record.JobArgs, job.ArgsType, DefaultBackgroundJobManager.Json) is { } args ? (job, args) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task ExecuteAsync(IServiceProvider services, BackgroundJobConfiguration job, object args)
    {
        using (currentTenant.Change((args as IMultiTenant)?.TenantId))
        {
            await InvocationOf(job.ArgsType)(services.GetRequiredService(job.JobType), args);
        }
    }

    private static Func<object, object, Task> InvocationOf(Type argsType) =>
        Invocations.GetOrAdd(argsType, static type => Invoke.MakeGenericMethod(type).CreateDelegate<Func<object, object, Task>>());

    private static async Task InvokeAsync<TArgs>(object job, object args)
    {
        if (job is IAsyncBackgroundJob<TArgs> asynchronous)
        {
            await asynchronous.ExecuteAsync((TArgs)args);
        }
        else
        {
            ((IBackgroundJob<TArgs>)job).Execute((TArgs)args);
        }
    }
}
