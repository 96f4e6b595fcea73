using DoubleReductionGov.Administration.AuditLogs;
using DoubleReductionGov.Administration.Counties;
using DoubleReductionGov.Platform;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Auditing;
using Volo.Abp.Data;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Administration;

[DependsOn(typeof(AbpIdentityDomainModule), typeof(PlatformModule))]
public sealed class AdministrationModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddTransient<IConnectionStringResolver, ProtectedConnectionStringResolver>();
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AdministrationModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<AdministrationResource>("zh-Hans").AddVirtualJson("/Localization"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Administration", typeof(AdministrationResource)));
        Configure<AbpAuditingOptions>(AuditLogSettings.Configure);
        SignIn.SignInModule.Configure(context);
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(AdministrationModule).Assembly, settings => settings.RootPath = "administration"));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context) =>
        await context.AddBackgroundWorkerAsync<AuditLogRetentionWorker>();

    public override void PostConfigureServices(ServiceConfigurationContext context) => Tokens.ScopedPermissionChecker.AddTo(context.Services);

    /// <summary>What is no application service: the token endpoint of machines and the pages of external sign-in.</summary>
    public static void MapEndpoints(Microsoft.AspNetCore.Routing.IEndpointRouteBuilder endpoints)
    {
        Clients.TokenEndpoints.Map(endpoints);
        ExternalSignIn.ExternalSignInEndpoints.Map(endpoints);
    }
}
