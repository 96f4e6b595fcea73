using DoubleReductionGov.Directory;
using DoubleReductionGov.Notices;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Notices;

/// <summary>Tells the city's issuing department that a county waits for it.</summary>
internal sealed class WaitingNotices(INoticeSender notices, IDirectoryIntegrationService directory, IRepository<PlanItem, Guid> items) : ITransientDependency
{
    /// <summary>To be called on the city's side, with what waited before the cell took the newest event.</summary>
    public async Task TellAsync(WallChartCell cell, DateTime? claimedBefore, Guid? extensionBefore)
    {
        if (cell.ClaimedAt is not null && cell.ClaimedAt != claimedBefore)
        {
            await TellAsync(ProgrammeNotices.ClaimWaits, cell);
        }

        if (cell.ExtensionId is not null && cell.ExtensionId != extensionBefore)
        {
            await TellAsync(ProgrammeNotices.ExtensionWaits, cell);
        }
    }

    private async Task TellAsync(string name, WallChartCell cell)
    {
        var receivers = (await directory.GetPeopleAsync()).Where(p => p.OrganisationId == cell.IssuerOrganisationId).Select(p => p.UserId).OfType<Guid>().ToList();
        if (receivers.Count == 0)
        {
            return;
        }

        var county = (await directory.GetCountiesAsync()).FirstOrDefault(c => c.Id == cell.CountyId);
        var item = await (await items.GetQueryableAsync()).Where(i => i.Id == cell.PlanItemId).Select(i => new { i.Number, i.Title }).FirstOrDefaultAsync();
        var values = new Dictionary<string, string>
        {
            ["county"] = county?.Name ?? "", ["number"] = item?.Number ?? "", ["title"] = item?.Title ?? "", ["newDue"] = cell.ExtensionNewDue?.ToString("O") ?? "",
        };
        await notices.SendAsync(new NoticeToSend(name, values, "/verifications"), receivers);
    }
}
