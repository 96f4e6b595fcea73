using System.Text.RegularExpressions;

namespace DoubleReductionGov.Host.Operations.Logging;

/// <summary>
/// The last line of defence: what looks like a person's number, address or secret leaves no log. Names cannot be recognised, so no message may carry one.
/// </summary>
internal static partial class LogMask
{
    private const string Hidden = "***";

    public static string Apply(string text) => Secret().Replace(Personal().Replace(text, Hidden), "$1" + Hidden);

    // Identity cards, mobile telephones, land lines with an area code, e-mail addresses.
    [GeneratedRegex(@"(?<![0-9A-Za-z])(?:\d{17}[0-9Xx]|1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?![0-9A-Za-z])|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")]
    private static partial Regex Personal();

    [GeneratedRegex("""((?:password|pwd|secret|token|authorization|cookie)["']?\s*[=:]\s*["']?(?:Bearer\s+|Basic\s+)?)[^\s"',;&]+""", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
