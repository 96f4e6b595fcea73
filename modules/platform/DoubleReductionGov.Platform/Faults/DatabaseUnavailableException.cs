using Microsoft.AspNetCore.Http;
using Volo.Abp;
using Volo.Abp.ExceptionHandling;

namespace DoubleReductionGov.Platform.Faults;

/// <summary>Takes the place of whatever the database's client threw, so that it is answered as a refusal that may be repeated.</summary>
internal sealed class DatabaseUnavailableException(Exception cause)
    : BusinessException(PlatformErrors.DatabaseUnavailable, cause.GetBaseException().Message, innerException: cause), IHasHttpStatusCode
{
    public int HttpStatusCode => StatusCodes.Status503ServiceUnavailable;

    public static Exception? From(Exception exception) => DatabaseFaults.IsUnavailable(exception) ? new DatabaseUnavailableException(exception) : null;
}
