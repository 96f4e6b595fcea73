using DoubleReductionGov.Platform.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Routing;
using Volo.Abp;

namespace DoubleReductionGov.Platform.Tests.Storage;

public sealed class StorageFullTests
{
    [Fact]
    public void A_full_disk_is_refused_in_words()
    {
        var full = new IOException("No space left on device", 28);

        After(full).ShouldBeOfType<BusinessException>().Code.ShouldBe(PlatformErrors.StorageIsFull);
        After(new InvalidOperationException("saving failed", full)).ShouldBeOfType<BusinessException>().InnerException!.InnerException.ShouldBe(full);
    }

    [Fact]
    public void Every_other_failure_stays_what_it_is()
    {
        var other = new IOException("broken", 5);

        After(other).ShouldBe(other);
    }

    private static Exception After(Exception exception)
    {
        var context = new ExceptionContext(new ActionContext(new DefaultHttpContext(), new RouteData(), new ActionDescriptor()), []) { Exception = exception };
        new StorageFullFilter().OnException(context);
        return context.Exception;
    }
}
