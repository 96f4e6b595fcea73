namespace Volo.Abp.BackgroundJobs;

public class AbpBackgroundJobOptions
{
    private readonly Dictionary<string, BackgroundJobConfiguration> _jobsByName = [];

    /// <summary>False: this process takes jobs and leaves them to others.</summary>
    public bool IsJobExecutionEnabled { get; set; } = true;

    public IReadOnlyList<BackgroundJobConfiguration> GetJobs() => [.. _jobsByName.Values];

    public BackgroundJobConfiguration GetJob<TArgs>() => GetJob(typeof(TArgs));

    public BackgroundJobConfiguration GetJob(Type argsType) => GetJob(BackgroundJobNameAttribute.GetName(argsType));

    public BackgroundJobConfiguration GetJob(string name) =>
        FindJob(name) ?? throw new AbpException("Undefined background job for the job name: " + name);

    public void AddJob<TJob>() => AddJob(typeof(TJob));

    public void AddJob(Type jobType) => AddJob(new BackgroundJobConfiguration(jobType));

    /// <summary>Of two jobs with the same arguments the last one counts.</summary>
    public void AddJob(BackgroundJobConfiguration jobConfiguration) => _jobsByName[jobConfiguration.JobName] = jobConfiguration;

    internal BackgroundJobConfiguration? FindJob(string name) => _jobsByName.GetValueOrDefault(name);
}

public class BackgroundJobConfiguration
{
    public BackgroundJobConfiguration(Type jobType)
    {
        JobType = Check.NotNull(jobType, nameof(jobType));
        ArgsType = FindArgsType(jobType) ?? throw new AbpException($"{jobType.AssemblyQualifiedName} is no background job.");
        JobName = BackgroundJobNameAttribute.GetName(ArgsType);
    }

    public Type ArgsType { get; }

    public Type JobType { get; }

    public string JobName { get; }

    internal static Type? FindArgsType(Type jobType) => jobType.GetInterfaces()
        .FirstOrDefault(i => i.IsGenericType && (i.GetGenericTypeDefinition() == typeof(IAsyncBackgroundJob<>) || i.GetGenericTypeDefinition() == typeof(IBackgroundJob<>)))
        ?.GenericTypeArguments[0];
}

/// <summary>How the jobs that wait in the table are done.</summary>
public class AbpBackgroundJobWorkerOptions
{
    /// <summary>Milliseconds between two looks at the table.</summary>
    public int JobPollPeriod { get; set; } = 5000;

    /// <summary>At most so many jobs are taken at one look.</summary>
    public int MaxJobFetchCount { get; set; } = 1000;

    /// <summary>Seconds until the first repetition of a job that failed.</summary>
    public int DefaultFirstWaitDuration { get; set; } = 60;

    /// <summary>Seconds after which a job that goes on failing is given up.</summary>
    public int DefaultTimeout { get; set; } = 172_800;

    /// <summary>Each further wait is so many times the one before.</summary>
    public double DefaultWaitFactor { get; set; } = 2.0;
}
