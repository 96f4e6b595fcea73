using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.AspNetCore.ExceptionHandling;
using Volo.Abp.DependencyInjection;
using Volo.Abp.DistributedLocking;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Volo.Abp.Users;

namespace DoubleReductionGov.Platform.Idempotency;

/// <summary>
/// A POST with an <c>Idempotency-Key</c> takes effect once: repeated, it is answered with what it was answered before and the header
/// <c>Idempotency-Replayed: true</c>. Only success is kept, for a refusal changed nothing: after it the key is free again, as it is
/// after a rollback or the death of the node.
/// </summary>
internal sealed class IdempotencyFilter(
    IdempotencyKeys keys, IAbpDistributedLock distributedLock, ICurrentUser currentUser, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : IAsyncResourceFilter, ITransientDependency
{
    public const string Header = "Idempotency-Key", ReplayedHeader = "Idempotency-Replayed";

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        if (!HttpMethods.IsPost(context.HttpContext.Request.Method) || context.ActionDescriptor is not ControllerActionDescriptor)
        {
            await next();
            return;
        }

        if (KeyOf(context) is not { } key)
        {
            await next();
            return;
        }

        var request = await DescribeAsync(context.HttpContext.Request);
        var caller = currentUser.Id?.ToString() ?? currentUser.FindClaimValue("client_id") ?? "";
        if (await ReplayAsync(context, caller, key, request))
        {
            return;
        }

        // Held until the answer is on its way, which is after the commit.
        if (await distributedLock.TryAcquireAsync($"Idempotency:{currentTenant.Id}:{caller}:{key}") is not { } handle)
        {
            RetryLater(context.HttpContext.Response);
            throw new BusinessException(PlatformErrors.IdempotencyKeyInFlight);
        }

        context.HttpContext.Response.RegisterForDisposeAsync(handle);

        // Between the first look and the lock another request may have come to its end.
        if (!await ReplayAsync(context, caller, key, request))
        {
            await ExecuteAsync(context, next, answer => keys.SaveAsync(caller, key, request, answer));
        }
    }

    private static string? KeyOf(ResourceExecutingContext context)
    {
        var values = context.HttpContext.Request.Headers[Header];
        if (values.Count == 0)
        {
            return context.ActionDescriptor.EndpointMetadata.OfType<IdempotencyKeyRequiredAttribute>().Any()
                ? throw new BusinessException(PlatformErrors.IdempotencyKeyRequired)
                : null;
        }

        var key = values.ToString();
        return values.Count == 1 && key.Length is >= 1 and <= IdempotencyKey.KeyMaxLength && key.All(c => c is > ' ' and <= '~')
            ? key
            : throw new BusinessException(PlatformErrors.IdempotencyKeyInvalid);
    }

    private static async Task<IdempotentRequest> DescribeAsync(HttpRequest request)
    {
        request.EnableBuffering();
        var hash = await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted);
        request.Body.Position = 0;
        var line = $"{request.Method} {request.GetEncodedPathAndQuery()}";
        return new IdempotentRequest(line.Length <= IdempotencyKey.RequestMaxLength ? line : line[..IdempotencyKey.RequestMaxLength], Convert.ToHexString(hash));
    }

    private async Task<bool> ReplayAsync(ResourceExecutingContext context, string caller, string key, IdempotentRequest request)
    {
        if (await keys.FindAsync(caller, key) is not { } stored)
        {
            return false;
        }

        if (!stored.IsOf(request))
        {
            throw new BusinessException(PlatformErrors.IdempotencyKeyReused);
        }

        var response = context.HttpContext.Response;
        response.Headers[ReplayedHeader] = "true";
        response.StatusCode = stored.StatusCode;
        response.ContentType = stored.ContentType;
        context.Result = new EmptyResult();
        await response.Body.WriteAsync(stored.Answer, context.HttpContext.RequestAborted);
        return true;
    }

    private async Task ExecuteAsync(ResourceExecutingContext context, ResourceExecutionDelegate next, Func<IdempotentAnswer, Task> save)
    {
        var response = context.HttpContext.Response;
        var body = response.Body;
        using var answer = new MemoryStream();
        response.Body = answer;
        try
        {
            var executed = await next();
            if (executed.Exception is null && response.StatusCode < 400 && unitOfWorkManager.Current is not null)
            {
                await save(new IdempotentAnswer(response.StatusCode, response.ContentType, answer.ToArray()));
            }
        }
        catch (DbUpdateException)
        {
            // Another node was faster than the lock: what happened here is undone, the other's answer can be had in a moment.
            RetryLater(response);
            throw new BusinessException(PlatformErrors.IdempotencyKeyInFlight);
        }
        finally
        {
            response.Body = body;
        }

        await body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.HttpContext.RequestAborted);
    }

    // An error that is written forgets the headers that were set before.
    private static void RetryLater(HttpResponse response) => response.OnStarting(() =>
    {
        response.Headers.RetryAfter = "1";
        return Task.CompletedTask;
    });

    public static void MapStatusCodes(AbpExceptionHttpStatusCodeOptions options)
    {
        options.Map(PlatformErrors.IdempotencyKeyRequired, HttpStatusCode.BadRequest);
        options.Map(PlatformErrors.IdempotencyKeyInvalid, HttpStatusCode.BadRequest);
        options.Map(PlatformErrors.IdempotencyKeyReused, HttpStatusCode.UnprocessableEntity);
        options.Map(PlatformErrors.IdempotencyKeyInFlight, HttpStatusCode.Conflict);
    }
}
