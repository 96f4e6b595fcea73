using DoubleReductionGov.Programme.Extensions;
using Volo.Abp;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Programme.Tasks;

internal sealed partial class CountyTask
{
    /// <summary>The county asks for more time, on the due date at the latest. The original due date stays visible.</summary>
    public TaskChange AskExtension(Guid id, DateOnly newDue, string reason, int maximum, Occasion occasion)
    {
        EnsureOpen();
        reason = ItemRules.EnsureReason(reason);
        if (occasion.Today > Due)
        {
            throw new BusinessException(ProgrammeErrors.ExtensionAfterDue).WithData("due", ItemRules.Text(Due));
        }

        if (newDue <= Due)
        {
            throw new BusinessException(ProgrammeErrors.ExtensionNotLater).WithData("due", ItemRules.Text(Due));
        }

        if (Extensions.Exists(e => e.State == ExtensionState.Asked))
        {
            throw new BusinessException(ProgrammeErrors.ExtensionAlreadyAsked);
        }

        if (Extensions.Count(e => e.State == ExtensionState.Granted) >= maximum)
        {
            throw new BusinessException(ProgrammeErrors.TooManyExtensions).WithData("maximum", maximum);
        }

        Extensions.Add(new TaskExtension(id, this, newDue, reason, occasion));
        return Record(occasion, TaskChangeKind.ExtensionAsked, null, ItemRules.Text(Due), ItemRules.Text(newDue), reason);
    }

    /// <summary>The city's department that issued the task decides; a refusal says why.</summary>
    public TaskChange DecideExtension(Guid extensionId, bool grant, string? reason, Occasion occasion)
    {
        var extension = Extensions.Find(e => e.Id == extensionId) ?? throw new EntityNotFoundException(typeof(TaskExtension), extensionId);
        if (extension.State != ExtensionState.Asked)
        {
            throw new BusinessException(ProgrammeErrors.ExtensionAlreadyDecided);
        }

        EnsureIssuer(occasion.Who);
        reason = grant ? Remarks(reason) : ItemRules.EnsureReason(reason);

        extension.Decide(grant, reason, occasion);
        var before = Due;
        Due = grant ? extension.NewDue : Due;
        return Record(
            occasion, grant ? TaskChangeKind.ExtensionGranted : TaskChangeKind.ExtensionRefused, null,
            ItemRules.Text(before), ItemRules.Text(extension.NewDue), reason);
    }
}
