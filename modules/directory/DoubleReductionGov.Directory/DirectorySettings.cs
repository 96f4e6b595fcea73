using Volo.Abp.Settings;

namespace DoubleReductionGov.Directory;

internal static class DirectorySettings
{
    /// <summary>Minutes within which looking at the same subject for the same purpose counts as one visit; 0 records every look.</summary>
    public const string VisitRepeatMinutes = "Directory.Visits.RepeatMinutes";
}

internal sealed class DirectorySettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(DirectorySettings.VisitRepeatMinutes, "10"));
}
