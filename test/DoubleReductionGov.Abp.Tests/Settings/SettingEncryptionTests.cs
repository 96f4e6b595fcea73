using System.Security.Cryptography;
using DoubleReductionGov.Abp.Tests.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Abp.Tests.Settings;

public sealed class SettingEncryptionTests(WebTestApplication application) : IClassFixture<WebTestApplication>
{
    private static readonly SettingDefinition Key = new("Mail.Key", isEncrypted: true);

    private ISettingEncryptionService Encryption => application.Services.GetRequiredService<ISettingEncryptionService>();

    [Fact]
    public void What_is_encrypted_can_be_read_again_and_looks_different_each_time()
    {
        var encrypted = Encryption.Encrypt(Key, "open sesame");

        encrypted.ShouldNotBeNull().ShouldNotContain("sesame");
        encrypted.ShouldNotBe(Encryption.Encrypt(Key, "open sesame"));
        Encryption.Decrypt(Key, encrypted).ShouldBe("open sesame");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_stays_nothing(string? value)
    {
        Encryption.Encrypt(Key, value).ShouldBe(value);
        Encryption.Decrypt(Key, value).ShouldBe(value);
    }

    [Fact]
    public void The_value_of_one_setting_is_no_value_of_another()
    {
        var encrypted = Encryption.Encrypt(Key, "open sesame");

        Should.Throw<CryptographicException>(() => Encryption.Decrypt(new SettingDefinition("Sms.Key", isEncrypted: true), encrypted));
    }
}
