using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.Auditing;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Tracing;
using Volo.Abp.Users;

namespace Volo.Abp.AspNetCore.Auditing
{
    public class AbpAspNetCoreAuditingOptions
    {
        /// <summary>Beginnings of paths that are not recorded.</summary>
        public List<string> IgnoredUrls { get; } = [];
    }

    /// <summary>
    /// Opens the record of a request and saves it before the unit of work of the request is completed, so that both happen or neither.
    /// Inside of it stand authorisation and the action, so that a refusal is recorded, too.
    /// </summary>
    internal sealed class AbpAuditingMiddleware(
        IAuditingManager auditingManager, ICurrentUser currentUser, ICorrelationIdProvider correlationId, IOptions<AbpAuditingOptions> options, IOptions<AbpAspNetCoreAuditingOptions> httpOptions)
        : IMiddleware, ITransientDependency
    {
        public async Task InvokeAsync(HttpContext context, RequestDelegate next)
        {
            if (!options.Value.IsEnabled || context.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<DisableAuditingAttribute>() is not null
                || httpOptions.Value.IgnoredUrls.Exists(url => context.Request.Path.StartsWithSegments(url, StringComparison.OrdinalIgnoreCase)))
            {
                await next(context);
                return;
            }

            using var handle = auditingManager.BeginScope();
            var log = auditingManager.Current!.Log;
            Describe(context, log);
            context.Features.Set(new RequestAudit(handle, log));
            try
            {
                await next(context);
            }
            catch (Exception e) when (IsReading(context))
            {
                // The failure of a command is recorded by the unit of work's middleware, when its transaction is gone.
                log.Exceptions.Add(e);
                log.HttpStatusCode = StatusCodes.Status500InternalServerError;
                await SaveAsync(context, handle, log);
                throw;
            }

            log.HttpStatusCode = context.Response.StatusCode;
            await SaveAsync(context, handle, log);
        }

        private async Task SaveAsync(HttpContext context, IAuditLogSaveHandle handle, AuditLogInfo log)
        {
            if (await IsToBeSavedAsync(context, log))
            {
                await handle.SaveAsync();
            }
        }

        private async Task<bool> IsToBeSavedAsync(HttpContext context, AuditLogInfo log)
        {
            foreach (var isSelected in options.Value.AlwaysLogSelectors)
            {
                if (await isSelected(log))
                {
                    return true;
                }
            }

            if (options.Value.AlwaysLogOnException && log.Exceptions.Count > 0)
            {
                return true;
            }

            return (options.Value.IsEnabledForAnonymousUsers || currentUser.IsAuthenticated)
                && (options.Value.IsEnabledForGetRequests || !IsReading(context) || context.GetEndpoint()?.Metadata.GetMetadata<AuditedAttribute>() is not null);
        }

        internal static bool IsReading(HttpContext context) => HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

        private void Describe(HttpContext context, AuditLogInfo log)
        {
            log.HttpMethod = context.Request.Method;
            // Without the query: it may carry names. Its parameters stand, masked, with the action.
            log.Url = context.Request.Path.Value;
            log.ClientIpAddress = context.Connection.RemoteIpAddress?.ToString();
            log.BrowserInfo = context.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? agent : null;
            log.CorrelationId = correlationId.Get() ?? Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        }
    }

    /// <summary>The record of a request, for whoever stands outside of the middleware or must have it saved earlier.</summary>
    internal sealed record RequestAudit(IAuditLogSaveHandle Handle, AuditLogInfo Log);
}

namespace Microsoft.AspNetCore.Builder
{
    using Volo.Abp.AspNetCore.Auditing;

    public static class AbpAuditingApplicationBuilderExtensions
    {
        /// <summary>Between <c>UseUnitOfWork</c> and <c>UseAuthorization</c>.</summary>
        public static IApplicationBuilder UseAuditing(this IApplicationBuilder app) => app.UseMiddleware<AbpAuditingMiddleware>();
    }
}
