using System.Globalization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.ReferenceDate;

internal sealed class SettingReferenceDate(ISettingProvider settings, TimeProvider time) : IReferenceDate, ITransientDependency
{
    /// <summary>China has one time zone and no summer time.</summary>
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    public DateOnly RealDate => DateOnly.FromDateTime(time.GetUtcNow().ToOffset(China).DateTime);

    public async Task<DateOnly> GetAsync() => await GetFixedAsync() ?? RealDate;

    public async Task<DateOnly?> GetFixedAsync()
    {
        var text = await settings.GetOrNullAsync(ProgrammeSettings.ReferenceDate);
        return string.IsNullOrEmpty(text) ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
