using DoubleReductionGov.Notices;
using DoubleReductionGov.Platform;
using DoubleReductionGov.Platform.SeparationOfDuties;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Notices;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Programme;

/// <summary>挂图作战: the city's plans, the counties' tasks, their verification and the wall chart. Needs the modules directory and notices.</summary>
[DependsOn(
    typeof(AbpDddDomainModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpAspNetCoreMvcModule),
    typeof(PlatformModule))]
public sealed class ProgrammeModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<ProgrammeDbContext>(options =>
        {
            options.AddDefaultRepositories(includeAllEntities: true);
            options.Entity<Plan>(plan => plan.DefaultWithDetailsFunc = plans => plans.Include(p => p.Items));
            options.Entity<CountyTask>(task => task.DefaultWithDetailsFunc = tasks => tasks
                .Include(t => t.Departments).Include(t => t.Steps).Include(t => t.Evidence).Include(t => t.Extensions));
        });
        Configure<NoticeOptions>(ProgrammeNotices.Declare);
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<ProgrammeModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<ProgrammeResource>("zh-Hans").AddVirtualJson("/Localization"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Programme", typeof(ProgrammeResource)));
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(ProgrammeModule).Assembly, settings => settings.RootPath = "programme"));
        Configure<SeparationOfDutiesOptions>(options => options.Add(
            ProgrammeDuties.ClaimAndVerify, ProgrammePermissions.TasksClaim, ProgrammePermissions.VerificationsDecide, ProgrammeErrors.ClaimantCannotVerify));
    }

    /// <summary>After the host has brought the databases up to date.</summary>
    public override Task OnPostApplicationInitializationAsync(ApplicationInitializationContext context) =>
        context.ServiceProvider.GetRequiredService<LightRecomputation>().RunAsync();
}

/// <summary>The duties that one person must not do in the same matter.</summary>
internal static class ProgrammeDuties
{
    public const string ClaimAndVerify = "Programme.ClaimAndVerify";
}
