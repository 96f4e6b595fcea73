using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp.AspNetCore.Auditing;
using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;

namespace Volo.Abp.AspNetCore.Mvc.Auditing;

/// <summary>Adds the action, its parameters and its exception to the request's record.</summary>
internal sealed class AbpAuditActionFilter(IAuditingManager auditingManager, AuditSerializer serializer, IClock clock, TimeProvider timeProvider)
    : IAsyncActionFilter, ITransientDependency
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (auditingManager.Current?.Log is not { } log || context.ActionDescriptor is not ControllerActionDescriptor descriptor)
        {
            await next();
            return;
        }

        // Reading is recorded only when it fails or is marked; until then nothing is spent on it.
        var isReading = AbpAuditingMiddleware.IsReading(context.HttpContext);
        var isMarked = isReading && context.ActionDescriptor.EndpointMetadata.OfType<AuditedAttribute>().Any();
        var action = new AuditLogActionInfo { ServiceName = descriptor.ControllerTypeInfo.FullName!, MethodName = descriptor.MethodInfo.Name, ExecutionTime = clock.Now };
        if (!isReading || isMarked)
        {
            action.Parameters = serializer.Parameters(context.ActionArguments);
        }

        log.Actions.Add(action);
        var startedAt = timeProvider.GetTimestamp();
        var executed = await next();
        action.ExecutionDuration = (int)timeProvider.GetElapsedTime(startedAt).TotalMilliseconds;
        if (executed.Exception is { } exception && !executed.ExceptionHandled)
        {
            log.Exceptions.Add(exception);
        }
        else if (isMarked && context.HttpContext.Features.Get<RequestAudit>() is { } audit)
        {
            // What is read flows while it is written: the record must be there before the first byte.
            log.HttpStatusCode = context.HttpContext.Response.StatusCode;
            await audit.Handle.SaveAsync();
        }
    }
}
