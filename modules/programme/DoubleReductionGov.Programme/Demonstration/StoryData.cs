namespace DoubleReductionGov.Programme.Demonstration;

/// <summary>How the city decided a plan: who, from which department, and when (in UTC).</summary>
public sealed record StoryData(string ApprovedBy, DateTime ApprovedAt, string PublishedBy, DateTime PublishedAt, string Organisation);

/// <summary>What one county did with its tasks, by task number, up to a day.</summary>
/// <param name="Today">The day on which the story is told; work that is still going on has come this far then.</param>
/// <param name="Tasks">By task number. A task that is not named has nobody and no progress.</param>
public sealed record CountyStory(DateOnly Today, IReadOnlyDictionary<string, TaskStory> Tasks);

/// <summary>The story of one task. What is null or empty did not happen.</summary>
public sealed record TaskStory
{
    /// <summary>When a person was named and the work began.</summary>
    public DateOnly? Started { get; init; }

    /// <summary>How far each step came, by step number.</summary>
    public IReadOnlyDictionary<string, StepStory> Steps { get; init; } = new Dictionary<string, StepStory>();

    /// <summary>How far a task without steps came, in percent.</summary>
    public int? Progress { get; init; }

    /// <summary>The figure of a task that a number measures.</summary>
    public decimal? Value { get; init; }

    /// <summary>What was said about the progress.</summary>
    public string? Note { get; init; }

    /// <summary>Files handed in.</summary>
    public IReadOnlyList<EvidenceStory> Evidence { get; init; } = [];

    /// <summary>When the county claimed that the task is done.</summary>
    public DateOnly? Claimed { get; init; }

    /// <summary>What was said about the claim.</summary>
    public string? ClaimNote { get; init; }

    /// <summary>When the city verified the claim.</summary>
    public DateOnly? Verified { get; init; }

    /// <summary>When the city returned the claim.</summary>
    public DateOnly? Returned { get; init; }

    /// <summary>Why.</summary>
    public string? ReturnReason { get; init; }

    /// <summary>A request for more time that still waits.</summary>
    public ExtensionStory? Extension { get; init; }
}

/// <summary>How far a step came: a percent, or a figure where a number measures.</summary>
public sealed record StepStory(int? Progress, decimal? Value);

/// <summary>A file: for which step (null: the task), under which name. Its content is made up.</summary>
public sealed record EvidenceStory(string? Step, string File);

/// <summary>A request for more time.</summary>
public sealed record ExtensionStory(DateOnly NewDue, string Reason, DateOnly Asked);
