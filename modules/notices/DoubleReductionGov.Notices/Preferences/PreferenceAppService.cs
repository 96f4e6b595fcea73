using DoubleReductionGov.Notices.Delivery;
using DoubleReductionGov.Notices.Inbox;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Users;

namespace DoubleReductionGov.Notices.Preferences;

/// <summary>How one wants to be told outside the portal.</summary>
[Authorize]
public sealed class PreferenceAppService : ApplicationService
{
    private IRepository<NoticePreference, Guid> Preferences => LazyServiceProvider.LazyGetRequiredService<IRepository<NoticePreference, Guid>>();

    private NoticeOptions Declared => LazyServiceProvider.LazyGetRequiredService<IOptions<NoticeOptions>>().Value;

    private DeliveryPlan Plan => LazyServiceProvider.LazyGetRequiredService<DeliveryPlan>();

    private AddressBook Addresses => LazyServiceProvider.LazyGetRequiredService<AddressBook>();

    private NoticeTexts Texts => LazyServiceProvider.LazyGetRequiredService<NoticeTexts>();

    public async Task<PreferenceDto> GetAsync() => await ToDtoAsync((await Plan.GetPreferencesAsync([CurrentUser.GetId()])).Single());

    /// <summary>Choices for notices that no module declares are dropped.</summary>
    public async Task<PreferenceDto> UpdateAsync(UpdatePreferenceInput input)
    {
        var preference = (await Plan.GetPreferencesAsync([CurrentUser.GetId()])).Single();
        var choices = input.Kinds.Where(k => Declared.Find(k.Name) is not null).DistinctBy(k => k.Name).ToDictionary(k => k.Name, k => new ChannelChoice(k.Email, k.Sms));
        preference.Change(input.Digest, new QuietHours(input.QuietFrom, input.QuietTo), choices);
        if (await Preferences.FindAsync(preference.Id) is null)
        {
            await Preferences.InsertAsync(preference);
        }
        else
        {
            await Preferences.UpdateAsync(preference);
        }

        return await ToDtoAsync(preference);
    }

    private async Task<PreferenceDto> ToDtoAsync(NoticePreference preference)
    {
        var address = (await Addresses.GetAsync([preference.UserId])).GetValueOrDefault(preference.UserId);
        var kinds = Declared.Definitions.Select(d => new NoticeKindDto(d.Name, Texts.Kind(d), preference.Choice(d).Email, preference.Choice(d).Sms));
        return new PreferenceDto(
            preference.Digest, preference.QuietFrom, preference.QuietTo, [.. kinds], Mask.Email(address?.Email), Mask.Phone(address?.PhoneNumber));
    }
}
