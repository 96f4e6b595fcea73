using System.Security.Cryptography;
using System.Text;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration.SecondFactor;

/// <summary>
/// The authenticator app of an account and its recovery codes. A code opens once: the step of the last one is kept, and the row's
/// stamp lets only one of two requests use it.
/// </summary>
internal sealed class UserSecondFactor : AggregateRoot<Guid>, IMultiTenant
{
    public const int RecoveryCodeCount = 10;
    private const int RecoveryCodeBytes = 10;
    private const int GroupLength = 4;

    private UserSecondFactor() => ProtectedSecret = RecoveryCodeHashes = default!;

    public UserSecondFactor(Guid id, Guid? tenantId, Guid userId, string protectedSecret) : base(id)
    {
        TenantId = tenantId;
        UserId = userId;
        ProtectedSecret = protectedSecret;
        RecoveryCodeHashes = "";
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    /// <summary>Encrypted by data protection; the database alone opens nothing.</summary>
    public string ProtectedSecret { get; private set; }

    /// <summary>Until the first code was typed, the app may not have the secret at all.</summary>
    public bool IsEnabled { get; private set; }

    public long LastStep { get; private set; }

    /// <summary>SHA-256 in hexadecimal, parted by spaces; a used one is gone.</summary>
    public string RecoveryCodeHashes { get; private set; }

    public int RecoveryCodesLeft => Hashes.Length;

    private string[] Hashes => RecoveryCodeHashes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public void Restart(string protectedSecret) => (ProtectedSecret, IsEnabled, LastStep, RecoveryCodeHashes) = (protectedSecret, false, 0, "");

    /// <returns>The recovery codes, which nobody can read again.</returns>
    public IReadOnlyList<string> Enable()
    {
        IsEnabled = true;
        return RenewRecoveryCodes();
    }

    public IReadOnlyList<string> RenewRecoveryCodes()
    {
        var codes = Enumerable.Range(0, RecoveryCodeCount).Select(_ => NewRecoveryCode()).ToList();
        RecoveryCodeHashes = string.Join(' ', codes.Select(HashOf));
        return codes;
    }

    /// <returns>False if the code of this step, or a later one, was already used.</returns>
    public bool TryUse(long step)
    {
        if (step <= LastStep)
        {
            return false;
        }

        LastStep = step;
        return true;
    }

    public bool TryUseRecoveryCode(string code)
    {
        var hash = HashOf(code);
        if (!Hashes.Contains(hash))
        {
            return false;
        }

        RecoveryCodeHashes = string.Join(' ', Hashes.Where(h => h != hash));
        return true;
    }

    private static string NewRecoveryCode() =>
        string.Join('-', Totp.ToBase32(RandomNumberGenerator.GetBytes(RecoveryCodeBytes)).ToLowerInvariant().Chunk(GroupLength).Select(group => new string(group)));

    // Eighty random bits need no salt and no slow hash.
    private static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "").Trim().ToLowerInvariant())));
}
