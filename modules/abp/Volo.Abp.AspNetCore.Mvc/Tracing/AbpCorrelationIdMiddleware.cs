using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Tracing;

namespace Volo.Abp.AspNetCore.Tracing
{
    /// <summary>Takes the caller's correlation id, or makes one. What is not a short plain token could forge a log line and is not taken.</summary>
    internal sealed partial class AbpCorrelationIdMiddleware(ICorrelationIdProvider correlationId, IOptions<AbpCorrelationIdOptions> options)
        : IMiddleware, ITransientDependency
    {
        public async Task InvokeAsync(HttpContext context, RequestDelegate next)
        {
            var (name, given) = (options.Value.HttpHeaderName, context.Request.Headers[options.Value.HttpHeaderName].ToString());
            var id = PlainToken().IsMatch(given) ? given : Guid.NewGuid().ToString("N");
            context.Request.Headers[name] = id;
            if (options.Value.SetResponseHeader)
            {
                // Set at the last moment: an error clears the headers that were set before.
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers[name] = id;
                    return Task.CompletedTask;
                });
            }

            using (correlationId.Change(id))
            {
                await next(context);
            }
        }

        [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,64}\z")]
        private static partial Regex PlainToken();
    }
}

namespace Microsoft.AspNetCore.Builder
{
    public static class AbpCorrelationIdApplicationBuilderExtensions
    {
        public static IApplicationBuilder UseCorrelationId(this IApplicationBuilder app) => app.UseMiddleware<Volo.Abp.AspNetCore.Tracing.AbpCorrelationIdMiddleware>();
    }
}
