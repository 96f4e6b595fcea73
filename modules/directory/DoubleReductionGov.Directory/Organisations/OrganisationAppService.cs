using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory.Organisations;

[Authorize(DirectoryPermissions.Organisations)]
public sealed class OrganisationAppService : ApplicationService
{
    private IRepository<Organisation, Guid> Organisations => LazyServiceProvider.LazyGetRequiredService<IRepository<Organisation, Guid>>();

    public async Task<ListResultDto<OrganisationDto>> GetListAsync()
    {
        var organisations = await Organisations.GetQueryableAsync();
        return new ListResultDto<OrganisationDto>(await organisations
            .OrderBy(o => o.DisplayOrder).ThenBy(o => o.Code)
            .Select(o => new OrganisationDto(o.Id, o.Code, o.Name, o.ShortName))
            .ToListAsync());
    }
}
