using DoubleReductionGov.Administration.Security;
using Volo.Abp;
using Volo.Abp.SettingManagement;

namespace DoubleReductionGov.Administration.Tests.Security;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData(7, AccountErrors.PasswordTooShort)]
    [InlineData(129, AccountErrors.PasswordTooLong)]
    public async Task A_password_has_a_shortest_and_a_longest_length(int length, string code)
    {
        var refusal = await Should.ThrowAsync<BusinessException>(() => Rules().EnsureAsync("somebody", Odd(length)));

        refusal.Code.ShouldBe(code);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(64)]
    [InlineData(128)]
    public Task Between_them_every_length_is_allowed(int length) => Rules().EnsureAsync("somebody", Odd(length));

    private static PasswordRules Rules() => new(new SecurityPolicy(new NoSettings()));

    private static string Odd(int length) => string.Concat(Enumerable.Repeat("Tz7#mQ2!", 17))[..length];

    /// <summary>Nothing was set: the policy speaks alone.</summary>
    private sealed class NoSettings : ISettingManager
    {
        public Task<string?> GetOrNullAsync(string name, string providerName, string? providerKey, bool fallback = true) => Task.FromResult<string?>(null);

        public Task SetAsync(string name, string? value, string providerName, string? providerKey, bool forceToSet = false) => throw new NotSupportedException();
    }
}
