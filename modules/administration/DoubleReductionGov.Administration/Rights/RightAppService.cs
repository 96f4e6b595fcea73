using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Services;

namespace DoubleReductionGov.Administration.Rights;

/// <summary>Who may do what, on the own side: for a role and, beside its roles, for an account. A stale stamp is refused with 409.</summary>
[Authorize(AdministrationPermissions.Rights)]
public sealed class RightAppService : ApplicationService
{
    private RightDesk Desk => LazyServiceProvider.LazyGetRequiredService<RightDesk>();

    public async Task<RightsDto> GetForRoleAsync(Guid roleId) => await Desk.ReadAsync(await Desk.FindRoleAsync(roleId));

    public async Task<RightsDto> GetForUserAsync(Guid userId) => await Desk.ReadAsync(await Desk.FindUserAsync(userId));

    /// <summary>
    /// Refuses: OwnRightsCannotChange, OfficerRightsAreFixed, PermissionUnknown, PermissionOfOtherSide, AdministrationIsForOfficers, PermissionNeedsParent.
    /// </summary>
    [Authorize(AdministrationPermissions.RightsManage)]
    [NeedsConfirmation]
    public async Task<RightsDto> UpdateForRoleAsync(Guid roleId, UpdateRightsInput input) => await UpdateAsync(await Desk.FindRoleAsync(roleId), input);

    /// <summary>Beside what the account's roles grant. Refuses as for a role.</summary>
    [Authorize(AdministrationPermissions.RightsManage)]
    [NeedsConfirmation]
    public async Task<RightsDto> UpdateForUserAsync(Guid userId, UpdateRightsInput input) => await UpdateAsync(await Desk.FindUserAsync(userId), input);

    private async Task<RightsDto> UpdateAsync(RightHolder holder, UpdateRightsInput input)
    {
        await Desk.SetAsync(holder, [.. input.Granted.Distinct()], input.ConcurrencyStamp);
        await CurrentUnitOfWork!.SaveChangesAsync();
        return await Desk.ReadAsync(holder);
    }
}
