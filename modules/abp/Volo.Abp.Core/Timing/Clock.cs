using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Timing;

public interface IClock
{
    DateTime Now { get; }

    DateTimeKind Kind { get; }

    bool SupportsMultipleTimezone { get; }

    DateTime Normalize(DateTime dateTime);
}

public class AbpClockOptions
{
    public DateTimeKind Kind { get; set; } = DateTimeKind.Unspecified;
}

public class Clock(IOptions<AbpClockOptions> options, TimeProvider timeProvider) : IClock, ITransientDependency
{
    public virtual DateTime Now => Kind == DateTimeKind.Utc ? timeProvider.GetUtcNow().UtcDateTime : timeProvider.GetLocalNow().DateTime;

    public virtual DateTimeKind Kind => options.Value.Kind;

    public virtual bool SupportsMultipleTimezone => Kind == DateTimeKind.Utc;

    public virtual DateTime Normalize(DateTime dateTime)
    {
        if (Kind == DateTimeKind.Unspecified || Kind == dateTime.Kind)
        {
            return dateTime;
        }

        return (Kind, dateTime.Kind) switch
        {
            (DateTimeKind.Local, DateTimeKind.Utc) => dateTime.ToLocalTime(),
            (DateTimeKind.Utc, DateTimeKind.Local) => dateTime.ToUniversalTime(),
            _ => DateTime.SpecifyKind(dateTime, Kind),
        };
    }
}

[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Parameter | AttributeTargets.Property)]
public class DisableDateTimeNormalizationAttribute : Attribute;
