using DoubleReductionGov.Platform.SeparationOfDuties;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.PermissionManagement;

namespace DoubleReductionGov.Administration.Duties;

/// <summary>
/// The declared pairs of duties. Holding both rights is no fault: the second duty is refused in the matter in which the first was done.
/// The list is a warning to whoever grants rights.
/// </summary>
[Authorize(AdministrationPermissions.Duties)]
public sealed class DutyAppService : ApplicationService
{
    private const int MaximumUsers = 50;

    private SeparationOfDutiesOptions Options => LazyServiceProvider.LazyGetRequiredService<IOptions<SeparationOfDutiesOptions>>().Value;

    private AbpExceptionLocalizationOptions Refusals => LazyServiceProvider.LazyGetRequiredService<IOptions<AbpExceptionLocalizationOptions>>().Value;

    private IPermissionDefinitionManager Definitions => LazyServiceProvider.LazyGetRequiredService<IPermissionDefinitionManager>();

    private IRepository<IdentityUser, Guid> Users => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityUser, Guid>>();

    private IRepository<IdentityRole, Guid> Roles => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityRole, Guid>>();

    private IRepository<PermissionGrant, Guid> Grants => LazyServiceProvider.LazyGetRequiredService<IRepository<PermissionGrant, Guid>>();

    public async Task<ListResultDto<DutyDto>> GetListAsync()
    {
        var duties = new List<DutyDto>();
        foreach (var pair in Options.Pairs)
        {
            var both = (await HoldersAsync(pair.FirstPermission)).Intersect(await HoldersAsync(pair.SecondPermission)).ToList();
            var named = await (await Users.GetQueryableAsync()).Where(u => both.Contains(u.Id)).OrderBy(u => u.NormalizedUserName).Take(MaximumUsers)
                .Select(u => new DutyUser(u.Id, u.UserName, u.Name)).ToListAsync();
            duties.Add(new DutyDto(pair.Name, TextOf(pair.Refusal), await RightAsync(pair.FirstPermission), await RightAsync(pair.SecondPermission), named, both.Count));
        }

        return new ListResultDto<DutyDto>(duties);
    }

    /// <summary>Active accounts of the own side that hold the right, directly or by a role.</summary>
    private async Task<List<Guid>> HoldersAsync(string permission)
    {
        var granted = await (await Grants.GetQueryableAsync()).Where(g => g.Name == permission).Select(g => new { g.ProviderName, g.ProviderKey }).ToListAsync();
        var roleNames = granted.Where(g => g.ProviderName == RolePermissionValueProvider.ProviderName).Select(g => g.ProviderKey).ToList();
        var userIds = granted.Where(g => g.ProviderName == UserPermissionValueProvider.ProviderName).Select(g => Guid.Parse(g.ProviderKey!)).ToList();
        var roleIds = (await Roles.GetQueryableAsync()).Where(r => roleNames.Contains(r.Name)).Select(r => r.Id);
        return await (await Users.GetQueryableAsync())
            .Where(u => u.IsActive && (userIds.Contains(u.Id) || u.Roles.Any(m => roleIds.Contains(m.RoleId))))
            .Select(u => u.Id).ToListAsync();
    }

    private async Task<DutyRight> RightAsync(string name) =>
        new(name, (await Definitions.GetOrNullAsync(name))?.DisplayName.Localize(StringLocalizerFactory).Value ?? name);

    private string TextOf(string refusal) =>
        Refusals.ErrorCodeNamespaceMappings.TryGetValue(refusal.Split(':')[0], out var resource) ? StringLocalizerFactory.Create(resource)[refusal] : refusal;
}
