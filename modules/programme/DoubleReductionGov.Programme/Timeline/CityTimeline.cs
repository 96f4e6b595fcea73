using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Timeline;

/// <summary>The city's timetable: the items of a plan, each as far as the counties are on average.</summary>
internal sealed class CityTimeline(
    IRepository<Plan, Guid> plans,
    IRepository<WallChartCell, Guid> cells,
    PublishedPlans publishedPlans,
    IReferenceDate referenceDate,
    LightThresholdReader thresholds) : ITransientDependency
{
    public async Task<TimelineDto> GetAsync(Guid? planId)
    {
        var today = await referenceDate.GetAsync();
        if (PublishedPlans.Choose(await publishedPlans.GetAsync(), planId) is not { } chosen)
        {
            return new TimelineDto(today, null, null, null, []);
        }

        var plan = await plans.GetAsync(chosen.Id);
        var ofPlan = await (await cells.GetQueryableAsync()).AsNoTracking().Where(c => c.PlanId == plan.Id).ToListAsync();
        var averages = Averages(ofPlan);
        var current = await thresholds.GetAsync();
        var ids = plan.Items.ToDictionary(i => i.Number, i => i.Id);
        return new TimelineDto(today, plan.Title, plan.Start, plan.Due, [.. plan.Items.OrderBy(i => i.Position).Select(ToRow)]);

        TimelineRow ToRow(PlanItem item)
        {
            var progress = averages.GetValueOrDefault(item.Id);
            var (start, due) = (item.Start ?? plan.Start, item.Due ?? plan.Due);
            var state = progress switch { 0 => TaskState.NotStarted, 100 => TaskState.Done, _ => TaskState.InProgress };
            var reason = LightRule.Explain(state, progress, start, due, current, today);
            return new TimelineRow(
                item.Id, item.ParentId, item.Number, item.Section, item.Title, item.PersonName, start, due, null, progress, reason.Planned, reason.Light,
                null, [.. item.Predecessors.Where(ids.ContainsKey).Select(n => ids[n])]);
        }
    }

    /// <summary>Progress of each task and step over the counties that have it.</summary>
    private static Dictionary<Guid, int> Averages(List<WallChartCell> cells) => cells
        .SelectMany(c => c.Steps.Append(new StepProgress(c.PlanItemId, c.Progress)))
        .GroupBy(p => p.PlanItemId)
        .ToDictionary(g => g.Key, g => g.Sum(p => p.Progress) / g.Count());
}
