using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Programme.Lights;

/// <summary>
/// Tasks keep the days on which they change colour. When a county's thresholds are no longer those with which its days were computed,
/// the days of all its open tasks are computed anew; the city's chart follows by event. Asked when the application starts.
/// </summary>
internal sealed class LightRecomputation(
    IRepository<CountyTask, Guid> tasks, LightThresholdReader thresholds, IDirectoryIntegrationService directory, ISettingManager settings,
    ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager, IClock clock)
    : ITransientDependency
{
    public async Task RunAsync()
    {
        foreach (var county in await ReadCountiesAsync())
        {
            using (currentTenant.Change(county.Id, county.Name))
            {
                await RecomputeCountyAsync(county.Id);
            }
        }
    }

    private async Task<IReadOnlyList<CountyInfo>> ReadCountiesAsync()
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true);
        var counties = await directory.GetCountiesAsync();
        await unitOfWork.CompleteAsync();
        return counties;
    }

    private async Task RecomputeCountyAsync(Guid countyId)
    {
        var current = await thresholds.GetAsync();
        var applied = await settings.GetOrNullAsync(
            ProgrammeSettings.AppliedLightThresholds, TenantSettingValueProvider.ProviderName, countyId.ToString(), fallback: false);
        if (applied == current.ToString())
        {
            return;
        }

        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            foreach (var task in await (await tasks.WithDetailsAsync()).Where(t => t.State != TaskState.Done).ToListAsync())
            {
                task.RecomputeLight(current, clock.Now);
            }

            await unitOfWork.CompleteAsync();
        }

        await settings.SetForTenantAsync(countyId, ProgrammeSettings.AppliedLightThresholds, current.ToString());
    }
}
