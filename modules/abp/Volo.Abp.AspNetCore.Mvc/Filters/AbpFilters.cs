using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.AspNetCore.Mvc.ExceptionHandling;
using Volo.Abp.Authorization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Http;
using Volo.Abp.Logging;
using Volo.Abp.Uow;
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
internal sealed class AbpValidationActionFilter(IOptions<AbpAspNetCoreMvcOptions> options) : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (options.Value.AutoModelValidation && context.ActionDescriptor is ControllerActionDescriptor)
        {
            var errors = context.ModelState
                .SelectMany(state => state.Value?.Errors.Select(error => new ValidationResult(error.ErrorMessage, [state.Key])) ?? [])
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
            var result = await next();
            if (result.Exception is null || result.ExceptionHandled)
            {
                await unitOfWorkManager.Current!.SaveChangesAsync(context.HttpContext.RequestAborted);
            }
            else
            {
                await unitOfWorkManager.Current!.RollbackAsync(context.HttpContext.RequestAborted);
            }

            return;
        }

        using var unitOfWork = unitOfWorkManager.Begin(options);
        var executed = await next();
        if (executed.Exception is null || executed.ExceptionHandled)
        {
            await unitOfWork.CompleteAsync(context.HttpContext.RequestAborted);
        }
    }
}

/// <summary>Turns exceptions of API actions into ABP's error body.</summary>
internal sealed class AbpExceptionFilter(ExceptionToErrorInfoConverter converter, ILogger<AbpExceptionFilter> logger) : IAsyncExceptionFilter, ITransientDependency
{
    public async Task OnExceptionAsync(ExceptionContext context)
    {
        if (context.ActionDescriptor is not ControllerActionDescriptor || context.ExceptionHandled)
        {
            return;
        }

        var exception = context.Exception;
        logger.Log((exception as IHasLogLevel)?.LogLevel ?? LogLevel.Error, exception, "{ExceptionType}: {Message}", exception.GetType().Name, exception.Message);
        var isAuthenticated = context.HttpContext.User.FindFirst(ClaimTypes.NameIdentifier) is not null;
        if (exception is AbpAuthorizationException)
        {
            await (isAuthenticated ? context.HttpContext.ForbidAsync() : context.HttpContext.ChallengeAsync());
            context.Result = new EmptyResult();
        }
        else
        {
            context.HttpContext.Response.Headers[AbpHttpConsts.AbpErrorFormat] = "true";
            context.Result = new ObjectResult(new RemoteServiceErrorResponse(converter.Convert(exception))) { StatusCode = converter.StatusCodeOf(exception, isAuthenticated) };
        }

        context.ExceptionHandled = true;
    }
}

internal static class AbpHttpConsts
{
    public const string AbpErrorFormat = "_AbpErrorFormat";
}
