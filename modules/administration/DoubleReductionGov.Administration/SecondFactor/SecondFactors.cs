using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using DoubleReductionGov.Administration.Security;

namespace DoubleReductionGov.Administration.SecondFactor;

/// <summary>Enrols, asks for and takes away the second factor of an account.</summary>
internal sealed class SecondFactors(
    IRepository<UserSecondFactor, Guid> factors, IdentityUserManager users, SecurityPolicy policy, ISignInPage page,
    IDataProtectionProvider protection, IGuidGenerator guidGenerator, TimeProvider timeProvider)
    : ITransientDependency
{
    private IDataProtector Protector => protection.CreateProtector("Administration.SecondFactor");

    public async Task<UserSecondFactor?> FindAsync(IdentityUser user) => await factors.FindAsync(f => f.UserId == user.Id);

    public async Task<bool> IsRequiredAsync(IdentityUser user) => (SecondFactorDuty)await policy.GetAsync(SecurityRules.SecondFactor) switch
    {
        SecondFactorDuty.Everyone => true,
        SecondFactorDuty.Officers => (await users.GetRolesAsync(user)).Any(role => AdministrationRoles.Officers.Contains(role)),
        _ => false,
    };

    /// <summary>A new secret, which counts only after its first code. One that is not yet enabled is shown again instead, so that a page can be reloaded.</summary>
    public async Task<AuthenticatorDto> StartAsync(IdentityUser user)
    {
        var factor = await FindAsync(user);
        if (factor is { IsEnabled: false })
        {
            return Describe(user, SecretOf(factor));
        }

        var secret = RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var kept = Protector.Protect(Convert.ToBase64String(secret));
        if (factor is null)
        {
            await factors.InsertAsync(new UserSecondFactor(guidGenerator.Create(), user.TenantId, user.Id, kept));
        }
        else
        {
            factor.Restart(kept);
            await users.SetTwoFactorEnabledAsync(user, false);
        }

        return Describe(user, secret);
    }

    /// <summary>The first code of the app proves that it has the secret. Ends the account's sessions (new stamp).</summary>
    public async Task<IReadOnlyList<string>> EnableAsync(IdentityUser user, string code)
    {
        var factor = await FindAsync(user);
        if (factor is not { IsEnabled: false } || !TryUseCode(factor, code))
        {
            throw new BusinessException(AccountErrors.InvalidCode);
        }

        var recoveryCodes = factor.Enable();
        await users.SetTwoFactorEnabledAsync(user, true);
        return recoveryCodes;
    }

    /// <summary>A code of the app or a recovery code; either opens once.</summary>
    public async Task<bool> TryUseAsync(IdentityUser user, string code) =>
        await FindAsync(user) is { IsEnabled: true } factor && (TryUseCode(factor, code) || factor.TryUseRecoveryCode(code));

    public async Task RemoveAsync(IdentityUser user)
    {
        await factors.DeleteAsync(f => f.UserId == user.Id);
        await users.SetTwoFactorEnabledAsync(user, false);
    }

    private bool TryUseCode(UserSecondFactor factor, string code) =>
        Totp.FindStep(SecretOf(factor), code.Replace(" ", "").Trim(), timeProvider.GetUtcNow()) is { } step && factor.TryUse(step);

    private byte[] SecretOf(UserSecondFactor factor) => Convert.FromBase64String(Protector.Unprotect(factor.ProtectedSecret));

    private AuthenticatorDto Describe(IdentityUser user, byte[] secret) => new(Totp.ToBase32(secret), Totp.UriOf(page.CityName, user.UserName, secret));
}

/// <param name="Secret">To type into the app: Base32.</param>
/// <param name="Uri">To be drawn as a QR code.</param>
public sealed record AuthenticatorDto(string Secret, string Uri);
