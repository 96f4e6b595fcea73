using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Volo.Abp.BackgroundJobs.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Modularity;

namespace Volo.Abp.BackgroundJobs;

/// <summary>Jobs in the host's database and periodic workers, both run by Quartz. The host says where Quartz keeps its schedules; by default in memory.</summary>
[DependsOn(typeof(AbpEntityFrameworkCoreModule))]
public class AbpBackgroundJobsModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        context.Services.RegistrationActions().Add(type =>
        {
            if (BackgroundJobConfiguration.FindArgsType(type) is not null)
            {
                context.Services.Configure<AbpBackgroundJobOptions>(options => options.AddJob(type));
            }
        });

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddAbpDbContext<BackgroundJobsDbContext>();
        services.AddQuartz(_ => { });
        services.AddTransient<BackgroundJobPoll>();
        services.AddTransient<PeriodicWorkerJob>();
        services.AddSingleton<BackgroundJobLanes>();
        services.AddSingleton<JobScheduler>();
        services.AddHostedService(provider => provider.GetRequiredService<JobScheduler>());
    }
}
