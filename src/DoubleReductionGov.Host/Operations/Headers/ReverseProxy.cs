using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace DoubleReductionGov.Host.Operations.Headers;

/// <summary>Behind a proxy the caller's address and scheme come in headers, which are believed only from known proxies.</summary>
internal static class ReverseProxy
{
    /// <summary>Section <c>Proxy</c>: <c>KnownProxies</c> (addresses) and <c>KnownNetworks</c> beside the machine itself.</summary>
    public static void AddReverseProxy(this IServiceCollection services, IConfiguration configuration) =>
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.ForwardLimit = 1;
            foreach (var proxy in configuration.GetSection("Proxy:KnownProxies").Get<string[]>() ?? [])
            {
                options.KnownProxies.Add(IPAddress.Parse(proxy));
            }

            foreach (var network in configuration.GetSection("Proxy:KnownNetworks").Get<string[]>() ?? [])
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
            }
        });
}
