using System.Globalization;
using Volo.Abp.DependencyInjection;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Administration.Security;

internal static class SecuritySettings
{
    /// <summary>A <see cref="SecurityPolicyName"/>.</summary>
    public const string Policy = "Administration.Security.Policy";
}

internal sealed class SecuritySettingDefinitionProvider : SettingDefinitionProvider
{
    public override void Define(ISettingDefinitionContext context)
    {
        context.Add(new SettingDefinition(SecuritySettings.Policy, nameof(SecurityPolicyName.Dengbao3)));
        foreach (var rule in SecurityRules.All.Where(rule => context.GetOrNull(rule.SettingName) is null))
        {
            // No default: without a value of its own the rule follows the policy.
            context.Add(new SettingDefinition(rule.SettingName));
        }
    }
}

/// <summary>The numbers in force: what was set, otherwise what the chosen policy says. One policy holds for the city and all counties.</summary>
internal sealed class SecurityPolicy(ISettingManager settings) : ITransientDependency
{
    public async Task<SecurityPolicyName> GetNameAsync() =>
        Enum.TryParse<SecurityPolicyName>(await settings.GetOrNullAsync(SecuritySettings.Policy, GlobalSettingValueProvider.ProviderName, null), out var name)
            ? name : SecurityPolicyName.Dengbao3;

    public async Task<int> GetAsync(SecurityRule rule) =>
        int.TryParse(await settings.GetOrNullAsync(rule.SettingName, GlobalSettingValueProvider.ProviderName, null), CultureInfo.InvariantCulture, out var value)
            ? value : rule.Of(await GetNameAsync()).Value;

    /// <param name="value">Null: as the policy says.</param>
    public Task SetAsync(SecurityRule rule, int? value) =>
        settings.SetAsync(rule.SettingName, value?.ToString(CultureInfo.InvariantCulture), GlobalSettingValueProvider.ProviderName, null);

    public Task SetNameAsync(SecurityPolicyName name) =>
        settings.SetAsync(SecuritySettings.Policy, name.ToString(), GlobalSettingValueProvider.ProviderName, null);
}
