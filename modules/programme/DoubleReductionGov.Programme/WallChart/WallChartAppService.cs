using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Plans;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.WallChart;

/// <summary>挂图: counties by tasks, with lights. The city reads its own cells; no county is entered.</summary>
[Authorize(ProgrammePermissions.WallChart)]
public sealed class WallChartAppService : ApplicationService
{
    private IRepository<WallChartCell, Guid> Cells => LazyServiceProvider.LazyGetRequiredService<IRepository<WallChartCell, Guid>>();

    private IRepository<PlanItem, Guid> Items => LazyServiceProvider.LazyGetRequiredService<IRepository<PlanItem, Guid>>();

    private IDirectoryIntegrationService Directory => LazyServiceProvider.LazyGetRequiredService<IDirectoryIntegrationService>();

    private IReferenceDate ReferenceDate => LazyServiceProvider.LazyGetRequiredService<IReferenceDate>();

    private PublishedPlans PublishedPlans => LazyServiceProvider.LazyGetRequiredService<PublishedPlans>();

    /// <summary>The chart of a published plan, of the newest by default (TASK-01, TASK-07).</summary>
    public async Task<WallChartDto> GetAsync(Guid? planId = null)
    {
        var today = await ReferenceDate.GetAsync();
        var plans = await PublishedPlans.GetAsync();
        if (PublishedPlans.Choose(plans, planId) is not { } plan)
        {
            return new WallChartDto(today, null, plans, [], [], [], null, new LightCounts(0, 0, 0, 0));
        }

        var cells = await (await Cells.GetQueryableAsync()).AsNoTracking().Where(c => c.PlanId == plan.Id).ToListAsync();
        var shown = cells.ConvertAll(c => ToDto(c, today));
        return new WallChartDto(
            today, plan, plans, await GetCountiesAsync(cells, today), await GetTasksAsync(plan.Id), shown,
            cells.Count == 0 ? null : cells.Max(c => c.ChangedAt),
            new LightCounts(Count(Light.Green), Count(Light.Yellow), Count(Light.Red), Count(Light.Grey)));

        int Count(Light light) => shown.Count(c => c.Light == light);
    }

    private async Task<List<WallChartTask>> GetTasksAsync(Guid planId) => await (await Items.GetQueryableAsync())
        .Where(i => i.PlanId == planId && i.ParentId == null)
        .OrderBy(i => i.Position)
        .Select(i => new WallChartTask(i.Id, i.Number, i.Section, i.Title, i.Lead == null ? null : i.Lead.Name, i.Due, i.Weight))
        .ToListAsync();

    private async Task<List<WallChartCounty>> GetCountiesAsync(List<WallChartCell> cells, DateOnly today)
    {
        var rule = new CountyLight(
            await SettingProvider.GetAsync<int>(ProgrammeSettings.CountyRedShare), await SettingProvider.GetAsync<int>(ProgrammeSettings.CountyYellowShare));
        var ofCounty = cells.ToLookup(c => c.CountyId);
        return [.. (await Directory.GetCountiesAsync()).Select(county => ToDto(county, [.. ofCounty[county.Id]], rule, today))];
    }

    private static WallChartCounty ToDto(CountyInfo county, IReadOnlyCollection<WallChartCell> cells, CountyLight rule, DateOnly today)
    {
        var open = cells.Where(c => c.State != TaskState.Done).Select(c => LightOf(c, today)).ToList();
        return new WallChartCounty(
            county.Id, county.Code, county.Name, CountyLight.ProgressOf(cells), rule.Of([.. cells.Select(c => (LightOf(c, today), c.Weight))]),
            open.Count(l => l == Light.Red), open.Count(l => l == Light.Yellow), open.Count(l => l == Light.Green), open.Count(l => l == Light.Grey),
            cells.Count - open.Count);
    }

    private static WallChartCellDto ToDto(WallChartCell cell, DateOnly today) => new(
        cell.CountyId, cell.PlanItemId, cell.TaskId, LightOf(cell, today), cell.Progress, LightRule.Planned(today, cell.Start, cell.Due), cell.State,
        cell.Due, cell.PersonName);

    private static Light LightOf(WallChartCell cell, DateOnly today) => new LightDays(cell.YellowOn, cell.RedOn).On(today, cell.State);
}
