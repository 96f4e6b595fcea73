using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Settings;

public interface ISettingEncryptionService
{
    string? Encrypt(SettingDefinition settingDefinition, string? plainValue);

    string? Decrypt(SettingDefinition settingDefinition, string? encryptedValue);
}

/// <summary>Values of settings that are marked as encrypted, protected by the application's data-protection keys.</summary>
internal sealed class SettingEncryptionService(IServiceProvider serviceProvider) : ISettingEncryptionService, ITransientDependency
{
    private const string Purpose = "Volo.Abp.Settings";

    public string? Encrypt(SettingDefinition settingDefinition, string? plainValue) =>
        string.IsNullOrEmpty(plainValue) ? plainValue : Protector(settingDefinition).Protect(plainValue);

    public string? Decrypt(SettingDefinition settingDefinition, string? encryptedValue) =>
        string.IsNullOrEmpty(encryptedValue) ? encryptedValue : Protector(settingDefinition).Unprotect(encryptedValue);

    // Bound to the name: the value of one setting is no value of another.
    private IDataProtector Protector(SettingDefinition definition) =>
        serviceProvider.GetRequiredService<IDataProtectionProvider>().CreateProtector(Purpose, definition.Name);
}
