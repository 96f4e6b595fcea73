namespace Volo.Abp.SettingManagement;

/// <summary>Changes stored settings; null removes the value, so that the next source in the order is asked.</summary>
public interface ISettingManager
{
    Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true);

    Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false);
}

public static class SettingManagerExtensions
{
    public static Task SetGlobalAsync(this ISettingManager settingManager, string name, string? value) =>
        settingManager.SetAsync(name, value, Settings.GlobalSettingValueProvider.ProviderName, null);

    public static Task SetForTenantAsync(this ISettingManager settingManager, Guid tenantId, string name, string? value) =>
        settingManager.SetAsync(name, value, Settings.TenantSettingValueProvider.ProviderName, tenantId.ToString());

    public static Task SetForUserAsync(this ISettingManager settingManager, Guid userId, string name, string? value, bool forceToSet = false) =>
        settingManager.SetAsync(name, value, Settings.UserSettingValueProvider.ProviderName, userId.ToString(), forceToSet);

    public static Task<string?> GetOrNullForUserAsync(this ISettingManager settingManager, string name, Guid userId, bool fallback = true) =>
        settingManager.GetOrNullAsync(name, Settings.UserSettingValueProvider.ProviderName, userId.ToString(), fallback);
}
