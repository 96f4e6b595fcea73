using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Logging.Console;

namespace DoubleReductionGov.Host.Operations.Logging;

/// <summary>One line for each answered request: method, route template, status, milliseconds. Neither address nor query: they may name people.</summary>
internal sealed partial class RequestLog(RequestDelegate next, TimeProvider timeProvider, ILogger<RequestLog> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var start = timeProvider.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception) when (!context.Response.HasStarted)
        {
            // The server answers 500 when the exception reaches it, and logs it.
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            throw;
        }
        finally
        {
            var endpoint = context.GetEndpoint();
            // Files of the portal and the probes of machines would drown the rest.
            var level = endpoint is null || endpoint.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null ? LogLevel.Debug : LogLevel.Information;
            var milliseconds = Math.Round(timeProvider.GetElapsedTime(start).TotalMilliseconds, 1);
            Answered(level, context.Request.Method, (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "-", context.Response.StatusCode, milliseconds);
        }
    }

    [LoggerMessage(EventName = "RequestAnswered", Message = "{Method} {Route} {Status} in {Milliseconds} ms")]
    private partial void Answered(LogLevel level, string method, string route, int status, double milliseconds);
}

internal static class LoggingSetup
{
    public static void AddHostLogging(this IServiceCollection services) =>
        services.AddLogging(logging => logging.AddConsoleFormatter<JsonLineFormatter, ConsoleFormatterOptions>());

    public static void UseRequestLog(this WebApplication app) => app.UseMiddleware<RequestLog>();
}
