using Volo.Abp.Settings;

namespace DoubleReductionGov.Administration.Users;

internal static class UserSettings
{
    /// <summary>Days within which a password that an administrator handed out must be used and changed.</summary>
    public const string InitialPasswordDays = "Administration.Users.InitialPasswordDays";
}

internal sealed class UserSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) => context.Add(new SettingDefinition(UserSettings.InitialPasswordDays, "7"));
}
