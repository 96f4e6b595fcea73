using DoubleReductionGov.Platform.Sorting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Administration.Roles;

/// <summary>Roles of the own side. A stale stamp is refused with 409.</summary>
[Authorize(AdministrationPermissions.Roles)]
public sealed class RoleAppService : ApplicationService
{
    private static readonly SortFields<IdentityRole> SortFields = new SortFields<IdentityRole>().Add("name", r => r.NormalizedName);

    private IRepository<IdentityRole, Guid> Roles => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityRole, Guid>>();

    private IRepository<IdentityUser, Guid> Users => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityUser, Guid>>();

    private RoleDesk Desk => LazyServiceProvider.LazyGetRequiredService<RoleDesk>();

    private RoleNames Names => LazyServiceProvider.LazyGetRequiredService<RoleNames>();

    public async Task<PagedResultDto<RoleListItem>> GetListAsync(RoleListInput input)
    {
        var query = await Roles.GetQueryableAsync();
        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            var part = input.Filter.Trim().ToUpperInvariant();
            query = query.Where(r => r.NormalizedName.Contains(part));
        }

        var total = await query.CountAsync();
        var page = SortFields.Sort(query, input.Sorting, byDefault: all => all.OrderBy(r => r.NormalizedName)).ThenBy(r => r.Id).Skip(input.SkipCount).Take(input.MaxResultCount);
        return new PagedResultDto<RoleListItem>(total, await ReadAsync(page));
    }

    /// <summary>Refuses: RoleNameExists.</summary>
    [Authorize(AdministrationPermissions.RolesManage)]
    public async Task<RoleListItem> CreateAsync(RoleInput input) => await GetAsync(await Desk.CreateAsync(input.Name));

    /// <summary>Renames a role; it keeps its rights and its accounts. Refuses: RoleIsStatic, RoleNameExists.</summary>
    [Authorize(AdministrationPermissions.RolesManage)]
    public async Task<RoleListItem> UpdateAsync(Guid id, RoleInput input)
    {
        await Desk.RenameAsync(id, input.Name, input.ConcurrencyStamp);
        return await GetAsync(id);
    }

    /// <summary>Deletes a role that nobody has, with its rights. Refuses: RoleIsStatic, RoleHasUsers.</summary>
    [Authorize(AdministrationPermissions.RolesManage)]
    public Task DeleteAsync(Guid id, string? concurrencyStamp = null) => Desk.DeleteAsync(id, concurrencyStamp);

    /// <summary>Makes a role with the rights of another. Refuses: RoleNameExists, AdministrationIsForOfficers (an officer's role).</summary>
    [Authorize(AdministrationPermissions.RolesManage)]
    public async Task<RoleListItem> CloneAsync(Guid id, RoleInput input) => await GetAsync(await Desk.CloneAsync(id, input.Name));

    private async Task<RoleListItem> GetAsync(Guid id) => (await ReadAsync((await Roles.GetQueryableAsync()).Where(r => r.Id == id))).Single();

    private async Task<List<RoleListItem>> ReadAsync(IQueryable<IdentityRole> page)
    {
        var users = await Users.GetQueryableAsync();
        var rows = await page.Select(r => new { r.Id, r.Name, r.IsStatic, r.ConcurrencyStamp, Count = users.Count(u => u.Roles.Any(m => m.RoleId == r.Id)) }).ToListAsync();
        return rows.ConvertAll(r => new RoleListItem(r.Id, r.Name, Names.Of(r.Name), r.IsStatic, OfficerSeparation.IsOfficer(r.Name), r.Count, r.ConcurrencyStamp));
    }
}
