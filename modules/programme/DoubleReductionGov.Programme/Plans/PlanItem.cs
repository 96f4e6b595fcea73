using DoubleReductionGov.Directory;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>A department of the city as a plan names it.</summary>
internal sealed record PlanDepartment(Guid Id, string Code, string Name);

/// <summary>What may be changed of an item of a draft.</summary>
internal sealed record PlanItemContent(
    string Title, PlanDepartment? Lead, IReadOnlyList<PlanDepartment> Support, PersonInfo? Person, DateOnly? Start, DateOnly? Due, int Weight);

/// <summary>A task of a plan, or a step of a task. Changed only through its plan.</summary>
[Audited]
internal sealed class PlanItem : Entity<Guid>, IMultiTenant
{
    private PlanItem()
    {
    }

    internal PlanItem(Guid id, Plan plan, PlanItem? parent, int position, PlanFileItem file, PlanPeople people)
        : base(id)
    {
        TenantId = plan.TenantId;
        PlanId = plan.Id;
        ParentId = parent?.Id;
        Position = position;
        IsLeaf = file.Steps.Count == 0;
        Section = file.Section;
        Number = file.Number;
        Source = file.Source;
        Measure = file.Measure;
        Shares = file.Shares is null ? null : new Dictionary<string, decimal>(file.Shares);
        Predecessors = [.. file.After];
        Change(new PlanItemContent(
            file.Title, people.Department(file.Lead), [.. file.Support.Select(code => people.Department(code)!)], people.Person(file.Lead, file.Person),
            file.Start, file.Due, file.Weight!.Value));
    }

    public Guid? TenantId { get; private set; }

    public Guid PlanId { get; private set; }

    /// <summary>The task of a step; null: a task.</summary>
    public Guid? ParentId { get; private set; }

    public int Position { get; private set; }

    public bool IsLeaf { get; private set; }

    public string Section { get; private set; } = null!;

    public string Number { get; private set; } = null!;

    public string Title { get; private set; } = null!;

    public string Source { get; private set; } = null!;

    public PlanDepartment? Lead { get; private set; }

    public List<PlanDepartment> Support { get; private set; } = [];

    public Guid? PersonId { get; private set; }

    public string? PersonName { get; private set; }

    public DateOnly? Start { get; private set; }

    public DateOnly? Due { get; private set; }

    public int Weight { get; private set; }

    public Measure? Measure { get; private set; }

    /// <summary>Each county's part of the target by county code; null: every county has the whole target.</summary>
    public Dictionary<string, decimal>? Shares { get; private set; }

    public List<string> Predecessors { get; private set; } = [];

    /// <summary>What approval asks for. The measure is the task's; a step may have one of its own.</summary>
    public IReadOnlyList<MissingPart> Missing()
    {
        var missing = new List<MissingPart>();
        AddIf(IsLeaf && PersonId is null, MissingPart.Person);
        AddIf(Start is null, MissingPart.Start);
        AddIf(Due is null, MissingPart.Due);
        AddIf(Lead is null, MissingPart.Lead);
        AddIf(ParentId is null && Measure is null, MissingPart.Measure);
        return missing;

        void AddIf(bool isMissing, MissingPart part)
        {
            if (isMissing)
            {
                missing.Add(part);
            }
        }
    }

    /// <summary>A county without a part of a shared target has nothing to do there.</summary>
    public bool Concerns(string countyCode) => Shares is null || Shares.GetValueOrDefault(countyCode) > 0;

    internal void Change(PlanItemContent content)
    {
        Title = content.Title.Trim();
        Lead = content.Lead;
        Support = [.. content.Support];
        PersonId = content.Person?.Id;
        PersonName = content.Person?.Name;
        Start = content.Start;
        Due = content.Due;
        Weight = content.Weight;
    }

    internal void Name(PersonInfo person)
    {
        PersonId = person.Id;
        PersonName = person.Name;
    }

    internal PublishedTask IssueTo(string countyCode, IEnumerable<PlanItem> steps) => new(
        Id, Number, Position, Section, Title, Source, Lead!.Id, Lead.Name, Lead.Code, [.. Support.Select(s => s.Code)],
        Start!.Value, Due!.Value, Weight, MeasureOf(countyCode)!, [.. Predecessors],
        [.. steps.Where(s => s.Concerns(countyCode)).Select(s => new PublishedStep(
            s.Id, s.Number, s.Title, s.Start!.Value, s.Due!.Value, s.Weight, s.MeasureOf(countyCode), [.. s.Predecessors]))]);

    private Measure? MeasureOf(string countyCode) => Shares is null ? Measure : Measure! with { Target = Shares[countyCode] };
}
