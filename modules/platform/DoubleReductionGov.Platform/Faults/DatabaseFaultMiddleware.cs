using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Platform.Faults;

public static class DatabaseFaultApplicationBuilderExtensions
{
    /// <summary>Answers 503 with Retry-After when the database does not serve, also to what is asked before an action runs: session, tenant.</summary>
    public static IApplicationBuilder UseDatabaseFaults(this IApplicationBuilder app) => app.UseMiddleware<DatabaseFaultMiddleware>();
}

internal sealed partial class DatabaseFaultMiddleware(ExceptionToErrorInfoConverter converter, ILogger<DatabaseFaultMiddleware> logger) : IMiddleware, ITransientDependency
{
    private const string RetryAfterSeconds = "5";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(AddRetryAfter, context.Response);
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && DatabaseFaults.IsUnavailable(e))
        {
            LogFault(e);
            await converter.WriteAsync(context, e);
        }
    }

    private static Task AddRetryAfter(object response)
    {
        var (status, headers) = (((HttpResponse)response).StatusCode, ((HttpResponse)response).Headers);
        if (status == StatusCodes.Status503ServiceUnavailable && headers.RetryAfter.Count == 0)
        {
            headers.RetryAfter = RetryAfterSeconds;
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "The database does not serve.")]
    private partial void LogFault(Exception exception);
}
