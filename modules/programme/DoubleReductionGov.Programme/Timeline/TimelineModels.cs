namespace DoubleReductionGov.Programme.Timeline;

/// <summary>The timetable of a plan: of a county its own tasks and steps, of the city the plan's items with the counties' average.</summary>
public sealed record TimelineDto(DateOnly Today, string? PlanTitle, DateOnly? Start, DateOnly? Due, IReadOnlyList<TimelineRow> Rows);

/// <summary>One bar. <see cref="State"/> is null in the city's timetable, <see cref="OriginalDue"/> where the date never moved.</summary>
public sealed record TimelineRow(
    Guid Id,
    Guid? ParentId,
    string Number,
    string Section,
    string Title,
    string? PersonName,
    DateOnly Start,
    DateOnly Due,
    DateOnly? OriginalDue,
    int Progress,
    int Planned,
    Light Light,
    TaskState? State,
    IReadOnlyList<Guid> Predecessors);
