using DoubleReductionGov.Directory;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>A part of a task: issued with the plan, or added by the county. Changed only through its task.</summary>
internal sealed class TaskStep : Entity<Guid>, IMultiTenant
{
    private TaskStep()
    {
    }

    internal TaskStep(Guid id, CountyTask task, PublishedStep step, int position)
        : base(id)
    {
        TenantId = task.TenantId;
        TaskId = task.Id;
        PlanItemId = step.PlanItemId;
        Number = step.Number;
        Position = position;
        Title = step.Title;
        Start = step.Start;
        Due = step.Due;
        Weight = step.Weight;
        Measure = step.Measure;
        Predecessors = [.. step.Predecessors];
    }

    internal TaskStep(
        Guid id, CountyTask task, string number, int position, string title, PersonInfo person, DateOnly start, DateOnly due, int weight)
        : base(id)
    {
        TenantId = task.TenantId;
        TaskId = task.Id;
        Number = number;
        Position = position;
        Title = "";
        Change(title, person, start, due, weight);
    }

    public Guid? TenantId { get; private set; }

    public Guid TaskId { get; private set; }

    /// <summary>The item of the city's plan; null: the county's own step.</summary>
    public Guid? PlanItemId { get; private set; }

    public string Number { get; private set; } = null!;

    public int Position { get; private set; }

    public string Title { get; private set; } = null!;

    public Guid? PersonId { get; private set; }

    public string? PersonName { get; private set; }

    public DateOnly Start { get; private set; }

    public DateOnly Due { get; private set; }

    public int Weight { get; private set; }

    public Measure? Measure { get; private set; }

    public int Progress { get; private set; }

    public decimal? Value { get; private set; }

    public DateTime? CompletedAt { get; private set; }

    public List<string> Predecessors { get; private set; } = [];

    public bool FromPlan => PlanItemId is not null;

    public Reading Reading => new(Progress, Value);

    /// <summary>A step is not verified on its own: done is where its progress is full.</summary>
    public TaskState State => Progress == 100 ? TaskState.Done : Progress == 0 ? TaskState.NotStarted : TaskState.InProgress;

    /// <summary>How the history calls the step.</summary>
    public string Label => $"{Number} {Title}";

    /// <summary>What the history compares when the step is changed.</summary>
    public string Summary => $"{Title} · {PersonName ?? "—"} · {ItemRules.Text(Start)} – {ItemRules.Text(Due)} · {Weight}";

    internal bool IsAs(string title, DateOnly start, DateOnly due, int weight) =>
        Title == title.Trim() && Start == start && Due == due && Weight == weight;

    internal void Change(string title, PersonInfo person, DateOnly start, DateOnly due, int weight)
    {
        Title = title.Trim();
        PersonId = person.Id;
        PersonName = person.Name;
        Start = start;
        Due = due;
        Weight = weight;
    }

    internal void Record(Reading reading, DateTime time)
    {
        (Progress, Value) = reading;
        CompletedAt = Progress < 100 ? null : CompletedAt ?? time;
    }
}
