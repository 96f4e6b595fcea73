using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using Volo.Abp.Http;

namespace DoubleReductionGov.Platform.Http;

/// <summary>Refuses before MVC is reached, in the same words and shape as the exception filter does.</summary>
public static class RefusalWriter
{
    /// <summary>Answers with ABP's error body: the code and its text of the platform in the request's language.</summary>
    public static Task RefuseAsync(this HttpContext context, int statusCode, string code, TimeSpan? retryAfter = null)
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizerFactory>().Create(typeof(PlatformResource))[code];
        context.Response.StatusCode = statusCode;
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers["_AbpErrorFormat"] = "true";
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsJsonAsync(
            new RemoteServiceErrorResponse(new RemoteServiceErrorInfo { Code = code, Message = text }), JsonSerializerOptions.Web, context.RequestAborted);
    }
}
