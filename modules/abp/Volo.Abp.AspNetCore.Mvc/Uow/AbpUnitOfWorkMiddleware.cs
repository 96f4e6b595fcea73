using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Volo.Abp.AspNetCore.Auditing;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Logging;
using Volo.Abp.Uow;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>
/// Reserves the request's unit of work and completes it when the pipeline unwinds. The response is held back until the
/// commit, so that a failed commit is answered as an error and never as a success.
/// </summary>
internal sealed class AbpUnitOfWorkMiddleware(IUnitOfWorkManager unitOfWorkManager) : IMiddleware, ITransientDependency
{
    public const string ReservationName = "_AbpActionUnitOfWork";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        using var unitOfWork = unitOfWorkManager.Reserve(ReservationName);
        if (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            await CompleteAsync(unitOfWork, context);
            return;
        }

        var body = context.Response.Body;
        using var buffer = new MemoryStream();
        context.Response.Body = buffer;
        try
        {
            await next(context);
            await CompleteAsync(unitOfWork, context);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            // What is written from here on must not wait for the transaction that failed.
            unitOfWork.Dispose();
            buffer.SetLength(0);
            await WriteErrorAsync(context, e);
        }
        finally
        {
            context.Response.Body = body;
        }

        buffer.Position = 0;
        await buffer.CopyToAsync(body, context.RequestAborted);
    }

    private static async Task CompleteAsync(IUnitOfWork unitOfWork, HttpContext context)
    {
        if (!unitOfWork.IsReserved)
        {
            await unitOfWork.CompleteAsync(context.RequestAborted);
        }
    }

    private static async Task WriteErrorAsync(HttpContext context, Exception exception)
    {
        var converter = context.RequestServices.GetRequiredService<ExceptionToErrorInfoConverter>();
        exception = converter.Unwrap(exception);
        context.RequestServices.GetRequiredService<ILogger<AbpUnitOfWorkMiddleware>>()
            .Log((exception as IHasLogLevel)?.LogLevel ?? LogLevel.Error, exception, "The unit of work of the request failed.");
        await converter.WriteAsync(context, exception);
        await AuditAsync(context, exception);
    }

    // The record of success was rolled back with everything else; the failure gets one of its own.
    private static async Task AuditAsync(HttpContext context, Exception exception)
    {
        if (context.Features.Get<RequestAudit>() is { } audit && !audit.Log.Exceptions.Contains(exception))
        {
            audit.Log.Exceptions.Add(exception);
            audit.Log.HttpStatusCode = context.Response.StatusCode;
            await audit.Handle.SaveAsync();
        }
    }
}
