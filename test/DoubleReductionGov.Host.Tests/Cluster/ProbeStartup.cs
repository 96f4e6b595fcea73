using DoubleReductionGov.Host.Cluster;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.PermissionManagement;
using Volo.Abp.Uow;

[assembly: HostingStartup(typeof(ProbeStartup))]

namespace DoubleReductionGov.Host.Cluster;

/// <summary>What the tests add to a node that runs as a process of its own: a job that leaves traces, and a way to take a right away on that node.</summary>
internal sealed class ProbeStartup : IHostingStartup, IStartupFilter
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services =>
    {
        services.AddTransient<ProbeJob>();
        services.Configure<AbpBackgroundJobOptions>(options => options.AddJob<ProbeJob>());
        services.AddSingleton<IStartupFilter>(this);
    });

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/probe/revoke", branch => branch.Run(async context =>
        {
            var permission = context.Request.Query["permission"].ToString();
            using var unitOfWork = context.RequestServices.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
            var grants = context.RequestServices.GetRequiredService<IRepository<PermissionGrant, Guid>>();
            foreach (var grant in await grants.GetListAsync(grant => grant.Name == permission))
            {
                await grants.DeleteAsync(grant);
            }

            await unitOfWork.CompleteAsync();
        }));
        next(app);
    };
}

[BackgroundJobName("probe")]
internal sealed record ProbeArgs(int Number);

/// <summary>Says at once that it began, waits until the test lets it go on, and says in the transaction of the job that it is done.</summary>
internal sealed class ProbeJob(IDbContextProvider<IdentityDbContext> contexts, IConnectionStringResolver connectionStrings) : IAsyncBackgroundJob<ProbeArgs>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public async Task ExecuteAsync(ProbeArgs args)
    {
        await using (var source = NpgsqlDataSource.Create(await connectionStrings.ResolveAsync()))
        {
            await using var begun = source.CreateCommand("INSERT INTO probe_begun VALUES ($1, $2)");
            begun.Parameters.Add(new() { Value = args.Number });
            begun.Parameters.Add(new() { Value = Environment.ProcessId });
            await begun.ExecuteNonQueryAsync();
            await using var open = source.CreateCommand("SELECT count(*) FROM probe_open");
            while ((long)(await open.ExecuteScalarAsync())! == 0)
            {
                await Task.Delay(Pause);
            }
        }

        var context = await contexts.GetDbContextAsync();
        await context.Database.ExecuteSqlAsync($"INSERT INTO probe_done VALUES ({args.Number}, {Environment.ProcessId})");
    }
}
