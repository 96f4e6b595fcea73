using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme;

internal sealed class ProgrammeSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(ProgrammeSettings.YellowLagPoints, "10"),
        new SettingDefinition(ProgrammeSettings.RedLagPoints, "25"),
        new SettingDefinition(ProgrammeSettings.NearDueDays, "7"),
        new SettingDefinition(ProgrammeSettings.NearDueProgress, "80"),
        new SettingDefinition(ProgrammeSettings.CountyRedShare, "20"),
        new SettingDefinition(ProgrammeSettings.CountyYellowShare, "20"),
        new SettingDefinition(ProgrammeSettings.MaximumExtensions, "2"),
        new SettingDefinition(ProgrammeSettings.MaximumEvidenceMegabytes, "20"),
        new SettingDefinition(ProgrammeSettings.ReferenceDate, ""),
        new SettingDefinition(ProgrammeSettings.ReferenceDateIsSettable, "false"),
        new SettingDefinition(ProgrammeSettings.AppliedLightThresholds));
}
