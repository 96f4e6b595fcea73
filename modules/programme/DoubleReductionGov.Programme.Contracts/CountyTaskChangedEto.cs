using Volo.Abp.EventBus;

namespace DoubleReductionGov.Programme;

/// <summary>
/// A task of a county changed. Carries the whole state that the city may see without entering the county; a receiver keeps the
/// newest <see cref="Version"/> and ignores older ones.
/// </summary>
[EventName("programme.county-task-changed")]
public sealed record CountyTaskChangedEto
{
    /// <summary>The county.</summary>
    public required Guid CountyId { get; init; }

    /// <summary>The task in the county.</summary>
    public required Guid TaskId { get; init; }

    /// <summary>Grows with every change of the task.</summary>
    public required long Version { get; init; }

    /// <summary>The city's plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>The item of the city's plan.</summary>
    public required Guid PlanItemId { get; init; }

    /// <summary>Where the task stands.</summary>
    public required TaskState State { get; init; }

    /// <summary>Percent.</summary>
    public required int Progress { get; init; }

    /// <summary>First day.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Last day, extensions included.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>Share in the plan.</summary>
    public required int Weight { get; init; }

    /// <summary>The day from which the task is yellow if nothing changes; null: it does not become yellow.</summary>
    public required DateOnly? YellowOn { get; init; }

    /// <summary>The day from which the task is red if nothing changes; null: it does not become red.</summary>
    public required DateOnly? RedOn { get; init; }

    /// <summary>The city's department that verifies.</summary>
    public required Guid IssuerOrganisationId { get; init; }

    /// <summary>The person in the county who is responsible; null: nobody yet.</summary>
    public required string? PersonName { get; init; }

    /// <summary>When the claim was made that now waits; null: none waits.</summary>
    public required DateTime? ClaimedAt { get; init; }

    /// <summary>The request for more time that waits; null: none.</summary>
    public required WaitingExtension? Extension { get; init; }

    /// <summary>Progress of the steps that came with the plan.</summary>
    public required IReadOnlyList<StepProgress> Steps { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime Time { get; init; }
}

/// <summary>A request for more time that waits for its decision.</summary>
/// <param name="Id">The request.</param>
/// <param name="NewDue">The date that is asked for.</param>
/// <param name="AskedAt">When, in UTC.</param>
public sealed record WaitingExtension(Guid Id, DateOnly NewDue, DateTime AskedAt);

/// <summary>Progress of a step.</summary>
/// <param name="PlanItemId">The item of the city's plan.</param>
/// <param name="Progress">Percent.</param>
public sealed record StepProgress(Guid PlanItemId, int Progress);
