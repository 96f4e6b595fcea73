using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory.Counties;

[Authorize(DirectoryPermissions.EnterCounty)]
public sealed class CountyAppService : ApplicationService
{
    private IRepository<County, Guid> Counties => LazyServiceProvider.LazyGetRequiredService<IRepository<County, Guid>>();

    public async Task<ListResultDto<CountyDto>> GetListAsync()
    {
        var counties = await Counties.GetQueryableAsync();
        return new ListResultDto<CountyDto>(await counties
            .Where(c => c.IsActive)
            .OrderBy(c => c.DisplayOrder).ThenBy(c => c.Code)
            .Select(c => new CountyDto(c.Id, c.Code, c.Name))
            .ToListAsync());
    }
}
