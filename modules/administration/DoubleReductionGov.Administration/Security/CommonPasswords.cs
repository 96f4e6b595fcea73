using System.Collections.Frozen;

namespace DoubleReductionGov.Administration.Security;

/// <summary>
/// The passwords that are guessed first. The list (CommonPasswords.txt) is our own: words, names and patterns that Chinese and English
/// users choose, each also with the endings that people add to please a rule.
/// </summary>
internal static class CommonPasswords
{
    private static readonly string[] Endings =
    [
        "", "1", "12", "123", "1234", "12345", "123456", "!", "1!", "123!", "@123", "@1234", "@123456", "#123", "_123", "888", "666", "520", "1314",
        "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026", "2027", "@2021", "@2022", "@2023", "@2024", "@2025", "@2026", "@2027",
    ];

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    public static int Count => List.Value.Count;

    /// <summary>However it is capitalised, and with digits and signs in place of letters.</summary>
    public static bool Contains(string password)
    {
        var plain = password.ToLowerInvariant();
        return List.Value.Contains(plain) || List.Value.Contains(Unmask(plain)) || IsRunOrRepetition(plain);
    }

    private static string Unmask(string text) =>
        text.Replace('@', 'a').Replace('0', 'o').Replace('1', 'l').Replace('3', 'e').Replace('$', 's').Replace('5', 's');

    // 11111111, 12345678, hgfedcba, abababab.
    private static bool IsRunOrRepetition(string text)
    {
        var steps = text.Zip(text.Skip(1), (a, b) => b - a).ToList();
        return steps.Count > 0 && (steps.TrueForAll(s => s == steps[0] && Math.Abs(s) <= 1) || !text.Where((c, i) => i > 1 && c != text[i - 2]).Any());
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(word => Endings.Select(ending => word + ending))
            .ToFrozenSet();
    }
}
