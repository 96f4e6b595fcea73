namespace DoubleReductionGov.Notices.Preferences;

/// <summary>From one time of the day to another, local time, also over midnight. Without both ends there are none.</summary>
internal readonly record struct QuietHours(TimeOnly? From, TimeOnly? To)
{
    /// <summary>The first moment at or after the given one that is not quiet.</summary>
    public DateTime EndOf(DateTime local)
    {
        if (From is not { } from || To is not { } to || from == to || !TimeOnly.FromDateTime(local).IsBetween(from, to))
        {
            return local;
        }

        var end = local.Date + to.ToTimeSpan();
        return end > local ? end : end.AddDays(1);
    }
}
