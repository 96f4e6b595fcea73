using System.Text.Json.Serialization;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Host.Cluster;
using DoubleReductionGov.Host.Configuration;
using DoubleReductionGov.Host.Data;
using DoubleReductionGov.Host.Demonstration;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.OpenApi;
using DoubleReductionGov.Host.Operations;
using DoubleReductionGov.Host.Operations.Limits;
using DoubleReductionGov.Host.Portal;
using DoubleReductionGov.Notices;
using DoubleReductionGov.Platform;
using DoubleReductionGov.Platform.Faults;
using DoubleReductionGov.Programme;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.Timing;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Host;

/// <summary>Puts the modules together: databases, sign-in, HTTP pipeline, portal.</summary>
[DependsOn(
    typeof(AbpAspNetCoreMvcModule),
    typeof(AbpIdentityDomainModule),
    typeof(AbpBackgroundJobsModule),
    typeof(PlatformModule),
    typeof(AdministrationModule),
    typeof(DirectoryModule),
    typeof(NoticesModule),
    typeof(ProgrammeModule))]
public sealed class HostModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        var services = context.Services;
        Configure<CityOptions>(context.Configuration.GetSection("City"));
        Configure<DatabaseOptions>(context.Configuration.GetSection("Database"));
        Configure<DemonstrationOptions>(context.Configuration.GetSection("Demonstration"));
        Configure<AbpClockOptions>(options => options.Kind = DateTimeKind.Utc);
        Configure<AbpDbContextOptions>(options => options.Configure(DatabaseProvider.Configure));
        Configure<AbpApplicationConfigurationOptions>(options => options.Contributors.Add(new PortalConfigurationContributor()));
        Configure<JsonOptions>(options =>
        {
            options.JsonSerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            options.JsonSerializerOptions.Converters.Add(new JsonStringEnumConverter());
            options.JsonSerializerOptions.Converters.Add(new TextConverter());
        });
        ConfigureLocalization();
        services.AddHostOpenApi();
        services.AddNode(context.Configuration);
        services.AddHostOperations(context.Configuration);
        services.AddHttpContextAccessor();
        services.AddTransient<ISignInPage, SignInPage>();
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        var services = context.ServiceProvider;
        await services.GetRequiredService<DatabaseStart>().PrepareAsync();
        await services.PrepareNodeAsync();
        await services.GetRequiredService<DemonstrationLoader>().LoadAsync();
        await services.GetRequiredService<DemonstrationGuard>().RefuseOutsideDevelopmentAsync();
        ConfigurePipeline((WebApplication)context.GetApplicationBuilder());
    }

    private void ConfigureLocalization()
    {
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<HostModule>());
        Configure<AbpLocalizationOptions>(options =>
        {
            options.Resources.Add<HostResource>("zh-Hans").AddVirtualJson("/Localization");
            options.DefaultResourceType = typeof(HostResource);
            options.Languages.Add(new LanguageInfo("zh-Hans", "zh-Hans", "简体中文"));
            options.Languages.Add(new LanguageInfo("en", "en", "English"));
        });
        Configure<RequestLocalizationOptions>(options =>
            options.SetDefaultCulture("zh-Hans").AddSupportedCultures("zh-Hans", "en").AddSupportedUICultures("zh-Hans", "en"));
    }

    private static void ConfigurePipeline(WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseDatabaseFaults();
        app.UseHostOperations();
        app.UseResponseCompression();
        app.UsePortalFiles();
        app.UseRouting();
        app.UseOverloadGuard();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseMultiTenancy();
        app.UseUnitOfWork();
        app.UseAuditing();
        app.UseAuthorization();
        app.MapControllers();
        NoticesModule.MapEndpoints(app);
        AdministrationModule.MapEndpoints(app);
        app.MapHostOperations();
        app.MapHostOpenApi();
        app.MapPortal();
    }
}

/// <summary>The texts of the host itself: sign-in and what is shown before the portal runs.</summary>
[LocalizationResourceName("Host")]
public sealed class HostResource;

/// <summary>Whose platform this is.</summary>
public sealed class CityOptions
{
    /// <summary>The city's name as it stands in headings.</summary>
    public string Name { get; set; } = "";
}
