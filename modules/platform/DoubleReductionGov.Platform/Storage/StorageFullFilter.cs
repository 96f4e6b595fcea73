using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.AspNetCore.ExceptionHandling;

namespace DoubleReductionGov.Platform.Storage;

/// <summary>A full disk of the application is refused in words; what was being written is not there.</summary>
internal sealed class StorageFullFilter : IExceptionFilter, IOrderedFilter
{
    private const int UnixNoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>Before the filter that answers.</summary>
    public int Order => int.MaxValue;

    public void OnException(ExceptionContext context)
    {
        if (IsStorageFull(context.Exception))
        {
            context.Exception = new BusinessException(PlatformErrors.StorageIsFull, innerException: context.Exception);
        }
    }

    internal static bool IsStorageFull(Exception? exception) => exception switch
    {
        null => false,
        IOException { HResult: UnixNoSpace or WindowsDiskFull } => true,
        _ => IsStorageFull(exception.InnerException),
    };
}

internal static class StorageSetup
{
    public static void AddStorageRefusals(this IServiceCollection services)
    {
        services.Configure<MvcOptions>(options => options.Filters.Add(new StorageFullFilter()));
        services.Configure<AbpExceptionHttpStatusCodeOptions>(options => options.Map(PlatformErrors.StorageIsFull, HttpStatusCode.InsufficientStorage));
    }
}
