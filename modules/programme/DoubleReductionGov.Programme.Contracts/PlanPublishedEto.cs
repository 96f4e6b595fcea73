using Volo.Abp.EventBus;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme;

/// <summary>The city issued a plan to one county. Raised once for each county; handled in the county.</summary>
[EventName("programme.plan-published")]
public sealed record PlanPublishedEto : IMultiTenant
{
    /// <summary>The county.</summary>
    public required Guid? TenantId { get; init; }

    /// <summary>The plan.</summary>
    public required Guid PlanId { get; init; }

    /// <summary>Its title.</summary>
    public required string PlanTitle { get; init; }

    /// <summary>The document by which it was decided.</summary>
    public required string PlanDocument { get; init; }

    /// <summary>Who issued it.</summary>
    public required string PublishedBy { get; init; }

    /// <summary>That person's organisation, if known.</summary>
    public required string? PublishedByOrganisation { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime Time { get; init; }

    /// <summary>The county's tasks; a task of which the county has no share is not among them.</summary>
    public required IReadOnlyList<PublishedTask> Tasks { get; init; }
}

/// <summary>A task as the city issued it to a county.</summary>
/// <param name="PlanItemId">The item of the city's plan.</param>
/// <param name="Number">The number in the plan; never changes.</param>
/// <param name="Position">The place in the plan's order.</param>
/// <param name="Section">The plan's section.</param>
/// <param name="Title">What has to be done.</param>
/// <param name="Source">The paragraph that asks for it.</param>
/// <param name="IssuerOrganisationId">The city's department that leads and verifies.</param>
/// <param name="IssuerName">Its name.</param>
/// <param name="LeadCode">The county's department of this code leads.</param>
/// <param name="SupportCodes">The county's departments of these codes support.</param>
/// <param name="Start">First day.</param>
/// <param name="Due">Last day.</param>
/// <param name="Weight">Share in the plan.</param>
/// <param name="Measure">How it is measured, with the county's own target.</param>
/// <param name="Predecessors">Numbers of what must come first.</param>
/// <param name="Steps">The steps that come with the plan.</param>
public sealed record PublishedTask(
    Guid PlanItemId,
    string Number,
    int Position,
    string Section,
    string Title,
    string Source,
    Guid IssuerOrganisationId,
    string IssuerName,
    string LeadCode,
    IReadOnlyList<string> SupportCodes,
    DateOnly Start,
    DateOnly Due,
    int Weight,
    Measure Measure,
    IReadOnlyList<string> Predecessors,
    IReadOnlyList<PublishedStep> Steps);

/// <summary>A step of an issued task.</summary>
/// <param name="PlanItemId">The item of the city's plan.</param>
/// <param name="Number">The number in the plan.</param>
/// <param name="Title">What has to be done.</param>
/// <param name="Start">First day.</param>
/// <param name="Due">Last day.</param>
/// <param name="Weight">Share in the task.</param>
/// <param name="Measure">Its own measure; null: the task's measure counts.</param>
/// <param name="Predecessors">Numbers of what must come first.</param>
public sealed record PublishedStep(
    Guid PlanItemId, string Number, string Title, DateOnly Start, DateOnly Due, int Weight, Measure? Measure, IReadOnlyList<string> Predecessors);
