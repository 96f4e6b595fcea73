using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Extensions;

/// <summary>A request for more time with its decision. Changed only through its task.</summary>
[Audited]
internal sealed class TaskExtension : Entity<Guid>, IMultiTenant
{
    private TaskExtension()
    {
    }

    internal TaskExtension(Guid id, CountyTask task, DateOnly newDue, string reason, Occasion occasion)
        : base(id)
    {
        TenantId = task.TenantId;
        TaskId = task.Id;
        OldDue = task.Due;
        NewDue = newDue;
        Reason = reason;
        AskedBy = occasion.Who.Name;
        AskedAt = occasion.Time;
    }

    public Guid? TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    public DateOnly OldDue { get; private set; }

    public DateOnly NewDue { get; private set; }

    public string Reason { get; private set; } = null!;

    public ExtensionState State { get; private set; }

    public string AskedBy { get; private set; } = null!;

    public DateTime AskedAt { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    internal void Decide(bool grant, string? reason, Occasion occasion)
    {
        State = grant ? ExtensionState.Granted : ExtensionState.Refused;
        DecidedBy = occasion.Who.Name;
        DecidedAt = occasion.Time;
        DecisionReason = reason;
    }
}
