using DoubleReductionGov.Directory;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>A department of the county that leads or supports a task; its account sees the task.</summary>
internal sealed class TaskDepartment : Entity<Guid>, IMultiTenant
{
    private TaskDepartment()
    {
    }

    internal TaskDepartment(Guid id, CountyTask task, OrganisationInfo organisation, int position)
        : base(id)
    {
        TenantId = task.TenantId;
        TaskId = task.Id;
        OrganisationId = organisation.Id;
        Name = organisation.ShortName;
        Position = position;
    }

    public Guid? TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    public Guid OrganisationId { get; private set; }

    public string Name { get; private set; } = null!;

    /// <summary>The lead is first, then the others as the plan names them.</summary>
    public int Position { get; private set; }

    public bool IsLead => Position == 0;
}
