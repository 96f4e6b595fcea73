using Microsoft.EntityFrameworkCore;

namespace DoubleReductionGov.Bench.Bare;

/// <summary>The columns of the product's tables that the list reads.</summary>
internal sealed class BareContext(DbContextOptions<BareContext> options) : DbContext(options)
{
    public DbSet<County> Counties => Set<County>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<CountyTask> Tasks => Set<CountyTask>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<County>().ToTable("DirectoryCounties");
        modelBuilder.Entity<Person>().ToTable("DirectoryPeople");
        modelBuilder.Entity<Organisation>().ToTable("DirectoryOrganisations");
        modelBuilder.Entity<TaskStep>().ToTable("ProgrammeTaskSteps");
        modelBuilder.Entity<TaskExtension>().ToTable("ProgrammeTaskExtensions");
        modelBuilder.Entity<CountyTask>(task =>
        {
            task.ToTable("ProgrammeCountyTasks");
            task.Property(t => t.Value).HasPrecision(18, 2);
            task.ComplexProperty(t => t.Measure, measure =>
            {
                measure.Property(m => m.Kind).HasColumnName("MeasureKind");
                measure.Property(m => m.Text).HasColumnName("MeasureText");
                measure.Property(m => m.Target).HasColumnName("MeasureTarget").HasPrecision(18, 2);
                measure.Property(m => m.Unit).HasColumnName("MeasureUnit");
            });
            task.HasMany(t => t.Steps).WithOne().HasForeignKey(s => s.TaskId);
            task.HasMany(t => t.Extensions).WithOne().HasForeignKey(e => e.TaskId);
        });
    }
}

internal sealed class County
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public int DisplayOrder { get; set; }
}

internal sealed class CountyTask
{
    public Guid Id { get; set; }

    public Guid? TenantId { get; set; }

    public Guid PlanId { get; set; }

    public string PlanTitle { get; set; } = "";

    public string Number { get; set; } = "";

    public int Position { get; set; }

    public string Title { get; set; } = "";

    public string Source { get; set; } = "";

    public TaskState State { get; set; }

    public DateOnly? YellowOn { get; set; }

    public DateOnly? RedOn { get; set; }

    public int Progress { get; set; }

    public DateOnly Start { get; set; }

    public DateOnly Due { get; set; }

    public DateOnly OriginalDue { get; set; }

    public int Weight { get; set; }

    public string LeadName { get; set; } = "";

    public Guid? PersonId { get; set; }

    public string? PersonName { get; set; }

    public Measure Measure { get; set; } = new();

    public decimal? Value { get; set; }

    public List<TaskStep> Steps { get; set; } = [];

    public List<TaskExtension> Extensions { get; set; } = [];
}

internal sealed record Measure
{
    public MeasureKind Kind { get; set; }

    public string Text { get; set; } = "";

    public decimal? Target { get; set; }

    public string? Unit { get; set; }
}

internal sealed class TaskStep
{
    public Guid Id { get; set; }

    public Guid TaskId { get; set; }

    public int Progress { get; set; }
}

internal sealed class TaskExtension
{
    public Guid Id { get; set; }

    public Guid TaskId { get; set; }

    public ExtensionState State { get; set; }
}

internal enum TaskState
{
    NotStarted,
    InProgress,
    Claimed,
    Returned,
    Done,
}

internal enum Light
{
    Green,
    Yellow,
    Red,
    Grey,
}

internal enum MeasureKind
{
    Evidence,
    Number,
}

internal enum ExtensionState
{
    Asked,
    Granted,
    Refused,
}
