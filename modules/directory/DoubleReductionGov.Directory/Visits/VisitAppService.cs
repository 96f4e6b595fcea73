using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory.Visits;

[Authorize(DirectoryPermissions.Visits)]
public sealed class VisitAppService : ApplicationService
{
    private IRepository<CountyVisit, Guid> Visits => LazyServiceProvider.LazyGetRequiredService<IRepository<CountyVisit, Guid>>();

    /// <summary>Newest first.</summary>
    public async Task<PagedResultDto<VisitDto>> GetListAsync(PagedResultRequestDto input)
    {
        var visits = await Visits.GetQueryableAsync();
        var page = await visits
            .OrderByDescending(v => v.Time).ThenByDescending(v => v.Id)
            .Skip(input.SkipCount).Take(input.MaxResultCount)
            .Select(v => new VisitDto(v.Id, v.VisitorName, v.VisitorOrganisation, v.Time, v.Purpose, v.Subject))
            .ToListAsync();
        return new PagedResultDto<VisitDto>(await visits.LongCountAsync(), page);
    }
}
