using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Directory.Counties;

internal sealed class CountyRegister(IRepository<County, Guid> counties) : ICountyRegister, ITransientDependency
{
    public async Task<IReadOnlyList<RegisteredCounty>> GetListAsync(IReadOnlyCollection<Guid> ids) =>
        await (await counties.GetQueryableAsync()).Where(c => ids.Contains(c.Id)).Select(c => new RegisteredCounty(c.Id, c.Code, c.Name, c.IsActive)).ToListAsync();

    public async Task AddAsync(Guid tenantId, string code, string name)
    {
        if (await counties.FindAsync(c => c.Code == code) is not null)
        {
            throw new BusinessException(DirectoryErrors.CountyCodeExists).WithData("code", code);
        }

        var last = await (await counties.GetQueryableAsync()).MaxAsync(c => (int?)c.DisplayOrder);
        var county = new County(tenantId, code, name, (last ?? -1) + 1);
        county.Deactivate();
        await counties.InsertAsync(county, autoSave: true);
    }

    public async Task RenameAsync(Guid id, string name)
    {
        var county = await counties.GetAsync(id);
        county.Rename(name);
        await counties.UpdateAsync(county, autoSave: true);
    }

    public async Task SetActiveAsync(Guid id, bool isActive)
    {
        var county = await counties.GetAsync(id);
        if (isActive)
        {
            county.Activate();
        }
        else
        {
            county.Deactivate();
        }

        await counties.UpdateAsync(county, autoSave: true);
    }
}
