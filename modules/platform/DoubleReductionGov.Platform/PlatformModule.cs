using DoubleReductionGov.Platform.Storage;
using DoubleReductionGov.Platform.Idempotency;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using DoubleReductionGov.Platform.Faults;
using Volo.Abp;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.Domain;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Platform;

/// <summary>What ABP lacks and every module needs.</summary>
[DependsOn(
    typeof(AbpDddDomainModule),
    typeof(AbpDddApplicationModule),
    typeof(AbpEntityFrameworkCoreModule),
    typeof(AbpAspNetCoreMvcModule))]
public sealed class PlatformModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<PlatformModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<PlatformResource>("zh-Hans").AddVirtualJson("/Localization"));
        Configure<ExceptionTranslationOptions>(options =>
        {
            options.Translations.Add(DatabaseUnavailableException.From);
            options.Translations.Add(SavedMeanwhileException.From);
        });
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Platform", typeof(PlatformResource)));
        context.Services.AddStorageRefusals();
        context.Services.AddAbpDbContext<IdempotencyDbContext>(options => options.AddDefaultRepositories(includeAllEntities: true));
        Configure<MvcOptions>(options => options.Filters.AddService<IdempotencyFilter>());
        Configure<AbpExceptionHttpStatusCodeOptions>(IdempotencyFilter.MapStatusCodes);
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context) =>
        await context.AddBackgroundWorkerAsync<IdempotencyKeyWorker>();
}
