using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Auditing;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>A plan of the city: draft, approved, published. After approval nothing in it changes.</summary>
[Audited]
internal sealed class Plan : AuditedAggregateRoot<Guid>, IMultiTenant
{
    private Plan()
    {
    }

    public Plan(Guid id, PlanFile file, PlanPeople people, IGuidGenerator guids)
        : base(id)
    {
        Code = file.Code;
        Title = file.Title;
        Year = file.Year;
        Document = file.Document;
        Start = file.Start;
        Due = file.Due;
        foreach (var task in file.Tasks)
        {
            var item = new PlanItem(guids.Create(), this, null, Items.Count, task, people);
            Items.Add(item);
            foreach (var step in task.Steps)
            {
                Items.Add(new PlanItem(guids.Create(), this, item, Items.Count, step, people));
            }
        }
    }

    /// <summary>Always null: plans are the city's, and the tenant filter keeps them there.</summary>
    public Guid? TenantId { get; private set; }

    public string Code { get; private set; } = null!;

    public string Title { get; private set; } = null!;

    public int Year { get; private set; }

    public string Document { get; private set; } = null!;

    public DateOnly Start { get; private set; }

    public DateOnly Due { get; private set; }

    public PlanState State { get; private set; }

    public Guid? ApprovedById { get; private set; }

    public string? ApprovedBy { get; private set; }

    public DateTime? ApprovedAt { get; private set; }

    public Guid? PublishedById { get; private set; }

    public string? PublishedBy { get; private set; }

    public DateTime? PublishedAt { get; private set; }

    /// <summary>To how many counties the plan was issued.</summary>
    public int IssuedCountyCount { get; private set; }

    /// <summary>Grows with every change, so that the concurrency stamp changes also when only an item did.</summary>
    public long Version { get; private set; }

    public List<PlanItem> Items { get; private set; } = [];

    public void EnsureDraft()
    {
        if (State != PlanState.Draft)
        {
            throw new BusinessException(ProgrammeErrors.PlanIsNotDraft).WithData("title", Title).WithData("state", State);
        }
    }

    public void EnsureApproved()
    {
        if (State != PlanState.Approved)
        {
            throw new BusinessException(ProgrammeErrors.PlanIsNotApproved).WithData("title", Title).WithData("state", State);
        }
    }

    public void ChangeItem(Guid itemId, PlanItemContent content)
    {
        EnsureDraft();
        var item = Items.Find(i => i.Id == itemId) ?? throw new EntityNotFoundException(typeof(PlanItem), itemId);
        ItemRules.EnsureWeight(content.Weight);
        var parent = Items.Find(i => i.Id == item.ParentId);
        ItemRules.EnsureDates(item.Number, content.Start, content.Due, parent?.Start ?? Start, parent?.Due ?? Due);
        foreach (var step in StepsOf(item))
        {
            ItemRules.EnsureDates(step.Number, step.Start, step.Due, content.Start, content.Due);
        }

        item.Change(content);
        Version++;
    }

    /// <summary>Names the person on every leaf of a department that lacks one; TASK-02 asks for a person, not a department only.</summary>
    public void AssignPeople(IReadOnlyCollection<PersonInfo> people)
    {
        EnsureDraft();

        foreach (var item in Items.Where(i => i.IsLeaf && i.PersonId is null))
        {
            if (people.FirstOrDefault(p => p.OrganisationId == item.Lead?.Id) is { } person)
            {
                item.Name(person);
            }
        }

        Version++;
    }

    /// <summary>Every leaf has a lead, a person, dates and a measure; weights add up.</summary>
    public void Approve(Actor who, DateTime time)
    {
        EnsureDraft();
        var missing = Missing();
        if (missing.Count > 0)
        {
            throw new BusinessException(ProgrammeErrors.PlanIsIncomplete)
                .WithData("count", missing.Count).WithData("missing", string.Join('、', missing.Select(m => m.Number)));
        }

        EnsureWeights();

        State = PlanState.Approved;
        ApprovedById = who.UserId;
        ApprovedBy = who.Name;
        ApprovedAt = time;
        Version++;
    }

    /// <summary>
    /// Issues to each county its tasks (TASK-07). Whether the counties have the departments was asked before (<see cref="PlanPublication"/>).
    /// </summary>
    public void Publish(IReadOnlyCollection<CountyInfo> counties, Actor who, DateTime time)
    {
        EnsureApproved();
        if (counties.Count == 0)
        {
            throw new BusinessException(ProgrammeErrors.PlanHasNoCounty);
        }

        State = PlanState.Published;
        PublishedById = who.UserId;
        PublishedBy = who.Name;
        PublishedAt = time;
        IssuedCountyCount = counties.Count;
        Version++;
        foreach (var county in counties)
        {
            AddDistributedEvent(IssueTo(county, who, time));
        }
    }

    public IReadOnlyList<MissingItem> Missing() =>
        [.. InOrder(Items).Select(i => new MissingItem(i.Number, i.Title, i.Missing())).Where(m => m.Missing.Count > 0)];

    public IReadOnlyList<PlanItem> StepsOf(PlanItem task) => [.. InOrder(Items.Where(i => i.ParentId == task.Id))];

    private void EnsureWeights()
    {
        var groups = Items.GroupBy(i => i.ParentId).Select(g => (Parent: Items.Find(i => i.Id == g.Key)?.Number ?? Code, Sum: g.Sum(i => i.Weight)));
        foreach (var (parent, sum) in groups.Where(g => g.Sum != ItemRules.TotalWeight))
        {
            throw new BusinessException(ProgrammeErrors.WeightsDoNotAddUp).WithData("number", parent).WithData("sum", sum);
        }
    }

    private PlanPublishedEto IssueTo(CountyInfo county, Actor who, DateTime time) => new()
    {
        TenantId = county.Id,
        PlanId = Id,
        PlanTitle = Title,
        PlanDocument = Document,
        PublishedBy = who.Name,
        PublishedByOrganisation = who.Organisation,
        Time = time,
        Tasks = [.. InOrder(Items.Where(i => i.ParentId is null && i.Concerns(county.Code))).Select(task => task.IssueTo(county.Code, StepsOf(task)))],
    };

    private static IOrderedEnumerable<PlanItem> InOrder(IEnumerable<PlanItem> items) => items.OrderBy(i => i.Position);
}
