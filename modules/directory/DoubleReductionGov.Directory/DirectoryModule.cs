using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Directory;

[DependsOn(
    typeof(AbpDddDomainModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpAspNetCoreMvcModule))]
public sealed class DirectoryModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<DirectoryDbContext>(options => options.AddDefaultRepositories(includeAllEntities: true));
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<DirectoryModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<DirectoryResource>("zh-Hans").AddVirtualJson("/Localization"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Directory", typeof(DirectoryResource)));
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(DirectoryModule).Assembly, settings => settings.RootPath = "directory"));
    }
}
