using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Notices;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Guids;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>A plan arrives in a county: creates the tasks that are not there yet, so that the event may come twice.</summary>
internal sealed class PlanPublishedHandler(
    IRepository<CountyTask, Guid> tasks,
    IRepository<TaskChange, Guid> changes,
    IDirectoryIntegrationService directory,
    LightThresholdReader thresholds,
    TaskNotices notices,
    IGuidGenerator guids) : IDistributedEventHandler<PlanPublishedEto>, ITransientDependency
{
    public async Task HandleEventAsync(PlanPublishedEto eventData)
    {
        var there = (await (await tasks.GetQueryableAsync()).Where(t => t.PlanId == eventData.PlanId).Select(t => t.PlanItemId).ToListAsync()).ToHashSet();
        var organisations = (await directory.GetOrganisationsAsync()).ToDictionary(o => o.Code);
        var current = await thresholds.GetAsync();
        var issued = eventData.Tasks.Where(t => !there.Contains(t.PlanItemId)).ToList();
        foreach (var published in issued)
        {
            // Publication refused counties without these departments; should one have gone since, the event waits for it and is tried again.
            var lead = organisations[published.LeadCode];
            var support = published.SupportCodes.Select(code => organisations[code]);
            var task = new CountyTask(guids.Create(), eventData, published, lead, support, current, guids);
            await tasks.InsertAsync(task);
            await changes.InsertAsync(task.Issued(eventData));
        }

        await notices.TellIssuedAsync(eventData, issued, organisations);
    }
}
