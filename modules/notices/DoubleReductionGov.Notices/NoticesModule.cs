using DoubleReductionGov.Notices.Delivery;
using DoubleReductionGov.Notices.Inbox;
using DoubleReductionGov.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.AspNetCore.Mvc;
using Volo.Abp.Auditing;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;
using Volo.Abp.VirtualFileSystem;

namespace DoubleReductionGov.Notices;

/// <summary>Tells people what concerns them: in the portal, by e-mail and by short message.</summary>
[DependsOn(typeof(AbpIdentityDomainModule), typeof(PlatformModule))]
public sealed class NoticesModule : AbpModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<NoticesDbContext>(options => options.AddDefaultRepositories(includeAllEntities: true));
        context.Services.AddSignalR();
        context.Services.AddSingleton<IMessageChannel>(services => EmailChannel(services.GetRequiredService<IOptions<DeliveryOptions>>().Value));
        context.Services.AddSingleton<IMessageChannel>(services => SmsChannel(services.GetRequiredService<IOptions<DeliveryOptions>>().Value));
        Configure<DeliveryOptions>(context.Configuration.GetSection("Notices"));
        Configure<AbpVirtualFileSystemOptions>(options => options.FileSets.AddEmbedded<NoticesModule>());
        Configure<AbpLocalizationOptions>(options => options.Resources.Add<NoticesResource>("zh-Hans").AddVirtualJson("/Localization"));
        Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Notices", typeof(NoticesResource)));
        Configure<AbpAspNetCoreMvcOptions>(options =>
            options.ConventionalControllers.Create(typeof(NoticesModule).Assembly, settings => settings.RootPath = "notices"));
    }

    public override async Task OnApplicationInitializationAsync(ApplicationInitializationContext context)
    {
        await context.AddBackgroundWorkerAsync<DeliveryWorker>();
        await context.AddBackgroundWorkerAsync<NoticeRetentionWorker>();
    }

    public static void MapEndpoints(IEndpointRouteBuilder endpoints) =>
        endpoints.MapHub<NoticesHub>("/hubs/notices").WithMetadata(new DisableAuditingAttribute()); // opening it changes nothing

    private static IMessageChannel EmailChannel(DeliveryOptions options) =>
        options.Smtp.Host is { Length: > 0 } ? new SmtpChannel(options.Smtp) : new FileChannel(MessageChannels.Email, options.Folder);

    private static IMessageChannel SmsChannel(DeliveryOptions options) =>
        options.Sms.Url is { } url ? new SmsGatewayChannel(url, options.Sms.Key) : new FileChannel(MessageChannels.Sms, options.Folder);
}
