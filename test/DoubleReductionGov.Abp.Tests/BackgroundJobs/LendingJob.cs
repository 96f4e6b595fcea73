using DoubleReductionGov.Abp.Tests.Samples;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.BackgroundJobs;

[BackgroundJobName("library.lend")]
public sealed record LendingArgs(Guid? TenantId, string Title) : IMultiTenant;

/// <summary>What the sample jobs did; a test may ask them to fail.</summary>
public sealed class LendingDesk : ISingletonDependency
{
    public List<string> Done { get; } = [];

    public bool Refuses { get; set; }
}

public sealed class LendingJob(LendingDesk desk, IRepository<Book, Guid> books) : AsyncBackgroundJob<LendingArgs>, ITransientDependency
{
    public override async Task ExecuteAsync(LendingArgs args)
    {
        await books.InsertAsync(new Book(args.Title), autoSave: true);
        desk.Done.Add(args.Title);
        if (desk.Refuses)
        {
            throw new InvalidOperationException("The desk is closed.");
        }
    }
}

public sealed record ReturningArgs(string Title);

public sealed class ReturningJob(LendingDesk desk) : BackgroundJob<ReturningArgs>, ITransientDependency
{
    public override void Execute(ReturningArgs args) => desk.Done.Add("returned " + args.Title);
}

public sealed record UnknownArgs;
