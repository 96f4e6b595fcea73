using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.Confirmation;
using DoubleReductionGov.Platform.Sorting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.TenantManagement;

namespace DoubleReductionGov.Administration.Counties;

/// <summary>The counties as tenants of the platform, also those that are switched off. City only. A stale stamp is refused with 409.</summary>
[Authorize(AdministrationPermissions.Counties)]
public sealed class CountyAppService : ApplicationService
{
    private static readonly SortFields<Tenant> SortFields =
        new SortFields<Tenant>().Add("name", t => t.NormalizedName).Add("creationTime", t => t.CreationTime);

    private IRepository<Tenant, Guid> Tenants => LazyServiceProvider.LazyGetRequiredService<IRepository<Tenant, Guid>>();

    private ICountyRegister Register => LazyServiceProvider.LazyGetRequiredService<ICountyRegister>();

    private CountyDesk Desk => LazyServiceProvider.LazyGetRequiredService<CountyDesk>();

    private ConnectionStringProtector Protector => LazyServiceProvider.LazyGetRequiredService<ConnectionStringProtector>();

    private IDataFilter DataFilter => LazyServiceProvider.LazyGetRequiredService<IDataFilter>();

    public async Task<PagedResultDto<CountyListItem>> GetListAsync(CountyListInput input)
    {
        using (DataFilter.Disable<ISoftDelete>())
        {
            var query = await Tenants.GetQueryableAsync();
            if (!string.IsNullOrWhiteSpace(input.Filter))
            {
                var part = input.Filter.Trim();
                query = query.Where(t => t.Name.Contains(part));
            }

            var total = await query.CountAsync();
            var sorted = SortFields.Sort(query, input.Sorting, byDefault: all => all.OrderBy(t => t.NormalizedName));
            return new PagedResultDto<CountyListItem>(total, await ReadAsync(sorted.ThenBy(t => t.Id).Skip(input.SkipCount).Take(input.MaxResultCount)));
        }
    }

    public async Task<CountyListItem> GetAsync(Guid id)
    {
        using (DataFilter.Disable<ISoftDelete>())
        {
            return await ReadAsync((await Tenants.GetQueryableAsync()).Where(t => t.Id == id)) is [var county]
                ? county
                : throw new EntityNotFoundException(typeof(Tenant), id);
        }
    }

    /// <summary>Enters a county and makes its database, which takes seconds. Refuses: CountyConnectionFailed, CountyNameExists, Directory:CountyCodeExists.</summary>
    [Authorize(AdministrationPermissions.CountiesManage)]
    [NeedsConfirmation]
    public async Task<CountyListItem> CreateAsync(CreateCountyInput input) => await GetAsync(await Desk.CreateAsync(input));

    /// <summary>Refuses: CountyConnectionFailed.</summary>
    [Authorize(AdministrationPermissions.CountiesManage)]
    public Task TestConnectionAsync(TestConnectionInput input) => Desk.EnsureConnectsAsync(input.ConnectionString);

    /// <summary>Refuses: CountyNameExists.</summary>
    [Authorize(AdministrationPermissions.CountiesManage)]
    [NeedsConfirmation]
    public async Task<CountyListItem> UpdateAsync(Guid id, UpdateCountyInput input)
    {
        await Desk.RenameAsync(id, input.Name, input.ConcurrencyStamp);
        return await GetAsync(id);
    }

    [Authorize(AdministrationPermissions.CountiesManage)]
    [NeedsConfirmation]
    public async Task<CountyListItem> ActivateAsync(Guid id, CountyStepInput input)
    {
        await Desk.ActivateAsync(id, input.ConcurrencyStamp);
        return await GetAsync(id);
    }

    /// <summary>Nobody of the county works on the platform from the next request on; its data stay.</summary>
    [Authorize(AdministrationPermissions.CountiesManage)]
    [NeedsConfirmation]
    public async Task<CountyListItem> DeactivateAsync(Guid id, CountyStepInput input)
    {
        await Desk.DeactivateAsync(id, input.ConcurrencyStamp);
        return await GetAsync(id);
    }

    private async Task<List<CountyListItem>> ReadAsync(IQueryable<Tenant> page)
    {
        var rows = await page.Include(t => t.ConnectionStrings).AsNoTracking().ToListAsync();
        var registered = (await Register.GetListAsync(rows.ConvertAll(t => t.Id))).ToDictionary(c => c.Id);
        return rows.ConvertAll(tenant =>
        {
            var county = registered.GetValueOrDefault(tenant.Id);
            var own = tenant.FindDefaultConnectionString();
            return new CountyListItem(
                tenant.Id, tenant.Name, county?.Code, !tenant.IsDeleted && county is not { IsActive: false }, own is not null,
                own is null ? null : Protector.Describe(own), tenant.CreationTime, tenant.ConcurrencyStamp);
        });
    }
}
