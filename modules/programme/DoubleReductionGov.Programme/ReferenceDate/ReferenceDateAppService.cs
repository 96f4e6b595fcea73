using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.ReferenceDate;

/// <summary>The day that counts as today. In a demonstration the city may move it; elsewhere it is the real day.</summary>
[Authorize]
public sealed class ReferenceDateAppService : ApplicationService
{
    private SettingReferenceDate ReferenceDate => LazyServiceProvider.LazyGetRequiredService<SettingReferenceDate>();

    private ISettingManager Settings => LazyServiceProvider.LazyGetRequiredService<ISettingManager>();

    /// <summary>The day that counts for the signed-in user's tenant.</summary>
    public async Task<ReferenceDateDto> GetAsync()
    {
        var fixedDate = await ReferenceDate.GetFixedAsync();
        return new ReferenceDateDto(fixedDate ?? ReferenceDate.RealDate, fixedDate is not null, ReferenceDate.RealDate);
    }

    /// <summary>Sets the day for city and counties, or with null returns to the real one. Refuses: ReferenceDateNotAllowed.</summary>
    [Authorize(ProgrammePermissions.ReferenceDate)]
    public async Task<ReferenceDateDto> UpdateAsync(SetReferenceDateInput input)
    {
        if (!await SettingProvider.GetAsync<bool>(ProgrammeSettings.ReferenceDateIsSettable))
        {
            throw new BusinessException(ProgrammeErrors.ReferenceDateNotAllowed);
        }

        await Settings.SetGlobalAsync(ProgrammeSettings.ReferenceDate, input.Date is { } date ? ItemRules.Text(date) : null);
        return new ReferenceDateDto(input.Date ?? ReferenceDate.RealDate, input.Date is not null, ReferenceDate.RealDate);
    }
}
