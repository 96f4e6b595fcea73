using Microsoft.AspNetCore.Http;
using Volo.Abp;
using Volo.Abp.ExceptionHandling;

namespace DoubleReductionGov.Platform.Faults;

/// <summary>Two saved the same at once: both found that it was not there yet, a unique index let one of them pass.</summary>
internal sealed class SavedMeanwhileException(Exception cause) : BusinessException(PlatformErrors.SavedMeanwhile, innerException: cause), IHasHttpStatusCode
{
    public int HttpStatusCode => StatusCodes.Status409Conflict;

    public static Exception? From(Exception exception) => DatabaseFaults.IsDuplicate(exception) ? new SavedMeanwhileException(exception) : null;
}
