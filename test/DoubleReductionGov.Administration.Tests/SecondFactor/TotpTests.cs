using System.Text;
using DoubleReductionGov.Administration.SecondFactor;

namespace DoubleReductionGov.Administration.Tests.SecondFactor;

public sealed class TotpTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>Appendix B of RFC 6238, SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        var time = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Totp.CodeAt(Secret, Totp.StepAt(time), digits: 8).ShouldBe(code);
        Totp.CodeAt(Secret, Totp.StepAt(time)).ShouldBe(code[2..]);
    }

    [Fact]
    public void A_code_is_known_one_step_early_and_late_and_no_more()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_010);
        var step = Totp.StepAt(now);

        new[] { -2, -1, 0, 1, 2 }.Select(d => Totp.FindStep(Secret, Totp.CodeAt(Secret, step + d), now)).ShouldBe([null, step - 1, step, step + 1, null]);
        Totp.FindStep(Secret, "", now).ShouldBeNull();
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_the_standards_base32(string text, string written) => Totp.ToBase32(Encoding.ASCII.GetBytes(text)).ShouldBe(written);

    [Fact]
    public void A_step_and_a_recovery_code_are_used_once()
    {
        var factor = new UserSecondFactor(Guid.CreateVersion7(), null, Guid.CreateVersion7(), "protected");
        var codes = factor.Enable();

        (factor.TryUse(10), factor.TryUse(10), factor.TryUse(9), factor.TryUse(11)).ShouldBe((true, false, false, true));
        (factor.TryUseRecoveryCode(codes[0].ToUpperInvariant()), factor.TryUseRecoveryCode(codes[0]), factor.RecoveryCodesLeft).ShouldBe((true, false, 9));
        factor.RecoveryCodeHashes.ShouldNotContain(codes[1]);
        factor.RenewRecoveryCodes();
        (factor.TryUseRecoveryCode(codes[1]), factor.RecoveryCodesLeft).ShouldBe((false, 10));
    }
}
