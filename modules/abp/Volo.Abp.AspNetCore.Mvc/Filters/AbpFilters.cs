using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.AspNetCore.Mvc.Validation;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Http;
using Volo.Abp.Logging;
using Volo.Abp.Uow;
using Volo.Abp.Users;
using Volo.Abp.Validation;

namespace Volo.Abp.AspNetCore.Mvc;

/// <summary>No result, no content: 204.</summary>
internal sealed class AbpNoContentActionFilter : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        await next();
        if (context.ActionDescriptor is ControllerActionDescriptor { MethodInfo.ReturnType: var type } && (type == typeof(Task) || type == typeof(void))
            && !context.HttpContext.Response.HasStarted && context.HttpContext.Response.StatusCode == 200)
        {
            context.HttpContext.Response.StatusCode = 204;
        }
    }
}

/// <summary>What model binding and data annotations found is a validation error of ABP's shape.</summary>
internal sealed class AbpValidationActionFilter(IOptions<AbpAspNetCoreMvcOptions> options, JsonErrorTexts texts) : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (options.Value.AutoModelValidation && context.ActionDescriptor is ControllerActionDescriptor)
        {
            var errors = context.ModelState
                .SelectMany(state => state.Value?.Errors.Select(error => new ValidationResult(texts.Localize(state.Key, error.ErrorMessage), [state.Key])) ?? [])
                .Concat(MissingArguments(context))
                .ToList();
            if (errors.Count > 0)
            {
                throw new AbpValidationException("ModelState is not valid! See ValidationErrors for details.", errors);
            }
        }

        await next();
    }

    private static IEnumerable<ValidationResult> MissingArguments(ActionExecutingContext context) =>
        context.ModelState.ErrorCount > 0
            ? []
            : ((ControllerActionDescriptor)context.ActionDescriptor).MethodInfo.GetParameters()
                .Where(p => !p.IsOptional && !p.ParameterType.IsValueType && !(context.ActionArguments.TryGetValue(p.Name!, out var value) && value is not null)
                    && new System.Reflection.NullabilityInfoContext().Create(p).WriteState == System.Reflection.NullabilityState.NotNull)
                .Select(p => new ValidationResult($"{p.Name} is null!", [p.Name!]));
}

/// <summary>
/// Begins the unit of work that the middleware reserved: without a transaction for GET, with one otherwise. It is saved
/// after the action and completed when the pipeline unwinds.
/// </summary>
internal sealed class AbpUowActionFilter(IUnitOfWorkManager unitOfWorkManager) : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (context.ActionDescriptor is not ControllerActionDescriptor)
        {
            await next();
            return;
        }

        var options = new AbpUnitOfWorkOptions(isTransactional: !HttpMethods.IsGet(context.HttpContext.Request.Method));
        if (unitOfWorkManager.TryBeginReserved(AbpUnitOfWorkMiddleware.ReservationName, options))
        {
            await SaveOrRollBackAsync(await next(), context.HttpContext.RequestAborted);
            return;
        }

        using var unitOfWork = unitOfWorkManager.Begin(options);
        if (Succeeded(await next()))
        {
            await unitOfWork.CompleteAsync(context.HttpContext.RequestAborted);
        }
    }

    // What failed to save must not be tried again when the pipeline unwinds: the client has been told of the failure by then.
    private async Task SaveOrRollBackAsync(ActionExecutedContext executed, CancellationToken cancellationToken)
    {
        if (unitOfWorkManager.Current is not { } unitOfWork)
        {
            return;
        }

        try
        {
            await (Succeeded(executed) ? unitOfWork.SaveChangesAsync(cancellationToken) : unitOfWork.RollbackAsync(CancellationToken.None));
        }
        catch
        {
            await unitOfWork.RollbackAsync(CancellationToken.None);
            throw;
        }
    }

    private static bool Succeeded(ActionExecutedContext executed) => executed.Exception is null || executed.ExceptionHandled;
}

/// <summary>Turns exceptions of API actions into ABP's error body.</summary>
internal sealed class AbpExceptionFilter(ExceptionToErrorInfoConverter converter, ICurrentUser currentUser, ILogger<AbpExceptionFilter> logger)
    : IAsyncExceptionFilter, ITransientDependency
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.ActionDescriptor is not ControllerActionDescriptor || context.ExceptionHandled)
        {
            return;
        }

        if (context.Exception is OperationCanceledException && context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for the answer any more; what was begun is rolled back, and nothing has failed.
            context.Result = new StatusCodeResult(StatusCodes.Status499ClientClosedRequest);
            context.ExceptionHandled = true;
            return;
        }

        var exception = converter.Unwrap(context.Exception);
        logger.Log((exception as IHasLogLevel)?.LogLevel ?? LogLevel.Error, exception, "{ExceptionType}: {Message}", exception.GetType().Name, exception.Message);
        if (exception is AbpAuthorizationException)
        {
            await (currentUser.IsAuthenticated ? context.HttpContext.ForbidAsync() : context.HttpContext.ChallengeAsync());
            context.Result = new EmptyResult();
        }
        else
        {
            context.HttpContext.Response.Headers[AbpHttpConsts.AbpErrorFormat] = "true";
            context.Result = new ObjectResult(new RemoteServiceErrorResponse(converter.Convert(exception))) { StatusCode = converter.StatusCodeOf(exception, currentUser.IsAuthenticated) };
        }

        context.ExceptionHandled = true;
    }
}

internal static class AbpHttpConsts
{
    public const string AbpErrorFormat = "_AbpErrorFormat";
}
