using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Verification;

/// <summary>
/// The city's way into a county for one task. The task must be on the city's own chart; the county's record names it, and says why.
/// </summary>
internal sealed class CountyVisitor(
    IRepository<WallChartCell, Guid> cells, IRepository<PlanItem, Guid> items, ICountyVisits visits, IStringLocalizer<ProgrammeResource> texts)
    : ITransientDependency
{
    /// <summary>Looks at a task in the county; <paramref name="plainPurpose"/> names a text that stands in where the visitor says nothing.</summary>
    public async Task<T> VisitAsync<T>(Guid countyId, Guid taskId, string? purpose, string plainPurpose, Func<Task<T>> look)
    {
        var subject = await DescribeAsync(countyId, taskId);
        using (await visits.EnterAsync(countyId, string.IsNullOrWhiteSpace(purpose) ? texts["Purpose:" + plainPurpose] : purpose.Trim(), subject))
        {
            return await look();
        }
    }

    private async Task<string> DescribeAsync(Guid countyId, Guid taskId)
    {
        var subjects =
            from cell in await cells.GetQueryableAsync()
            join item in await items.GetQueryableAsync() on cell.PlanItemId equals item.Id
            where cell.CountyId == countyId && cell.TaskId == taskId
            select item.Number + " " + item.Title;
        return await subjects.SingleOrDefaultAsync() ?? throw new EntityNotFoundException(typeof(CountyTask), taskId);
    }
}
