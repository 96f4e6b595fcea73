namespace DoubleReductionGov.Programme.Lights;

/// <summary>The line of the rule that decided a light, in the order in which they are asked.</summary>
public enum LightRuleLine
{
    Done = 0,
    PastDue = 1,
    RedLag = 2,
    YellowLag = 3,
    NearDue = 4,
    NotStarted = 5,
    OnTrack = 6,
}

/// <summary>Why a light is what it is: the figures, the line of the rule and the thresholds that it used.</summary>
public sealed record LightReason(
    Light Light,
    int Planned,
    int Progress,
    int Lag,
    int DaysToDue,
    LightRuleLine Rule,
    int YellowLagPoints,
    int RedLagPoints,
    int NearDueDays,
    int NearDueProgress);
