using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Volo.Abp.Application;
using Volo.Abp.AspNetCore.Mvc.AntiForgery;
using Volo.Abp.AspNetCore.Mvc.ContentFormatters;
using Volo.Abp.AspNetCore.Mvc.Conventions;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.AspNetCore.Mvc.Validation;
using Volo.Abp.AspNetCore.MultiTenancy;
using Volo.Abp.Localization;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.VirtualFileSystem;

namespace Volo.Abp.AspNetCore.Mvc
{
    [DependsOn(typeof(AbpDddApplicationModule))]
    public class AbpAspNetCoreMvcModule : AbpModule
    {
        public override void ConfigureServices(ServiceConfigurationContext context)
        {
            var services = context.Services;
            services.AddHttpContextAccessor();
            services.AddAntiforgery();
            services.Replace(ServiceDescriptor.Transient<IControllerActivator, ServiceBasedControllerActivator>());
            var mvc = services.AddControllers(options =>
            {
                options.ModelBinderProviders.Insert(0, new RemoteStreamContentModelBinderProvider());
                options.OutputFormatters.Insert(0, new RemoteStreamContentOutputFormatter());
                options.Filters.AddService<AbpAutoValidateAntiforgeryTokenFilter>();
                options.Filters.AddService<Auditing.AbpAuditActionFilter>();
                options.Filters.AddService<AbpNoContentActionFilter>();
                options.Filters.AddService<AbpFeatureActionFilter>();
                options.Filters.AddService<AbpValidationActionFilter>();
                options.Filters.AddService<AbpUowActionFilter>();
                options.Filters.AddService<AbpExceptionFilter>();
            });
            ValidationTexts.AddTo(services);
            services.Configure<ApiBehaviorOptions>(options => options.SuppressModelStateInvalidFilter = true);
            services.AddSingleton<IConfigureOptions<MvcOptions>, ConventionSetup>();
            services.AddTransient<ApplicationConfigurations.AbpApplicationConfigurationController>();
            services.AddTransient<ApplicationConfigurations.AbpApplicationLocalizationController>();
            services.AddTransient<ApiExploring.AbpApiDefinitionController>();
            mvc.PartManager.ApplicationParts.Add(new AssemblyPart(typeof(AbpAspNetCoreMvcModule).Assembly));

            Configure<AbpMultiTenancyOptions>(options => options.IsEnabled = true);
            Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<AbpAspNetCoreMvcModule>());
            Configure<AbpLocalizationOptions>(options => options.Resources.Add<AbpMvcResource>("zh-Hans").AddVirtualJson("/Localization"));
        }

        public override void OnApplicationInitialization(ApplicationInitializationContext context)
        {
            // The parts and the feature provider need the options that all modules have configured.
            var options = context.ServiceProvider.GetRequiredService<IOptions<AbpAspNetCoreMvcOptions>>();
            var parts = context.ServiceProvider.GetRequiredService<ApplicationPartManager>();
            foreach (var assembly in options.Value.ConventionalControllers.ConventionalControllerSettings.Select(s => s.Assembly).Distinct())
            {
                if (!parts.ApplicationParts.OfType<AssemblyPart>().Any(p => p.Assembly == assembly))
                {
                    parts.ApplicationParts.Add(new AssemblyPart(assembly));
                }
            }

            parts.FeatureProviders.Add(new AbpConventionalControllerFeatureProvider(options));
        }

        private sealed class ConventionSetup(IOptions<AbpAspNetCoreMvcOptions> options) : IConfigureOptions<MvcOptions>
        {
            public void Configure(MvcOptions mvc) => mvc.Conventions.Insert(0, new AbpServiceConvention(options));
        }
    }
}

namespace Microsoft.AspNetCore.Builder
{
    using Microsoft.Extensions.Configuration;
    using Volo.Abp;
    using Volo.Abp.AspNetCore.Mvc;

    public static class AbpApplicationBuilderExtensions
    {
        public static Task<IAbpApplicationWithExternalServiceProvider> AddApplicationAsync<TStartupModule>(this WebApplicationBuilder builder)
            where TStartupModule : IAbpModule
        {
            // Modules read configuration and environment while they configure services.
            builder.Services.Replace(ServiceDescriptor.Singleton<IConfiguration>(builder.Configuration));
            return builder.Services.AddApplicationAsync<TStartupModule>();
        }

        /// <summary>Runs the modules' initialization; stopping the host shuts them down in reverse order.</summary>
        public static async Task InitializeApplicationAsync(this IApplicationBuilder app)
        {
            app.ApplicationServices.GetRequiredService<ApplicationBuilderAccessor>().Value = app;
            var application = app.ApplicationServices.GetRequiredService<IAbpApplicationWithExternalServiceProvider>();
            var lifetime = app.ApplicationServices.GetRequiredService<IHostApplicationLifetime>();
            lifetime.ApplicationStopping.Register(() => application.ShutdownAsync().GetAwaiter().GetResult()); // exempt(blocking): the callback cannot be awaited
            lifetime.ApplicationStopped.Register(application.Dispose);
            await application.InitializeAsync(app.ApplicationServices);
        }

        public static IApplicationBuilder UseMultiTenancy(this IApplicationBuilder app) => app.UseMiddleware<MultiTenancyMiddleware>();

        public static IApplicationBuilder UseUnitOfWork(this IApplicationBuilder app) => app.UseMiddleware<AbpUnitOfWorkMiddleware>();
    }

    internal sealed class ApplicationBuilderAccessor : Volo.Abp.DependencyInjection.ISingletonDependency
    {
        public IApplicationBuilder? Value { get; set; }
    }
}

namespace Volo.Abp
{
    using Microsoft.AspNetCore.Builder;
    using Microsoft.AspNetCore.Hosting;

    public static class AbpWebApplicationInitializationContextExtensions
    {
        public static IApplicationBuilder GetApplicationBuilder(this ApplicationInitializationContext context) =>
            context.ServiceProvider.GetRequiredService<ApplicationBuilderAccessor>().Value ?? throw new AbpException("There is no application builder outside a web host.");

        public static IWebHostEnvironment GetEnvironment(this ApplicationInitializationContext context) =>
            context.ServiceProvider.GetRequiredService<IWebHostEnvironment>();
    }
}
