using DoubleReductionGov.Notices.Inbox;
using DoubleReductionGov.Notices.Preferences;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Notices.Delivery;

/// <summary>Which notices leave the portal, how, and when at the earliest.</summary>
internal sealed class DeliveryPlan(
    IRepository<NoticePreference, Guid> preferences, IRepository<NoticeDelivery, Guid> deliveries,
    ISettingProvider settings, ICurrentTenant currentTenant, IGuidGenerator guids)
    : ITransientDependency
{
    /// <summary>China has one time zone and no summer time.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public async Task AddAsync(NoticeDefinition definition, IReadOnlyCollection<Notice> notices)
    {
        var morning = await TimeOfDayAsync(NoticesSettings.DailyAt);
        var byUser = (await GetPreferencesAsync(notices.Select(n => n.UserId))).ToDictionary(p => p.UserId);
        var wanted = notices.SelectMany(n => Channels(byUser[n.UserId].Choice(definition)).Select(channel => (Notice: n, Channel: channel))).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var gathering = await GetGatheringAsync([.. wanted.Select(w => w.Notice.UserId).Distinct()]);
        await deliveries.InsertManyAsync(wanted.Select(w =>
        {
            var earliest = Earliest(byUser[w.Notice.UserId], definition.Severity, w.Notice.Time, morning ?? new TimeOnly(8, 30));
            var joined = definition.Severity < NoticeSeverity.Urgent && gathering.TryGetValue((w.Notice.UserId, w.Channel), out var first) && first < earliest ? first : earliest;
            return new NoticeDelivery(guids.Create(), currentTenant.Id, w.Notice.UserId, w.Notice.Id, w.Channel, joined);
        }), autoSave: true);
    }

    /// <summary>One for each user, in no order; who has not chosen gets the city's usual quiet hours.</summary>
    public async Task<List<NoticePreference>> GetPreferencesAsync(IEnumerable<Guid> userIds)
    {
        var wanted = userIds.ToHashSet();
        var chosen = await preferences.GetListAsync(p => wanted.Contains(p.UserId));
        var usual = new QuietHours(await TimeOfDayAsync(NoticesSettings.QuietFrom), await TimeOfDayAsync(NoticesSettings.QuietTo));
        return [.. chosen, .. wanted.Except(chosen.Select(p => p.UserId)).Select(id => new NoticePreference(guids.Create(), currentTenant.Id, id, usual))];
    }

    internal static DateTime Earliest(NoticePreference preference, NoticeSeverity severity, DateTime utc, TimeOnly morning)
    {
        if (severity == NoticeSeverity.Urgent)
        {
            return utc;
        }

        var local = utc + China;
        var planned = preference.Digest switch
        {
            Digest.Hourly => local.Date.AddHours(local.Hour + 1),
            Digest.Daily => TimeOnly.FromDateTime(local) < morning ? local.Date + morning.ToTimeSpan() : local.Date.AddDays(1) + morning.ToTimeSpan(),
            _ => local.AddMinutes(2),
        };
        return DateTime.SpecifyKind(preference.Quiet.EndOf(planned) - China, DateTimeKind.Utc);
    }

    // A burst leaves as one message: what comes while another one waits goes with it.
    private async Task<Dictionary<(Guid UserId, string Channel), DateTime>> GetGatheringAsync(List<Guid> userIds) =>
        (await (await deliveries.GetQueryableAsync())
            .Where(d => userIds.Contains(d.UserId) && d.State == DeliveryState.Waiting && d.Attempts == 0)
            .GroupBy(d => new { d.UserId, d.Channel })
            .Select(g => new { g.Key.UserId, g.Key.Channel, First = g.Min(d => d.NotBefore) })
            .ToListAsync())
        .ToDictionary(g => (g.UserId, g.Channel), g => g.First!.Value);

    private static IEnumerable<string> Channels(ChannelChoice choice)
    {
        if (choice.Email)
        {
            yield return MessageChannels.Email;
        }

        if (choice.Sms)
        {
            yield return MessageChannels.Sms;
        }
    }

    private async Task<TimeOnly?> TimeOfDayAsync(string setting) =>
        TimeOnly.TryParseExact(await settings.GetOrNullAsync(setting), "HH:mm", out var time) ? time : null;
}
