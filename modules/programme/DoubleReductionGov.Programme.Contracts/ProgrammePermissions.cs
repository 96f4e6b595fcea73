namespace DoubleReductionGov.Programme;

/// <summary>Permissions of this module. City: plans, chart, verification, reference date. Counties: tasks.</summary>
public static class ProgrammePermissions
{
    /// <summary>The group under which the others are shown.</summary>
    public const string Group = "Programme";

    /// <summary>Read the city's plans. City only.</summary>
    public const string Plans = "Programme.Plans";

    /// <summary>Import a plan from its file. City only.</summary>
    public const string PlansImport = "Programme.Plans.Import";

    /// <summary>Change or delete a draft plan, name its people. City only.</summary>
    public const string PlansEdit = "Programme.Plans.Edit";

    /// <summary>Approve a complete draft. City only.</summary>
    public const string PlansApprove = "Programme.Plans.Approve";

    /// <summary>Issue an approved plan to the counties. City only.</summary>
    public const string PlansPublish = "Programme.Plans.Publish";

    /// <summary>Read the wall chart and the timeline of the city. City only.</summary>
    public const string WallChart = "Programme.WallChart";

    /// <summary>Read what waits for verification or for a decision on more time. City only.</summary>
    public const string Verifications = "Programme.Verifications";

    /// <summary>Verify, return, decide; only for tasks that one's own department issued. City only.</summary>
    public const string VerificationsDecide = "Programme.Verifications.Decide";

    /// <summary>Read the county's tasks. Counties only.</summary>
    public const string Tasks = "Programme.Tasks";

    /// <summary>Name the person of a task. Counties only.</summary>
    public const string TasksAssign = "Programme.Tasks.Assign";

    /// <summary>Break a task into steps. Counties only.</summary>
    public const string TasksSteps = "Programme.Tasks.Steps";

    /// <summary>Record progress and hand in evidence. Counties only.</summary>
    public const string TasksProgress = "Programme.Tasks.Progress";

    /// <summary>Claim that a task is done. Counties only.</summary>
    public const string TasksClaim = "Programme.Tasks.Claim";

    /// <summary>Ask for more time. Counties only.</summary>
    public const string TasksAskExtension = "Programme.Tasks.AskExtension";

    /// <summary>Set the day that counts as today, in a demonstration. City only.</summary>
    public const string ReferenceDate = "Programme.ReferenceDate";
}
