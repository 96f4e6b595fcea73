using DoubleReductionGov.Platform;
using DoubleReductionGov.Platform.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Volo.Abp;
using Volo.Abp.Content;

namespace DoubleReductionGov.Host.Operations.Limits;

/// <summary>Actions that take a file take a larger body than the others; a body over its limit is refused in ABP's words.</summary>
internal static class UploadSize
{
    public static long BytesOf(LimitOptions limits) => limits.UploadMegabytes * 1024L * 1024;

    public static void AddTo(MvcOptions mvc, LimitOptions limits)
    {
        mvc.Conventions.Add(new Convention(BytesOf(limits)));
        // After the kernel's filter in the list is before it in time: of the filters of exceptions the last one sees it first.
        mvc.Filters.Add(new TooLargeFilter());
    }

    private sealed class Convention(long bytes) : IActionModelConvention
    {
        public void Apply(ActionModel action)
        {
            var takesFile = action.Parameters.Any(parameter => TakesFile(parameter.ParameterType) || parameter.ParameterType.GetProperties().Any(property => TakesFile(property.PropertyType)));
            if (takesFile && !action.Filters.OfType<RequestSizeLimitAttribute>().Any())
            {
                action.Filters.Add(new RequestSizeLimitAttribute(bytes));
            }
        }

        private static bool TakesFile(Type type) => typeof(IRemoteStreamContent).IsAssignableFrom(type) || typeof(IFormFile).IsAssignableFrom(type);
    }

    /// <summary>Refuses by the announced length before anything is read, and otherwise when reading meets the limit.</summary>
    private sealed class TooLargeFilter : IAsyncResourceFilter, IExceptionFilter
    {
        public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
        {
            var http = context.HttpContext;
            if (http.Request.ContentLength > http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
            {
                await http.RefuseAsync(StatusCodes.Status413PayloadTooLarge, PlatformErrors.RequestTooLarge);
                context.Result = new EmptyResult();
                return;
            }

            await next();
        }

        public void OnException(ExceptionContext context)
        {
            if (context.Exception is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
            {
                context.Exception = new BusinessException(PlatformErrors.RequestTooLarge);
            }
            else if (context.Exception is BadHttpRequestException broken)
            {
                // A body that stops or is no HTTP is the caller's fault: nothing failed here.
                context.Result = new StatusCodeResult(broken.StatusCode);
                context.ExceptionHandled = true;
            }
        }
    }
}
