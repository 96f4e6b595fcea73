using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>What happened to a task.</summary>
public enum TaskChangeKind
{
    Issued = 0,
    PersonAssigned = 1,
    StepAdded = 2,
    StepChanged = 3,
    StepRemoved = 4,
    Progress = 5,
    EvidenceAdded = 6,
    EvidenceRemoved = 7,
    Claimed = 8,
    Verified = 9,
    Returned = 10,
    ExtensionAsked = 11,
    ExtensionGranted = 12,
    ExtensionRefused = 13,
}

/// <summary>One line of a task's history: who did what, when and why. Written once, never changed, not loaded with the task.</summary>
internal sealed class TaskChange : Entity<Guid>, IMultiTenant
{
    public const int TextMaxLength = 400;

    /// <summary>A note and a reason.</summary>
    public const int ReasonMaxLength = 2 * ItemRules.ReasonMaxLength + 1;

    private TaskChange()
    {
    }

    internal TaskChange(CountyTask task, DateTime time, Actor who, TaskChangeKind kind, string? subject, string? from, string? to, string? reason)
    {
        TenantId = task.TenantId;
        TaskId = task.Id;
        Version = task.Version;
        Time = time;
        UserId = who.UserId;
        Who = who.Name;
        Organisation = who.Organisation;
        Kind = kind;
        Subject = subject;
        From = from;
        To = to;
        Reason = reason;
    }

    public Guid? TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The task's version after the change: the order of the history.</summary>
    public long Version { get; private set; }

    public DateTime Time { get; private set; }

    public Guid? UserId { get; private set; }

    public string Who { get; private set; } = null!;

    public string? Organisation { get; private set; }

    public TaskChangeKind Kind { get; private set; }

    /// <summary>The step that is meant; null: the task itself.</summary>
    public string? Subject { get; private set; }

    public string? From { get; private set; }

    public string? To { get; private set; }

    public string? Reason { get; private set; }
}
