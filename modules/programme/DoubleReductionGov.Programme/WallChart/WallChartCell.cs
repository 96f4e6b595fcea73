using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.WallChart;

/// <summary>
/// What the city knows of one task of one county without entering the county. Fed by <see cref="CountyTaskChangedEto"/> only;
/// the city's chart, timeline and list of verifications read nothing else.
/// </summary>
internal sealed class WallChartCell : Entity<Guid>, IMultiTenant
{
    private WallChartCell()
    {
    }

    public WallChartCell(Guid id, CountyTaskChangedEto task)
        : base(id)
    {
        CountyId = task.CountyId;
        PlanId = task.PlanId;
        PlanItemId = task.PlanItemId;
        TaskId = task.TaskId;
        Apply(task);
    }

    /// <summary>Always null: the cell is the city's, the county is <see cref="CountyId"/>.</summary>
    public Guid? TenantId { get; private set; }

    public Guid CountyId { get; private set; }

    public Guid PlanId { get; private set; }

    public Guid PlanItemId { get; private set; }

    public Guid TaskId { get; private set; }

    public long Version { get; private set; }

    public TaskState State { get; private set; }

    public int Progress { get; private set; }

    public DateOnly Start { get; private set; }

    public DateOnly Due { get; private set; }

    public int Weight { get; private set; }

    public DateOnly? YellowOn { get; private set; }

    public DateOnly? RedOn { get; private set; }

    public Guid IssuerOrganisationId { get; private set; }

    public string? PersonName { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public Guid? ExtensionId { get; private set; }

    public DateOnly? ExtensionNewDue { get; private set; }

    public DateTime? ExtensionAskedAt { get; private set; }

    public List<StepProgress> Steps { get; private set; } = [];

    public DateTime ChangedAt { get; private set; }

    /// <summary>Events come at least once and may come late: an older state never replaces a newer one.</summary>
    public void Apply(CountyTaskChangedEto task)
    {
        if (task.Version <= Version)
        {
            return;
        }

        Version = task.Version;
        State = task.State;
        Progress = task.Progress;
        Start = task.Start;
        Due = task.Due;
        Weight = task.Weight;
        YellowOn = task.YellowOn;
        RedOn = task.RedOn;
        IssuerOrganisationId = task.IssuerOrganisationId;
        PersonName = task.PersonName;
        ClaimedAt = task.ClaimedAt;
        ExtensionId = task.Extension?.Id;
        ExtensionNewDue = task.Extension?.NewDue;
        ExtensionAskedAt = task.Extension?.AskedAt;
        Steps = [.. task.Steps];
        ChangedAt = task.Time;
    }
}
