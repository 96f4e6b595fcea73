using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Evidence;
using DoubleReductionGov.Programme.Extensions;
using DoubleReductionGov.Programme.Lights;
using Volo.Abp.Auditing;
using Volo.Abp;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>
/// One task of the city's plan as one county carries it out. Every verb checks first, in a stated order, then changes, raises the
/// version (and with it the concurrency stamp, also when only a child changed) and returns the line for the history.
/// </summary>
[Audited]
internal sealed partial class CountyTask : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private CountyTask()
    {
    }

    /// <summary>The county receives the task; <see cref="Issued"/> is its first line of history.</summary>
    public CountyTask(
        Guid id, PlanPublishedEto plan, PublishedTask task, OrganisationInfo lead, IEnumerable<OrganisationInfo> support,
        LightThresholds thresholds, IGuidGenerator guids)
        : base(id)
    {
        TenantId = plan.TenantId;
        PlanId = plan.PlanId;
        PlanTitle = plan.PlanTitle;
        PlanDocument = plan.PlanDocument;
        PlanItemId = task.PlanItemId;
        Number = task.Number;
        Position = task.Position;
        Section = task.Section;
        Title = task.Title;
        Source = task.Source;
        IssuerOrganisationId = task.IssuerOrganisationId;
        IssuerName = task.IssuerName;
        LeadName = lead.ShortName;
        Start = task.Start;
        Due = OriginalDue = task.Due;
        Weight = task.Weight;
        Measure = task.Measure;
        Predecessors = [.. task.Predecessors];
        Departments = [.. support.Prepend(lead).Select((organisation, position) => new TaskDepartment(guids.Create(), this, organisation, position))];
        Steps = [.. task.Steps.Select((step, position) => new TaskStep(guids.Create(), this, step, position))];
        Touch(thresholds, plan.Time);
    }

    public Guid? TenantId { get; private set; }

    public Guid PlanId { get; private set; }

    public string PlanTitle { get; private set; } = null!;

    public string PlanDocument { get; private set; } = null!;

    public Guid PlanItemId { get; private set; }

    public string Number { get; private set; } = null!;

    public int Position { get; private set; }

    public string Section { get; private set; } = null!;

    public string Title { get; private set; } = null!;

    public string Source { get; private set; } = null!;

    public Guid IssuerOrganisationId { get; private set; }

    public string IssuerName { get; private set; } = null!;

    public string LeadName { get; private set; } = null!;

    public Guid? PersonId { get; private set; }

    public string? PersonName { get; private set; }

    public DateOnly Start { get; private set; }

    public DateOnly Due { get; private set; }

    public DateOnly OriginalDue { get; private set; }

    public int Weight { get; private set; }

    public Measure Measure { get; private set; } = null!;

    public TaskState State { get; private set; }

    public int Progress { get; private set; }

    public decimal? Value { get; private set; }

    /// <summary>The days on which the light changes if nothing else does (<see cref="LightRule"/>).</summary>
    public DateOnly? YellowOn { get; private set; }

    public DateOnly? RedOn { get; private set; }

    /// <summary>Grows with every change: orders the history, and tells receivers of events which is newest.</summary>
    public long Version { get; private set; }

    public List<string> Predecessors { get; private set; } = [];

    public List<TaskDepartment> Departments { get; private set; } = [];

    public List<TaskStep> Steps { get; private set; } = [];

    public List<TaskEvidence> Evidence { get; private set; } = [];

    public List<TaskExtension> Extensions { get; private set; } = [];

    public TaskChange Issued(PlanPublishedEto plan)
    {
        var issuer = new Actor(null, plan.PublishedBy, null, plan.PublishedByOrganisation);
        return new TaskChange(this, plan.Time, issuer, TaskChangeKind.Issued, plan.PlanTitle, null, null, plan.PlanDocument);
    }

    /// <summary>TASK-02: a person of the county, not a department only.</summary>
    public TaskChange Assign(PersonInfo person, Occasion occasion)
    {
        EnsureOpen();

        var before = PersonName;
        PersonId = person.Id;
        PersonName = person.Name;
        return Record(occasion, TaskChangeKind.PersonAssigned, null, before, person.Name, null);
    }

    /// <summary>
    /// Progress of the task itself. With steps the percent is computed from them; the figure of a task that a number measures is still
    /// typed, because the claim is checked against it.
    /// </summary>
    public TaskChange RecordProgress(int? progress, decimal? value, string? note, string? reason, Occasion occasion)
    {
        EnsureOpen();
        EnsurePerson();
        if (Steps.Count > 0 && (progress is not null || Measure.Kind != MeasureKind.Number))
        {
            throw new BusinessException(ProgrammeErrors.ProgressIsComputedFromSteps).WithData("number", Number);
        }

        var before = new Reading(Progress, Value);
        var after = before.Next(Measure, progress, value, reason);
        Value = after.Value;
        Progress = Steps.Count > 0 ? Progress : after.Progress;
        Advance();
        return Record(occasion, TaskChangeKind.Progress, null, before.Text(Measure), after.Text(Measure), Remarks(reason, note));
    }

    public void RecomputeLight(LightThresholds thresholds, DateTime time) => Touch(thresholds, time);

    private void EnsureOpen()
    {
        if (State is TaskState.Claimed or TaskState.Done)
        {
            throw new BusinessException(ProgrammeErrors.TaskIsNotOpen).WithData("number", Number).WithData("state", State);
        }
    }

    private void EnsurePerson()
    {
        if (PersonId is null)
        {
            throw new BusinessException(ProgrammeErrors.TaskHasNoPerson).WithData("number", Number).WithData("title", Title);
        }
    }

    /// <summary>The first progress starts a task, and takes up one that was returned.</summary>
    private void Advance() => State = TaskState.InProgress;

    /// <summary>From the steps by weight. Without steps the figure says how far the task is, and a typed percent stays.</summary>
    private void ComputeProgress()
    {
        if (Steps.Count > 0)
        {
            Progress = Steps.Sum(s => s.Progress * s.Weight) / Steps.Sum(s => s.Weight);
        }
        else if (Measure.Kind == MeasureKind.Number)
        {
            Progress = Reading.ProgressAt(Measure, Value ?? 0);
        }
    }

    private TaskChange Record(Occasion occasion, TaskChangeKind kind, string? subject, string? from, string? to, string? reason)
    {
        Touch(occasion.Thresholds, occasion.Time);
        return new TaskChange(this, occasion.Time, occasion.Who, kind, subject, from, to, reason);
    }

    private void Touch(LightThresholds thresholds, DateTime time)
    {
        Version++;
        (YellowOn, RedOn) = LightRule.DaysOf(State, Progress, Start, Due, thresholds);

        // The event tells the whole state: of several changes in one save only the last is worth sending.
        ClearDistributedEvents();
        AddDistributedEvent(Snapshot(time));
    }

    private CountyTaskChangedEto Snapshot(DateTime time) => new()
    {
        CountyId = TenantId ?? throw new InvalidOperationException($"Task {Id} belongs to no county."),
        TaskId = Id,
        Version = Version,
        PlanId = PlanId,
        PlanItemId = PlanItemId,
        State = State,
        Progress = Progress,
        Start = Start,
        Due = Due,
        Weight = Weight,
        YellowOn = YellowOn,
        RedOn = RedOn,
        IssuerOrganisationId = IssuerOrganisationId,
        PersonName = PersonName,
        ClaimedAt = State == TaskState.Claimed ? ClaimedAt : null,
        Extension = Extensions.Find(e => e.State == ExtensionState.Asked) is { } asked
            ? new WaitingExtension(asked.Id, asked.NewDue, asked.AskedAt)
            : null,
        Steps = [.. Steps.Where(s => s.PlanItemId is not null).Select(s => new StepProgress(s.PlanItemId!.Value, s.Progress))],
        Time = time,
    };

    private static string? Remarks(params string?[] remarks)
    {
        var said = remarks.Where(r => !string.IsNullOrWhiteSpace(r)).Select(r => r!.Trim()).ToList();
        return said.Count == 0 ? null : string.Join('\n', said);
    }
}
