using Volo.Abp.Auditing;
using Volo.Abp.Localization;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Administration.AuditLogs;

internal static class AuditLogSettings
{
    /// <summary>Months for which records are kept. The Cybersecurity Law asks for six; less is not done, whatever is set.</summary>
    public const string RetentionMonths = "Administration.AuditLogs.RetentionMonths";

    /// <summary>Records that one export may have.</summary>
    public const string MaximumExportRows = "Administration.AuditLogs.MaximumExportRows";

    public const int MinimumRetentionMonths = 6;

    /// <summary>What cannot be recorded does not happen, and each refusal of a right is recorded, also one of reading.</summary>
    public static void Configure(AbpAuditingOptions options)
    {
        options.ApplicationName = "DoubleReductionGov";
        options.HideErrors = false;
        options.AlwaysLogSelectors.Add(log => Task.FromResult(log.HttpStatusCode == 403));
    }
}

internal sealed class AuditLogSettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context) =>
        context.Add(new SettingDefinition(
            AuditLogSettings.RetentionMonths, "12", LocalizableString.Create<AdministrationResource>("Setting:" + AuditLogSettings.RetentionMonths), isVisibleToClients: true),
            new SettingDefinition(AuditLogSettings.MaximumExportRows, "100000"));
}
