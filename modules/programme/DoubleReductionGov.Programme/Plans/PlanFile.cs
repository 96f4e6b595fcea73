namespace DoubleReductionGov.Programme.Plans;

/// <summary>A plan as its file says it; <see cref="PlanFileParser"/> has checked everything in it.</summary>
internal sealed record PlanFile(
    string Code, string Title, int Year, string Document, DateOnly Start, DateOnly Due, IReadOnlyList<PlanFileItem> Tasks);

/// <summary>A task or a step. Steps have taken lead, support, person, source and section from their task where they say nothing.</summary>
internal sealed record PlanFileItem
{
    /// <summary>The line on which the item begins.</summary>
    public required int Line { get; init; }

    /// <summary>The line of each of its keys.</summary>
    public required IReadOnlyDictionary<string, int> Lines { get; init; }

    public required string Section { get; init; }

    public required string Number { get; init; }

    public required string Title { get; init; }

    public required string Source { get; init; }

    public required string? Lead { get; init; }

    public required IReadOnlyList<string> Support { get; init; }

    public required string? Person { get; init; }

    public required DateOnly? Start { get; init; }

    public required DateOnly? Due { get; init; }

    public required int? Weight { get; init; }

    public required IReadOnlyList<string> After { get; init; }

    public required Measure? Measure { get; init; }

    public required IReadOnlyDictionary<string, decimal>? Shares { get; init; }

    public IReadOnlyList<PlanFileItem> Steps { get; init; } = [];

    public int LineOf(string key) => Lines.GetValueOrDefault(key, Line);
}

/// <summary>What the file is checked against: departments and people of the city, and its counties.</summary>
internal sealed record PlanFileContext(
    IReadOnlySet<string> DepartmentCodes, IReadOnlyList<(string DepartmentCode, string Name)> People, IReadOnlySet<string> CountyCodes);

/// <summary>A mistake in the file. The text is found under <c>PlanFile:{Reason}</c>; line 0 is the file as a whole.</summary>
internal sealed record PlanFileError(int Line, PlanFileReason Reason, params object[] Arguments);

internal enum PlanFileReason
{
    TooLarge,
    NotUtf8,
    NotYaml,
    Empty,
    MoreThanOneDocument,
    AliasNotAllowed,
    TooDeep,
    TooManyItems,
    NotAMapping,
    NotAList,
    NotText,
    UnknownKey,
    MissingKey,
    TooLong,
    ControlCharacter,
    BadCode,
    BadNumber,
    NotADate,
    NotAnInteger,
    NotAFigure,
    OutOfRange,
    DueBeforeStart,
    DatesOutsideParent,
    DuplicateNumber,
    WeightsDoNotAddUp,
    UnknownDepartment,
    DepartmentTwice,
    PersonWithoutLead,
    UnknownPerson,
    AmbiguousPerson,
    UnknownPredecessor,
    PredecessorCycle,
    UnknownMeasureKind,
    KeyNotForEvidence,
    UnknownCounty,
    SharesDoNotAddUp,
}
