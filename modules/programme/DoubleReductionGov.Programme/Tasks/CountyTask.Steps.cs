using DoubleReductionGov.Directory;
using Volo.Abp;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Programme.Tasks;

internal sealed partial class CountyTask
{
    /// <summary>The county breaks the task down further; the step's number continues those that exist.</summary>
    public TaskChange AddStep(Guid id, string title, PersonInfo person, DateOnly start, DateOnly due, int weight, Occasion occasion)
    {
        EnsureOpen();
        EnsureStep(title, start, due, weight);

        var before = Progress;
        var position = Steps.Count == 0 ? 0 : Steps.Max(s => s.Position) + 1;
        var step = new TaskStep(id, this, NextStepNumber(), position, title, person, start, due, weight);
        Steps.Add(step);
        ComputeProgress();
        return Record(occasion, TaskChangeKind.StepAdded, step.Label, $"{before}%", $"{Progress}%", null);
    }

    /// <summary>Of a step that came with the plan only the person changes.</summary>
    public TaskChange ChangeStep(Guid stepId, string title, PersonInfo person, DateOnly start, DateOnly due, int weight, Occasion occasion)
    {
        EnsureOpen();
        var step = Step(stepId);
        if (step.FromPlan && !step.IsAs(title, start, due, weight))
        {
            throw new BusinessException(ProgrammeErrors.StepFromPlanIsFixed).WithData("number", step.Number);
        }

        EnsureStep(step.Number, start, due, weight);

        var before = step.Summary;
        step.Change(title, person, start, due, weight);
        ComputeProgress();
        return Record(occasion, TaskChangeKind.StepChanged, step.Label, before, step.Summary, null);
    }

    /// <summary>Evidence of the step stays with the task.</summary>
    public TaskChange RemoveStep(Guid stepId, Occasion occasion)
    {
        EnsureOpen();
        var step = Step(stepId);
        if (step.FromPlan)
        {
            throw new BusinessException(ProgrammeErrors.StepFromPlanIsFixed).WithData("number", step.Number);
        }

        var before = Progress;
        Steps.Remove(step);
        Evidence.FindAll(e => e.StepId == stepId).ForEach(e => e.MoveToTask());
        ComputeProgress();
        return Record(occasion, TaskChangeKind.StepRemoved, step.Label, $"{before}%", $"{Progress}%", null);
    }

    /// <summary>Progress of a step. A step without a person of its own is in the hands of the task's person.</summary>
    public TaskChange RecordStepProgress(Guid stepId, int? progress, decimal? value, string? note, string? reason, Occasion occasion)
    {
        EnsureOpen();
        EnsurePerson();
        var step = Step(stepId);

        var before = step.Reading;
        step.Record(before.Next(step.Measure, progress, value, reason), occasion.Time);
        ComputeProgress();
        Advance();
        return Record(
            occasion, TaskChangeKind.Progress, step.Label, before.Text(step.Measure), step.Reading.Text(step.Measure), Remarks(reason, note));
    }

    private TaskStep Step(Guid stepId) => Steps.Find(s => s.Id == stepId) ?? throw new EntityNotFoundException(typeof(TaskStep), stepId);

    private void EnsureStep(string name, DateOnly start, DateOnly due, int weight)
    {
        ItemRules.EnsureWeight(weight);
        ItemRules.EnsureDates(name, start, due, Start, Due);
    }

    private string NextStepNumber()
    {
        var prefix = Number + ".";
        var taken = Steps.Select(s => s.Number).Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => int.TryParse(n[prefix.Length..], out var last) ? last : 0);
        return $"{prefix}{taken.DefaultIfEmpty().Max() + 1}";
    }
}
