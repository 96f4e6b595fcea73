using DoubleReductionGov.Programme.Notices;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.WallChart;

/// <summary>Brings a county's change onto the city's wall chart.</summary>
internal sealed class CountyTaskChangedHandler(
    IRepository<WallChartCell, Guid> cells, WaitingNotices notices, IGuidGenerator guids, ICurrentTenant currentTenant)
    : IDistributedEventHandler<CountyTaskChangedEto>, ITransientDependency
{
    public async Task HandleEventAsync(CountyTaskChangedEto eventData)
    {
        using (currentTenant.Change(null))
        {
            var cell = await cells.FindAsync(c => c.CountyId == eventData.CountyId && c.PlanItemId == eventData.PlanItemId);
            if (cell is null)
            {
                await cells.InsertAsync(new WallChartCell(guids.Create(), eventData), autoSave: true);
                return;
            }

            var (claimed, extension) = (cell.ClaimedAt, cell.ExtensionId);
            cell.Apply(eventData);
            await cells.UpdateAsync(cell, autoSave: true);
            await notices.TellAsync(cell, claimed, extension);
        }
    }
}
