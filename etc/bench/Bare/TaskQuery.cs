using Microsoft.EntityFrameworkCore;

namespace DoubleReductionGov.Bench.Bare;

/// <summary>The query of the product's task list without filters: worst light first, then due date.</summary>
internal static class TaskQuery
{
    public static async Task<TaskPage> GetAsync(BareContext context, Guid? county, DateOnly today, int skip, int take)
    {
        var query = context.Tasks.Where(t => t.TenantId == county);
        var total = await query.CountAsync();
        var page = Sort(query, today).Skip(skip).Take(take).Select(t => t.Id);
        var rows = await Sort(page.Join(context.Tasks.Where(t => t.TenantId == county), id => id, t => t.Id, (_, t) => t), today)
            .Select(t => new
            {
                t.Id, t.PlanId, t.PlanTitle, t.Number, t.Title, t.Source, t.State, t.YellowOn, t.RedOn, t.Progress, t.Start, t.Due, t.OriginalDue,
                t.Weight, t.LeadName, t.PersonId, t.PersonName, t.Measure, t.Value,
                StepCount = t.Steps.Count,
                StepsDone = t.Steps.Count(s => s.Progress == 100),
                WaitingExtension = t.Extensions.Any(e => e.State == ExtensionState.Asked),
            })
            .ToListAsync();
        return new TaskPage(total, rows.ConvertAll(t => new TaskItem(
            t.Id, t.PlanId, t.PlanTitle, t.Number, t.Title, t.Source, t.State, LightOn(today, t.YellowOn, t.RedOn, t.State),
            t.Progress, Planned(today, t.Start, t.Due), t.Start, t.Due, t.OriginalDue, t.Weight, t.LeadName, t.PersonId, t.PersonName,
            new MeasureItem(t.Measure.Kind, t.Measure.Text, t.Measure.Target, t.Measure.Unit, null), t.Value, t.StepCount, t.StepsDone, t.WaitingExtension)));
    }

    private static IQueryable<CountyTask> Sort(IQueryable<CountyTask> query, DateOnly today) => query
        .OrderBy(t => t.RedOn <= today ? 0 : t.YellowOn <= today ? 1 : t.State == TaskState.NotStarted ? 2 : t.State == TaskState.Done ? 4 : 3)
        .ThenBy(t => t.Due).ThenBy(t => t.PlanId).ThenBy(t => t.Position);

    private static Light LightOn(DateOnly today, DateOnly? yellowOn, DateOnly? redOn, TaskState state) =>
        redOn <= today ? Light.Red : yellowOn <= today ? Light.Yellow : state == TaskState.NotStarted ? Light.Grey : Light.Green;

    private static int Planned(DateOnly today, DateOnly start, DateOnly due) =>
        today >= due ? 100 : today <= start ? 0 : 100 * (today.DayNumber - start.DayNumber) / (due.DayNumber - start.DayNumber);
}

internal sealed record TaskPage(long TotalCount, IReadOnlyList<TaskItem> Items);

internal sealed record TaskItem(
    Guid Id, Guid PlanId, string PlanTitle, string Number, string Title, string Source, TaskState State, Light Light,
    int Progress, int Planned, DateOnly Start, DateOnly Due, DateOnly OriginalDue, int Weight, string LeadName, Guid? PersonId, string? PersonName,
    MeasureItem Measure, decimal? Value, int StepCount, int StepsDone, bool WaitingExtension);

internal sealed record MeasureItem(MeasureKind Kind, string Text, decimal? Target, string? Unit, IReadOnlyDictionary<string, decimal>? Shares);
