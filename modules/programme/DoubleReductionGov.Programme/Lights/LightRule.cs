namespace DoubleReductionGov.Programme.Lights;

/// <summary>
/// The rule of the lights, said twice: <see cref="Explain"/> asks line by line for one day, <see cref="DaysOf"/> says on which days
/// the answer changes if nothing else does. Rows keep those days, so that a database sorts and counts lights by comparing dates.
/// The two are tested against each other day by day.
/// </summary>
internal static class LightRule
{
    /// <summary>How far the task should be on a day, in percent: from 0 on its first day evenly to 100 on its last.</summary>
    public static int Planned(DateOnly today, DateOnly start, DateOnly due)
    {
        if (today >= due)
        {
            return 100;
        }

        return today <= start ? 0 : 100 * (today.DayNumber - start.DayNumber) / (due.DayNumber - start.DayNumber);
    }

    public static LightReason Explain(
        TaskState state, int progress, DateOnly start, DateOnly due, LightThresholds thresholds, DateOnly today)
    {
        var planned = Planned(today, start, due);
        var lag = planned - progress;
        var daysToDue = due.DayNumber - today.DayNumber;
        var (light, rule) = Decide();
        return new LightReason(
            light, planned, progress, lag, daysToDue, rule,
            thresholds.YellowLagPoints, thresholds.RedLagPoints, thresholds.NearDueDays, thresholds.NearDueProgress);

        (Light Light, LightRuleLine Rule) Decide()
        {
            if (state == TaskState.Done)
            {
                return (Light.Green, LightRuleLine.Done);
            }

            if (daysToDue < 0)
            {
                return (Light.Red, LightRuleLine.PastDue);
            }

            if (lag >= thresholds.RedLagPoints)
            {
                return (Light.Red, LightRuleLine.RedLag);
            }

            if (lag >= thresholds.YellowLagPoints)
            {
                return (Light.Yellow, LightRuleLine.YellowLag);
            }

            if (daysToDue <= thresholds.NearDueDays && progress < thresholds.NearDueProgress)
            {
                return (Light.Yellow, LightRuleLine.NearDue);
            }

            return state == TaskState.NotStarted ? (Light.Grey, LightRuleLine.NotStarted) : (Light.Green, LightRuleLine.OnTrack);
        }
    }

    public static LightDays DaysOf(TaskState state, int progress, DateOnly start, DateOnly due, LightThresholds thresholds)
    {
        if (state == TaskState.Done)
        {
            return new LightDays(null, null);
        }

        DateOnly? nearDue = progress < thresholds.NearDueProgress ? due.AddDays(-thresholds.NearDueDays) : null;
        return new LightDays(
            Earlier(FirstDayBehind(thresholds.YellowLagPoints), nearDue),
            Earlier(FirstDayBehind(thresholds.RedLagPoints), due.AddDays(1)));

        // The first day on which the plan is that many points ahead of the progress.
        DateOnly? FirstDayBehind(int points)
        {
            var planned = progress + points;
            if (planned > 100)
            {
                return null;
            }

            var length = due.DayNumber - start.DayNumber;
            return planned <= 0 ? DateOnly.MinValue : start.AddDays((planned * length + 99) / 100);
        }
    }

    private static DateOnly? Earlier(DateOnly? one, DateOnly? other) => one is null || other < one ? other : one;
}

/// <summary>The days from which a task is yellow and red; null: it never becomes so.</summary>
internal readonly record struct LightDays(DateOnly? YellowOn, DateOnly? RedOn)
{
    public Light On(DateOnly today, TaskState state)
    {
        if (RedOn <= today)
        {
            return Light.Red;
        }

        if (YellowOn <= today)
        {
            return Light.Yellow;
        }

        return state == TaskState.NotStarted ? Light.Grey : Light.Green;
    }
}
