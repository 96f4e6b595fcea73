using DoubleReductionGov.Programme.Lights;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>One task with all that belongs to it, and its history; in the current tenant, for the county itself and for a visiting city.</summary>
internal sealed class TaskReader(
    IRepository<CountyTask, Guid> tasks,
    IRepository<TaskChange, Guid> changes,
    IReferenceDate referenceDate,
    LightThresholdReader thresholds) : ITransientDependency
{
    public async Task<TaskDto> ReadAsync(CountyTask task)
    {
        var today = await referenceDate.GetAsync();
        var current = await thresholds.GetAsync();
        return ToDto(task, await PredecessorsAsync(task), today, current);
    }

    /// <summary>The task is looked up first, so that the history of a task that one may not see is not found either.</summary>
    public async Task<PagedResultDto<ChangeDto>> HistoryAsync(Guid taskId, PagedResultRequestDto page)
    {
        await tasks.GetAsync(taskId, includeDetails: false);
        var lines = (await changes.GetQueryableAsync()).Where(c => c.TaskId == taskId);
        var total = await lines.CountAsync();
        var items = await lines
            .OrderByDescending(c => c.Version)
            .Skip(page.SkipCount).Take(page.MaxResultCount)
            .Select(c => new ChangeDto(c.Id, c.Time, c.Who, c.Organisation, c.Kind, c.From, c.To, c.Reason, c.Subject))
            .ToListAsync();
        return new PagedResultDto<ChangeDto>(total, items);
    }

    private async Task<IReadOnlyList<PredecessorDto>> PredecessorsAsync(CountyTask task)
    {
        if (task.Predecessors.Count == 0)
        {
            return [];
        }

        var ofPlan = (await tasks.GetQueryableAsync()).Where(t => t.PlanId == task.PlanId);
        var found = await ofPlan
            .Where(t => task.Predecessors.Contains(t.Number))
            .Select(t => new PredecessorDto(t.Id, t.Number, t.Title, t.State))
            .ToListAsync();
        var steps = await ofPlan
            .SelectMany(t => t.Steps)
            .Where(s => task.Predecessors.Contains(s.Number))
            .Select(s => new { s.Number, s.Title, s.Progress })
            .ToListAsync();
        found.AddRange(steps.Select(s => new PredecessorDto(null, s.Number, s.Title, s.Progress == 100 ? TaskState.Done : TaskState.InProgress)));
        return [.. found.OrderBy(p => task.Predecessors.IndexOf(p.Number))];
    }

    private static TaskDto ToDto(CountyTask task, IReadOnlyList<PredecessorDto> predecessors, DateOnly today, LightThresholds thresholds)
    {
        var reason = LightRule.Explain(task.State, task.Progress, task.Start, task.Due, thresholds, today);
        return new TaskDto(
            task.Id, task.PlanId, task.PlanTitle, task.PlanDocument, task.Number, task.Section, task.Title, task.Source, task.IssuerName,
            task.State, reason.Light, reason, task.Progress, reason.Planned, task.Start, task.Due, task.OriginalDue, task.Weight, task.LeadName,
            [.. task.Departments.Where(d => !d.IsLead).OrderBy(d => d.Position).Select(d => new OrganisationReference(d.OrganisationId, d.Name))],
            task.PersonId, task.PersonName, MeasureDto.From(task.Measure)!, task.Value,
            task.Steps.Count, task.Steps.Count(s => s.Progress == 100), task.Extensions.Exists(e => e.State == ExtensionState.Asked),
            [.. task.Steps.OrderBy(s => s.Position).Select(s => ToDto(s, today, thresholds))],
            [.. task.Evidence.OrderBy(e => e.UploadedAt).Select(e =>
                new EvidenceDto(e.Id, e.StepId, e.FileName, e.ContentType, e.Size, e.UploadedBy, e.UploadedAt))],
            [.. task.Extensions.OrderByDescending(e => e.AskedAt).Select(e => new ExtensionDto(
                e.Id, e.OldDue, e.NewDue, e.Reason, e.State, e.AskedBy, e.AskedAt, e.DecidedBy, e.DecidedAt, e.DecisionReason))],
            predecessors, task.ClaimedBy, task.ClaimedAt, task.VerifiedBy, task.VerifiedAt, task.ReturnReason, task.ConcurrencyStamp);
    }

    private static StepDto ToDto(TaskStep step, DateOnly today, LightThresholds thresholds)
    {
        var reason = LightRule.Explain(step.State, step.Progress, step.Start, step.Due, thresholds, today);
        return new StepDto(
            step.Id, step.Number, step.Title, step.PersonId, step.PersonName, step.Start, step.Due, step.Weight, step.Progress, step.Value,
            MeasureDto.From(step.Measure), reason.Light, reason.Planned, step.FromPlan, step.CompletedAt);
    }
}
