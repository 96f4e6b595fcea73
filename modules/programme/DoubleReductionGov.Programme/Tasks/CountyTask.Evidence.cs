using DoubleReductionGov.Programme.Evidence;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Programme.Tasks;

internal sealed partial class CountyTask
{
    /// <summary>The file was checked before (<see cref="EvidenceFile"/>); its content is stored beside the row.</summary>
    public TaskChange AddEvidence(Guid id, Guid? stepId, EvidenceFile file, Occasion occasion)
    {
        EnsureOpen();
        var step = stepId is { } ofStep ? Step(ofStep) : null;

        Evidence.Add(new TaskEvidence(id, this, stepId, file, occasion));
        return Record(occasion, TaskChangeKind.EvidenceAdded, step?.Label, null, file.Name, null);
    }

    public TaskChange RemoveEvidence(Guid evidenceId, Occasion occasion)
    {
        EnsureOpen();
        var evidence = FindEvidence(evidenceId);

        Evidence.Remove(evidence);
        return Record(occasion, TaskChangeKind.EvidenceRemoved, Steps.Find(s => s.Id == evidence.StepId)?.Label, evidence.FileName, null, null);
    }

    public TaskEvidence FindEvidence(Guid evidenceId) =>
        Evidence.Find(e => e.Id == evidenceId) ?? throw new EntityNotFoundException(typeof(TaskEvidence), evidenceId);
}
