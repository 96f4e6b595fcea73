namespace DoubleReductionGov.Programme;

/// <summary>Refusals of this module, by feature.</summary>
public static class ProgrammeErrors
{
    // Plans

    /// <summary>The file of a plan has mistakes; data: <c>errors</c>, each with <c>line</c> and <c>message</c>.</summary>
    public const string PlanFileIsInvalid = "Programme:PlanFileIsInvalid";

    /// <summary>A plan with this code exists; data: <c>code</c>.</summary>
    public const string PlanCodeExists = "Programme:PlanCodeExists";

    /// <summary>Only a draft changes; data: <c>title</c>, <c>state</c>.</summary>
    public const string PlanIsNotDraft = "Programme:PlanIsNotDraft";

    /// <summary>Only an approved plan is issued; data: <c>title</c>, <c>state</c>.</summary>
    public const string PlanIsNotApproved = "Programme:PlanIsNotApproved";

    /// <summary>Items lack a person, dates, a lead or a measure; data: <c>count</c>, <c>missing</c> (their numbers).</summary>
    public const string PlanIsIncomplete = "Programme:PlanIsIncomplete";

    /// <summary>Weights do not add up to 100; data: <c>number</c> (of the parent), <c>sum</c>.</summary>
    public const string WeightsDoNotAddUp = "Programme:WeightsDoNotAddUp";

    /// <summary>There is no county to issue the plan to.</summary>
    public const string PlanHasNoCounty = "Programme:PlanHasNoCounty";

    /// <summary>A county has no department of a code that leads or supports a task; data: <c>county</c>, <c>departments</c>.</summary>
    public const string CountyLacksDepartment = "Programme:CountyLacksDepartment";

    // Dates, weights, people: plans and tasks

    /// <summary>Data: <c>number</c>, <c>start</c>, <c>due</c>, <c>parentStart</c>, <c>parentDue</c>.</summary>
    public const string DatesOutsideParent = "Programme:DatesOutsideParent";

    /// <summary>Data: <c>start</c>, <c>due</c>.</summary>
    public const string DueBeforeStart = "Programme:DueBeforeStart";

    /// <summary>A weight is from 1 to 100; data: <c>weight</c>.</summary>
    public const string WeightOutOfRange = "Programme:WeightOutOfRange";

    /// <summary>No such person in the department or county that is asked.</summary>
    public const string PersonNotFound = "Programme:PersonNotFound";

    // Tasks

    /// <summary>Nobody is named for the task; data: <c>number</c>, <c>title</c>.</summary>
    public const string TaskHasNoPerson = "Programme:TaskHasNoPerson";

    /// <summary>The task is claimed or done; data: <c>number</c>, <c>state</c>.</summary>
    public const string TaskIsNotOpen = "Programme:TaskIsNotOpen";

    /// <summary>Progress is from 0 to 100 and a figure not negative, with at most two decimals; data: <c>value</c>.</summary>
    public const string ProgressOutOfRange = "Programme:ProgressOutOfRange";

    /// <summary>Progress falls and nobody says why; data: <c>from</c>, <c>to</c>.</summary>
    public const string ProgressFellWithoutReason = "Programme:ProgressFellWithoutReason";

    /// <summary>Progress of a task with steps is not typed; data: <c>number</c>.</summary>
    public const string ProgressIsComputedFromSteps = "Programme:ProgressIsComputedFromSteps";

    /// <summary>Measured by a number: the figure is typed, not the percent; data: <c>unit</c>.</summary>
    public const string ValueIsRequired = "Programme:ValueIsRequired";

    /// <summary>The city's step stays as issued; the county names its person; data: <c>number</c>.</summary>
    public const string StepFromPlanIsFixed = "Programme:StepFromPlanIsFixed";

    // Claims and verification

    /// <summary>Steps are not at 100; data: <c>steps</c> (their numbers).</summary>
    public const string TaskHasOpenSteps = "Programme:TaskHasOpenSteps";

    /// <summary>Measured by evidence, and there is none; data: <c>measure</c>.</summary>
    public const string EvidenceIsMissing = "Programme:EvidenceIsMissing";

    /// <summary>The figure or the progress has not reached its target; data: <c>value</c>, <c>target</c>, <c>unit</c>.</summary>
    public const string MeasureNotReached = "Programme:MeasureNotReached";

    /// <summary>Only a claimed task is verified or returned; data: <c>number</c>, <c>state</c>.</summary>
    public const string TaskIsNotClaimed = "Programme:TaskIsNotClaimed";

    /// <summary>Who claimed does not verify.</summary>
    public const string ClaimantCannotVerify = "Programme:ClaimantCannotVerify";

    /// <summary>Only the department that issued the task decides on it; data: <c>issuer</c>.</summary>
    public const string NotTheIssuingDepartment = "Programme:NotTheIssuingDepartment";

    /// <summary>This is done only with a reason.</summary>
    public const string ReasonIsRequired = "Programme:ReasonIsRequired";

    // Evidence

    /// <summary>Data: <c>maximumMegabytes</c>.</summary>
    public const string EvidenceTooLarge = "Programme:EvidenceTooLarge";

    /// <summary>Neither name nor content is of an allowed kind; data: <c>fileName</c>, <c>allowed</c>.</summary>
    public const string EvidenceTypeNotAllowed = "Programme:EvidenceTypeNotAllowed";

    /// <summary>The file has no content.</summary>
    public const string EvidenceIsEmpty = "Programme:EvidenceIsEmpty";

    // Extensions

    /// <summary>The new date is not after the present one; data: <c>due</c>.</summary>
    public const string ExtensionNotLater = "Programme:ExtensionNotLater";

    /// <summary>More time is asked for on the due date at the latest; data: <c>due</c>.</summary>
    public const string ExtensionAfterDue = "Programme:ExtensionAfterDue";

    /// <summary>Data: <c>maximum</c>.</summary>
    public const string TooManyExtensions = "Programme:TooManyExtensions";

    /// <summary>A request still waits for its decision.</summary>
    public const string ExtensionAlreadyAsked = "Programme:ExtensionAlreadyAsked";

    /// <summary>The request has its decision.</summary>
    public const string ExtensionAlreadyDecided = "Programme:ExtensionAlreadyDecided";

    // Reference date

    /// <summary>The day that counts as today is set in a demonstration only.</summary>
    public const string ReferenceDateNotAllowed = "Programme:ReferenceDateNotAllowed";
}
