using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Evidence;

/// <summary>A file handed in for a task or one of its steps. Changed only through its task; the bytes are in <see cref="EvidenceContent"/>.</summary>
internal sealed class TaskEvidence : Entity<Guid>, IMultiTenant
{
    private TaskEvidence()
    {
    }

    internal TaskEvidence(Guid id, CountyTask task, Guid? stepId, EvidenceFile file, Occasion occasion)
        : base(id)
    {
        TenantId = task.TenantId;
        TaskId = task.Id;
        StepId = stepId;
        FileName = file.Name;
        ContentType = file.ContentType;
        Size = file.Content.Length;
        UploadedBy = occasion.Who.Name;
        UploadedAt = occasion.Time;
    }

    public Guid? TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid? StepId { get; private set; }

    public string FileName { get; private set; } = null!;

    public string ContentType { get; private set; } = null!;

    public long Size { get; private set; }

    public string UploadedBy { get; private set; } = null!;

    public DateTime UploadedAt { get; private set; }

    internal void MoveToTask() => StepId = null;
}

/// <summary>The bytes of a piece of evidence, under the same id, so that lists and tasks never load them.</summary>
internal sealed class EvidenceContent : Entity<Guid>, IMultiTenant
{
    private EvidenceContent()
    {
    }

    public EvidenceContent(Guid evidenceId, Guid? tenantId, byte[] bytes)
        : base(evidenceId)
    {
        TenantId = tenantId;
        Bytes = bytes;
    }

    public Guid? TenantId { get; private set; }

    public byte[] Bytes { get; private set; } = null!;
}
