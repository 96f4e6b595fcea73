using System.Net;
using DoubleReductionGov.Platform;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace DoubleReductionGov.Host.Operations.Limits;

/// <summary>Puts the configured limits where the framework looks for them.</summary>
internal static class LimitSetup
{
    private static readonly TimeSpan HeaderTimeout = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan GracePeriod = TimeSpan.FromSeconds(10);

    public static void AddHostLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<LimitOptions>(configuration.GetSection("Limits"));
        services.Configure<RateLimitOptions>(configuration.GetSection("RateLimits"));
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<LimitOptions>>((kestrel, limits) => Configure(kestrel, limits.Value));
        services.AddOptions<FormOptions>().Configure<IOptions<LimitOptions>>((form, limits) => form.MultipartBodyLengthLimit = UploadSize.BytesOf(limits.Value));
        services.AddOptions<MvcOptions>().Configure<IOptions<LimitOptions>>((mvc, limits) => UploadSize.AddTo(mvc, limits.Value));
        services.Configure<AbpExceptionHttpStatusCodeOptions>(options => options.Map(PlatformErrors.RequestTooLarge, HttpStatusCode.RequestEntityTooLarge));
        services.AddSingleton<OverloadGuard>();
        services.AddRateLimits();
    }

    private static void Configure(KestrelServerOptions kestrel, LimitOptions limits)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.RequestBodyKilobytes * 1024L;
        kestrel.Limits.MaxRequestHeadersTotalSize = limits.RequestHeaderKilobytes * 1024;
        kestrel.Limits.MaxConcurrentConnections = limits.Connections;
        kestrel.Limits.MaxConcurrentUpgradedConnections = limits.UpgradedConnections;
        kestrel.Limits.RequestHeadersTimeout = HeaderTimeout;
        kestrel.Limits.MinRequestBodyDataRate = kestrel.Limits.MinResponseDataRate =
            limits.SlowestBytesPerSecond > 0 ? new MinDataRate(limits.SlowestBytesPerSecond, GracePeriod) : null;
    }
}
