using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Timeline;

/// <summary>A county's own timetable: its tasks of one plan, each with its steps below it.</summary>
internal sealed class CountyTimeline(IRepository<CountyTask, Guid> tasks, IReferenceDate referenceDate, LightThresholdReader thresholds) : ITransientDependency
{
    public async Task<TimelineDto> GetAsync(Guid? planId)
    {
        var today = await referenceDate.GetAsync();
        var query = (await tasks.GetQueryableAsync()).AsNoTracking();
        var chosen = planId ?? await query.OrderByDescending(t => t.CreationTime).Select(t => (Guid?)t.PlanId).FirstOrDefaultAsync();
        var found = await query.Where(t => t.PlanId == chosen).Include(t => t.Steps).OrderBy(t => t.Position).ToListAsync();
        if (found.Count == 0)
        {
            return new TimelineDto(today, null, null, null, []);
        }

        var current = await thresholds.GetAsync();
        var ids = found.SelectMany(t => t.Steps.Select(s => (s.Number, s.Id)).Prepend((t.Number, t.Id)))
            .GroupBy(item => item.Number, item => item.Id)
            .ToDictionary(g => g.Key, g => g.First());
        return new TimelineDto(
            today, found[0].PlanTitle, found.Min(t => t.Start), found.Max(t => t.Due),
            [.. found.SelectMany(t => t.Steps.OrderBy(s => s.Position).Select(s => ToRow(t, s)).Prepend(ToRow(t)))]);

        TimelineRow ToRow(CountyTask task, TaskStep? step = null)
        {
            var (id, number, title, person, start, due, progress, state, after) = step is null
                ? (task.Id, task.Number, task.Title, task.PersonName, task.Start, task.Due, task.Progress, task.State, task.Predecessors)
                : (step.Id, step.Number, step.Title, step.PersonName, step.Start, step.Due, step.Progress, step.State, step.Predecessors);
            var reason = LightRule.Explain(state, progress, start, due, current, today);
            return new TimelineRow(
                id, step is null ? null : task.Id, number, task.Section, title, person, start, due,
                step is null && task.OriginalDue != task.Due ? task.OriginalDue : null, progress, reason.Planned, reason.Light, state,
                [.. after.Where(ids.ContainsKey).Select(n => ids[n])]);
        }
    }
}
