using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Evidence;
using DoubleReductionGov.Programme.Extensions;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DistributedEvents;

namespace DoubleReductionGov.Programme;

internal sealed class ProgrammeDbContext(DbContextOptions<ProgrammeDbContext> options) : AbpDbContext<ProgrammeDbContext>(options), IHasEventOutbox
{
    public const string OrganisationFilter = "Organisation";

    public DbSet<Plan> Plans => Set<Plan>();

    public DbSet<PlanItem> PlanItems => Set<PlanItem>();

    public DbSet<CountyTask> CountyTasks => Set<CountyTask>();

    public DbSet<TaskStep> TaskSteps => Set<TaskStep>();

    public DbSet<TaskDepartment> TaskDepartments => Set<TaskDepartment>();

    public DbSet<TaskChange> TaskChanges => Set<TaskChange>();

    public DbSet<TaskEvidence> TaskEvidence => Set<TaskEvidence>();

    public DbSet<EvidenceContent> EvidenceContents => Set<EvidenceContent>();

    public DbSet<TaskExtension> TaskExtensions => Set<TaskExtension>();

    public DbSet<WallChartCell> WallChartCells => Set<WallChartCell>();

    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; } = null!;

    /// <summary>Null: the account is not bound to one organisation.</summary>
    private Guid? OrganisationId => LazyServiceProvider.LazyGetRequiredService<ICurrentOrganisation>().Id;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ConfigureProgramme();
        modelBuilder.ConfigureEventOutbox();

        // TASK-12: the account of a department finds only the tasks that its department leads or supports, by whatever query.
        modelBuilder.Entity<CountyTask>().HasQueryFilter(
            OrganisationFilter, task => OrganisationId == null || task.Departments.Any(d => d.OrganisationId == OrganisationId));
    }
}
