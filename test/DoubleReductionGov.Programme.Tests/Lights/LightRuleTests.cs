namespace DoubleReductionGov.Programme.Lights;

public class LightRuleTests
{
    // A task of a hundred days: on day n it should be at n percent.
    private static readonly DateOnly Start = new(2021, 9, 1);
    private static readonly DateOnly Due = Start.AddDays(100);

    [Theory]
    [InlineData(-5, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(99, 99)]
    [InlineData(100, 100)]
    [InlineData(200, 100)]
    public void The_plan_grows_evenly_from_the_first_day_to_the_last(int day, int planned) =>
        LightRule.Planned(Start.AddDays(day), Start, Due).ShouldBe(planned);

    [Fact]
    public void A_part_of_a_percent_is_not_planned_yet() =>
        LightRule.Planned(Start.AddDays(2), Start, Start.AddDays(3)).ShouldBe(66);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 100)]
    [InlineData(1, 100)]
    public void A_task_of_one_day_is_planned_to_be_done_on_that_day(int day, int planned) =>
        LightRule.Planned(Start.AddDays(day), Start, Start).ShouldBe(planned);

    [Theory]
    [InlineData(TaskState.Done, 100, 200, Light.Green, LightRuleLine.Done)]
    [InlineData(TaskState.InProgress, 100, 101, Light.Red, LightRuleLine.PastDue)]
    [InlineData(TaskState.InProgress, 100, 100, Light.Green, LightRuleLine.OnTrack)]
    [InlineData(TaskState.InProgress, 20, 45, Light.Red, LightRuleLine.RedLag)]
    [InlineData(TaskState.InProgress, 20, 44, Light.Yellow, LightRuleLine.YellowLag)]
    [InlineData(TaskState.InProgress, 20, 30, Light.Yellow, LightRuleLine.YellowLag)]
    [InlineData(TaskState.InProgress, 20, 29, Light.Green, LightRuleLine.OnTrack)]
    [InlineData(TaskState.NotStarted, 0, -10, Light.Grey, LightRuleLine.NotStarted)]
    [InlineData(TaskState.NotStarted, 0, 9, Light.Grey, LightRuleLine.NotStarted)]
    [InlineData(TaskState.NotStarted, 0, 10, Light.Yellow, LightRuleLine.YellowLag)]
    [InlineData(TaskState.NotStarted, 0, 25, Light.Red, LightRuleLine.RedLag)]
    [InlineData(TaskState.Claimed, 100, 101, Light.Red, LightRuleLine.PastDue)]
    [InlineData(TaskState.Returned, 95, 95, Light.Green, LightRuleLine.OnTrack)]
    public void The_light_follows_from_state_progress_and_day(TaskState state, int progress, int day, Light light, LightRuleLine line)
    {
        var reason = LightRule.Explain(state, progress, Start, Due, Cast.Thresholds, Start.AddDays(day));

        reason.Light.ShouldBe(light);
        reason.Rule.ShouldBe(line);
    }

    [Theory]
    [InlineData(92, 79, Light.Yellow)] // eight days before: thirteen points behind
    [InlineData(88, 79, Light.Green)]
    [InlineData(93, 80, Light.Yellow)]
    [InlineData(93, 84, Light.Green)]
    public void A_week_before_the_due_date_the_task_must_be_nearly_done(int day, int progress, Light light) =>
        LightRule.Explain(TaskState.InProgress, progress, Start, Due, Cast.Thresholds, Start.AddDays(day)).Light.ShouldBe(light);

    [Fact]
    public void A_short_task_turns_yellow_in_its_last_week_although_it_keeps_to_the_plan()
    {
        var reason = LightRule.Explain(TaskState.InProgress, 50, Start, Start.AddDays(10), Cast.Thresholds, Start.AddDays(5));

        reason.Light.ShouldBe(Light.Yellow);
        reason.Rule.ShouldBe(LightRuleLine.NearDue);
        reason.DaysToDue.ShouldBe(5);
        reason.Lag.ShouldBe(0);
    }

    [Fact]
    public void The_days_on_which_the_light_turns_agree_with_the_rule_on_every_day()
    {
        foreach (var thresholds in new LightThresholds[] { Cast.Thresholds, new(0, 1, 0, 0), new(30, 20, 40, 100), new(100, 100, 3, 50) })
        {
            foreach (var length in new[] { 0, 1, 2, 7, 13, 100, 365 })
            {
                foreach (var progress in new[] { 0, 1, 33, 50, 79, 80, 89, 90, 91, 99, 100 })
                {
                    foreach (var state in Enum.GetValues<TaskState>())
                    {
                        AssertAgreement(state, progress, Start.AddDays(length), thresholds);
                    }
                }
            }
        }
    }

    private static void AssertAgreement(TaskState state, int progress, DateOnly due, LightThresholds thresholds)
    {
        var days = LightRule.DaysOf(state, progress, Start, due, thresholds);
        for (var today = Start.AddDays(-60); today <= due.AddDays(10); today = today.AddDays(1))
        {
            var light = LightRule.Explain(state, progress, Start, due, thresholds, today).Light;
            days.On(today, state).ShouldBe(light, $"{state} {progress}% until {due}, on {today}, {thresholds}");
        }
    }
}
