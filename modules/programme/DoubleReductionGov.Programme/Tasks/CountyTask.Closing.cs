using Volo.Abp;

namespace DoubleReductionGov.Programme.Tasks;

internal sealed partial class CountyTask
{
    public Guid? ClaimedById { get; private set; }

    public string? ClaimedBy { get; private set; }

    public DateTime? ClaimedAt { get; private set; }

    public string? VerifiedBy { get; private set; }

    public DateTime? VerifiedAt { get; private set; }

    /// <summary>Why the last claim was returned; stays until the task is verified.</summary>
    public string? ReturnReason { get; private set; }

    /// <summary>The county says that the task is done: all steps done, the measure reached, the evidence there.</summary>
    public TaskChange Claim(string? note, Occasion occasion)
    {
        EnsureOpen();
        EnsurePerson();
        EnsureStepsDone();
        EnsureMeasureReached();
        if (Measure.Kind == MeasureKind.Evidence && Evidence.Count == 0)
        {
            throw new BusinessException(ProgrammeErrors.EvidenceIsMissing).WithData("measure", Measure.Text);
        }

        State = TaskState.Claimed;
        ClaimedById = occasion.Who.UserId;
        ClaimedBy = occasion.Who.Name;
        ClaimedAt = occasion.Time;
        return Record(occasion, TaskChangeKind.Claimed, null, null, null, Remarks(note));
    }

    /// <summary>The city's department that issued the task finds it done.</summary>
    public TaskChange Verify(string? note, Occasion occasion)
    {
        EnsureClaimed();
        EnsureIssuer(occasion.Who);

        State = TaskState.Done;
        Progress = 100;
        VerifiedBy = occasion.Who.Name;
        VerifiedAt = occasion.Time;
        ReturnReason = null;
        return Record(occasion, TaskChangeKind.Verified, null, null, null, Remarks(note));
    }

    /// <summary>The city's department that issued the task is not convinced and says why.</summary>
    public TaskChange Return(string reason, Occasion occasion)
    {
        EnsureClaimed();
        EnsureIssuer(occasion.Who);
        reason = ItemRules.EnsureReason(reason);

        State = TaskState.Returned;
        ReturnReason = reason;
        return Record(occasion, TaskChangeKind.Returned, null, null, null, reason);
    }

    private void EnsureStepsDone()
    {
        var open = Steps.Where(s => s.Progress < 100).Select(s => s.Number).ToList();
        if (open.Count > 0)
        {
            throw new BusinessException(ProgrammeErrors.TaskHasOpenSteps).WithData("steps", string.Join('、', open));
        }
    }

    private void EnsureMeasureReached()
    {
        var isNumber = Measure.Kind == MeasureKind.Number;
        var (value, target, unit) = isNumber ? (Value ?? 0, Measure.Target!.Value, Measure.Unit) : (Progress, 100, "%");
        if (value < target)
        {
            throw new BusinessException(ProgrammeErrors.MeasureNotReached)
                .WithData("value", ItemRules.Text(value)).WithData("target", ItemRules.Text(target)).WithData("unit", unit ?? "");
        }
    }

    private void EnsureClaimed()
    {
        if (State != TaskState.Claimed)
        {
            throw new BusinessException(ProgrammeErrors.TaskIsNotClaimed).WithData("number", Number).WithData("state", State);
        }
    }

    private void EnsureIssuer(Actor who)
    {
        if (who.OrganisationId != IssuerOrganisationId)
        {
            throw new BusinessException(ProgrammeErrors.NotTheIssuingDepartment).WithData("issuer", IssuerName);
        }
    }
}
