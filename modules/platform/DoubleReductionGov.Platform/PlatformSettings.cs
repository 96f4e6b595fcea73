using Volo.Abp.Settings;

namespace DoubleReductionGov.Platform;

public static class PlatformSettings
{
    /// <summary>Minutes within which a confirmed session need not be confirmed again.</summary>
    public const string ConfirmationMinutes = "Platform.Confirmation.Minutes";
}

internal sealed class PlatformSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(PlatformSettings.ConfirmationMinutes, "10"));
}
