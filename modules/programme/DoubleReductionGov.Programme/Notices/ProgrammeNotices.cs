using DoubleReductionGov.Notices;

namespace DoubleReductionGov.Programme.Notices;

/// <summary>What this module tells people.</summary>
internal static class ProgrammeNotices
{
    /// <summary>To a county's department: the city issued tasks that it leads.</summary>
    public const string TasksIssued = "Programme.TasksIssued";

    /// <summary>To the person who became responsible for a task.</summary>
    public const string TaskAssigned = "Programme.TaskAssigned";

    /// <summary>To the person responsible: the city confirmed the task as done.</summary>
    public const string TaskVerified = "Programme.TaskVerified";

    /// <summary>To the person responsible: the city returned the claim.</summary>
    public const string TaskReturned = "Programme.TaskReturned";

    /// <summary>To the person responsible: more time was granted.</summary>
    public const string ExtensionGranted = "Programme.ExtensionGranted";

    /// <summary>To the person responsible: more time was refused.</summary>
    public const string ExtensionRefused = "Programme.ExtensionRefused";

    /// <summary>To the city's issuing department: a county claims a task as done.</summary>
    public const string ClaimWaits = "Programme.ClaimWaits";

    /// <summary>To the city's issuing department: a county asks for more time.</summary>
    public const string ExtensionWaits = "Programme.ExtensionWaits";

    public static void Declare(NoticeOptions options)
    {
        options.Add<ProgrammeResource>(TasksIssued, NoticeSeverity.Warning);
        options.Add<ProgrammeResource>(TaskAssigned, NoticeSeverity.Warning);
        options.Add<ProgrammeResource>(TaskVerified);
        options.Add<ProgrammeResource>(TaskReturned, NoticeSeverity.Warning);
        options.Add<ProgrammeResource>(ExtensionGranted);
        options.Add<ProgrammeResource>(ExtensionRefused, NoticeSeverity.Warning);
        options.Add<ProgrammeResource>(ClaimWaits);
        options.Add<ProgrammeResource>(ExtensionWaits);
    }
}
