using Volo.Abp.Settings;

namespace DoubleReductionGov.Notices;

/// <summary>What a city or a county may set; times of the day are local and written HH:mm.</summary>
internal static class NoticesSettings
{
    /// <summary>When daily messages leave.</summary>
    public const string DailyAt = "Notices.DailyAt";

    /// <summary>Beginning of the quiet hours of who has not chosen others; empty: none.</summary>
    public const string QuietFrom = "Notices.QuietFrom";

    /// <summary>Their end.</summary>
    public const string QuietTo = "Notices.QuietTo";

    /// <summary>Days after which a notice is deleted.</summary>
    public const string KeepDays = "Notices.KeepDays";
}

internal sealed class NoticesSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(
        new SettingDefinition(NoticesSettings.DailyAt, "08:30"),
        new SettingDefinition(NoticesSettings.QuietFrom, "22:00"),
        new SettingDefinition(NoticesSettings.QuietTo, "07:00"),
        new SettingDefinition(NoticesSettings.KeepDays, "365"));
}
