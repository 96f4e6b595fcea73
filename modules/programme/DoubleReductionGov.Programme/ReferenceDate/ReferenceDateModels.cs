namespace DoubleReductionGov.Programme.ReferenceDate;

public sealed record SetReferenceDateInput
{
    /// <summary>The day that counts as today; null: the real one.</summary>
    [ProgrammeDate]
    public DateOnly? Date { get; init; }
}

/// <summary>The day that counts as today, whether it was set, and the real day in China.</summary>
public sealed record ReferenceDateDto(DateOnly Date, bool IsFixed, DateOnly RealDate);
