using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using DoubleReductionGov.Platform;
using DoubleReductionGov.Platform.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Volo.Abp.Security.Claims;

namespace DoubleReductionGov.Host.Operations.Limits;

/// <summary>How often one account, one machine or one address may ask; sign-in is counted more strictly besides.</summary>
internal static class RateLimits
{
    private const int Segments = 6;
    private const string ClientId = "client_id";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(options => options.OnRejected = RejectAsync);
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, options) =>
        {
            if (options.Value is { Enabled: true } limits)
            {
                limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                    PartitionedRateLimiter.Create<HttpContext, string>(context => ByCaller(context, limits)),
                    PartitionedRateLimiter.Create<HttpContext, string>(context => ByAttempt(context, limits)));
            }
        });
    }

    private static RateLimitPartition<string> ByCaller(HttpContext context, RateLimitOptions limits)
    {
        var caller = context.User.Identity?.IsAuthenticated == true ? context.User : null;
        if (caller?.FindFirstValue(AbpClaimTypes.UserId) is { } user)
        {
            return Window("user:" + user, limits.User);
        }

        return caller?.FindFirstValue(ClientId) is { } client ? Window("client:" + client, limits.Client) : Window("from:" + AddressOf(context), limits.Anonymous);
    }

    private static RateLimitPartition<string> ByAttempt(HttpContext context, RateLimitOptions limits) =>
        HttpMethods.IsPost(context.Request.Method) && (context.Request.Path.StartsWithSegments("/api/account") || context.Request.Path.StartsWithSegments("/connect"))
            ? Window("attempt:" + AddressOf(context), limits.SignIn)
            : RateLimitPartition.GetNoLimiter("");

    private static RateLimitPartition<string> Window(string key, RateLimit limit) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = limit.Requests,
            Window = TimeSpan.FromSeconds(limit.Seconds),
            SegmentsPerWindow = Segments,
            QueueLimit = 0,
        });

    // Whoever has an IPv6 address has a whole network of them.
    private static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString(),
        var address => address.ToString(),
    };

    private static async ValueTask RejectAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(10);
        await context.HttpContext.RefuseAsync(StatusCodes.Status429TooManyRequests, PlatformErrors.TooManyRequests, wait);
    }
}
