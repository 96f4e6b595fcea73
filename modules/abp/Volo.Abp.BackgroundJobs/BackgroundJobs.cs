namespace Volo.Abp.BackgroundJobs;

public enum BackgroundJobPriority : byte
{
    Low = 5,
    BelowNormal = 10,
    Normal = 15,
    AboveNormal = 20,
    High = 25,
}

/// <summary>Takes work to be done later, also after a restart.</summary>
public interface IBackgroundJobManager
{
    /// <summary>Part of the current unit of work: a job of a rolled back one is never done. Returns the job's id.</summary>
    Task<string> EnqueueAsync<TArgs>(TArgs args, BackgroundJobPriority priority = BackgroundJobPriority.Normal, TimeSpan? delay = null);
}

public interface IAsyncBackgroundJob<in TArgs>
{
    Task ExecuteAsync(TArgs args);
}

public interface IBackgroundJob<in TArgs>
{
    void Execute(TArgs args);
}

/// <summary>A job by itself has no unit of work in ABP; here it runs in the transaction that also removes its row.</summary>
public abstract class AsyncBackgroundJob<TArgs> : IAsyncBackgroundJob<TArgs>
{
    public abstract Task ExecuteAsync(TArgs args);
}

public abstract class BackgroundJob<TArgs> : IBackgroundJob<TArgs>
{
    public abstract void Execute(TArgs args);
}

/// <summary>The name under which the arguments of a job are stored; without it, the full name of their type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class BackgroundJobNameAttribute(string name) : Attribute, IBackgroundJobNameProvider
{
    public string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

    public static string GetName<TJobArgs>() => GetName(typeof(TJobArgs));

    public static string GetName(Type jobArgsType) =>
        Check.NotNull(jobArgsType, nameof(jobArgsType)).GetCustomAttributes(true).OfType<IBackgroundJobNameProvider>().FirstOrDefault()?.Name ?? jobArgsType.FullName!;
}

public interface IBackgroundJobNameProvider
{
    string Name { get; }
}
