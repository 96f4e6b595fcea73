using System.Security.Cryptography;

namespace DoubleReductionGov.Administration.Users;

/// <summary>A password that is read from a screen or a sheet of paper once: about 90 bits, no characters that look alike.</summary>
internal static class OneTimePassword
{
    public const int Length = 16;

    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Digits = "23456789";
    private const string Signs = "!#%+=?@";

    /// <summary>With one of each kind, so that it satisfies whatever policy is on; a letter comes first, because a spreadsheet takes what begins with a sign for a formula.</summary>
    public static string Create()
    {
        var password = RandomNumberGenerator.GetItems<char>(Lower + Upper + Digits + Signs, Length);
        string[] kinds = [Lower, Upper, Digits, Signs];
        foreach (var (position, kind) in kinds.Index())
        {
            password[position] = kind[RandomNumberGenerator.GetInt32(kind.Length)];
        }

        RandomNumberGenerator.Shuffle(password.AsSpan());
        var letter = Array.FindIndex(password, char.IsAsciiLetter);
        (password[0], password[letter]) = (password[letter], password[0]);
        return new string(password);
    }
}
