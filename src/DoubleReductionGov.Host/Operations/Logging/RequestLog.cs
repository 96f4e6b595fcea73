using System.Diagnostics;
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
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The caller has left, so nothing has failed and nobody reads an answer.
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
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
            var route = (endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "-";
            Answered(level, context.Request.Method, route, context.Response.StatusCode, Math.Round(timeProvider.GetElapsedTime(start).TotalMilliseconds, 1));
            Describe(Activity.Current, context, route);
        }
    }

    // The framework's span of a request knows neither its route nor how it ended.
    private static void Describe(Activity? span, HttpContext context, string route)
    {
        if (span is { IsAllDataRequested: true })
        {
            span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.request.method", context.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
            span.SetStatus(context.Response.StatusCode >= StatusCodes.Status500InternalServerError ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
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
