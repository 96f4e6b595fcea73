using DoubleReductionGov.Directory;
using DoubleReductionGov.Notices;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Programme.Notices;

/// <summary>Tells the people of a county what happened to their tasks.</summary>
internal sealed class TaskNotices(INoticeSender notices, IDirectoryIntegrationService directory) : ITransientDependency
{
    /// <summary>Nobody is told of what he did himself.</summary>
    public async Task TellAsync(CountyTask task, TaskChange change)
    {
        if (NameOf(change.Kind) is not { } name || task.PersonId is not { } personId)
        {
            return;
        }

        if (await directory.FindPersonAsync(personId) is { UserId: { } userId } && userId != change.UserId)
        {
            var values = new Dictionary<string, string>
            {
                ["number"] = task.Number, ["title"] = task.Title, ["who"] = change.Who, ["due"] = task.Due.ToString("O"), ["reason"] = change.Reason ?? "",
            };
            await notices.SendAsync(new NoticeToSend(name, values, $"/tasks/{task.Id}"), [userId]);
        }
    }

    /// <summary>Each department learns which of the issued tasks it leads.</summary>
    public async Task TellIssuedAsync(PlanPublishedEto plan, IReadOnlyCollection<PublishedTask> issued, IReadOnlyDictionary<string, OrganisationInfo> organisations)
    {
        var people = (await directory.GetPeopleAsync()).Where(p => p.UserId is not null).ToLookup(p => p.OrganisationId, p => p.UserId!.Value);
        foreach (var tasks in issued.GroupBy(t => organisations[t.LeadCode]))
        {
            var values = new Dictionary<string, string> { ["plan"] = plan.PlanTitle, ["count"] = $"{tasks.Count()}", ["organisation"] = tasks.Key.ShortName };
            await notices.SendAsync(new NoticeToSend(ProgrammeNotices.TasksIssued, values, "/workbench"), people[tasks.Key.Id]);
        }
    }

    private static string? NameOf(TaskChangeKind kind) => kind switch
    {
        TaskChangeKind.PersonAssigned => ProgrammeNotices.TaskAssigned,
        TaskChangeKind.Verified => ProgrammeNotices.TaskVerified,
        TaskChangeKind.Returned => ProgrammeNotices.TaskReturned,
        TaskChangeKind.ExtensionGranted => ProgrammeNotices.ExtensionGranted,
        TaskChangeKind.ExtensionRefused => ProgrammeNotices.ExtensionRefused,
        _ => null,
    };
}
