using Volo.Abp.DependencyInjection;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.Lights;

internal sealed record LightThresholds(int YellowLagPoints, int RedLagPoints, int NearDueDays, int NearDueProgress)
{
    public override string ToString() => FormattableString.Invariant($"{YellowLagPoints}/{RedLagPoints}/{NearDueDays}/{NearDueProgress}");
}

/// <summary>The thresholds that hold in the current tenant.</summary>
internal sealed class LightThresholdReader(ISettingProvider settings) : ITransientDependency
{
    public async Task<LightThresholds> GetAsync() => new(
        await settings.GetAsync<int>(ProgrammeSettings.YellowLagPoints),
        await settings.GetAsync<int>(ProgrammeSettings.RedLagPoints),
        await settings.GetAsync<int>(ProgrammeSettings.NearDueDays),
        await settings.GetAsync<int>(ProgrammeSettings.NearDueProgress));
}
