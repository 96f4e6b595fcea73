using System.Text.Json;
using System.Text.RegularExpressions;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>The texts of one project, by language.</summary>
internal sealed partial class TextFolder(string path, IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> languages)
{
    public string Path { get; } = path;

    public IEnumerable<string> Keys(string language) => languages.TryGetValue(language, out var texts) ? texts.Keys : [];

    public IEnumerable<string> Problems(IEnumerable<string> expectedLanguages)
    {
        var all = languages.Values.SelectMany(t => t.Keys).Distinct().ToList();
        foreach (var language in expectedLanguages)
        {
            if (!languages.TryGetValue(language, out var texts))
            {
                yield return $"{Path} has no {language}.json";
                continue;
            }

            foreach (var key in all)
            {
                if (!texts.TryGetValue(key, out var text) || string.IsNullOrWhiteSpace(text))
                {
                    yield return $"{Path} {language}: \"{key}\" is missing";
                }
                else if (language == "zh-Hans" && HalfWidth().IsMatch(Quoted().Replace(text, "")))
                {
                    yield return $"{Path} {language}: \"{key}\" has half-width punctuation in Chinese text";
                }
                else if (languages.Values.Any(other => other.TryGetValue(key, out var otherText) && !Placeholders(text).SetEquals(Placeholders(otherText))))
                {
                    yield return $"{Path} {language}: \"{key}\" has other placeholders than in another language";
                }
            }
        }
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"[\u4e00-\u9fff}》”）][,;:!?]|[,;!?][\u4e00-\u9fff]")]
    private static partial Regex HalfWidth();

    // What is quoted may be a piece of a file, written as the file has it.
    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();
}

internal static class Texts
{
    public static IReadOnlyList<TextFolder> Folders { get; } =
    [
        .. Repository.Files.Where(f => f.Extension == ".json" && Repository.IsIn(f, "modules", "src") && Path.GetFileName(Path.GetDirectoryName(f.Path)) == "Localization")
            .GroupBy(f => Path.GetDirectoryName(f.Path)!)
            .Select(g => new TextFolder(g.Key, g.ToDictionary(f => Path.GetFileNameWithoutExtension(f.Name), Read))),
    ];

    public static IReadOnlyList<string> Languages { get; } = ["zh-Hans", "en"];

    private static IReadOnlyDictionary<string, string> Read(SourceFile file)
    {
        using var document = JsonDocument.Parse(file.Text);
        document.RootElement.GetProperty("culture").GetString().ShouldBe(Path.GetFileNameWithoutExtension(file.Name), file.Path);
        var texts = document.RootElement.GetProperty("texts").EnumerateObject().ToList();
        texts.Select(t => t.Name).ShouldBeUnique(file.Path);
        return texts.ToDictionary(t => t.Name, t => t.Value.GetString()!);
    }
}

public sealed partial class TextTests
{
    [Fact]
    public void Every_text_is_there_in_every_language_with_the_same_placeholders_and_its_own_punctuation()
    {
        Texts.Folders.Count.ShouldBeGreaterThan(3);

        Texts.Folders.SelectMany(f => f.Problems(Texts.Languages)).ShouldBeEmpty();
    }

    [Fact]
    public void English_is_english()
    {
        var files = Repository.Files.Where(f => f.Name == "en.json" && Repository.IsIn(f, "modules", "src")).ToList();

        files.SelectMany(f => f.Lines.Where(l => Han().IsMatch(l)).Select(l => $"{f.Path} {l.Trim()}")).ShouldBeEmpty();
    }

    [Fact]
    public void The_guard_sees_what_is_missing()
    {
        var folder = new TextFolder("f", new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["en"] = new Dictionary<string, string> { ["Both"] = "b", ["OnlyEnglish"] = "e", ["Holes"] = "{a} {b}", ["Empty"] = " ", ["Half"] = "h" },
            ["zh-Hans"] = new Dictionary<string, string> { ["Both"] = "两", ["Holes"] = "{b} {c}", ["Empty"] = "空", ["Half"] = "不是，而是,吧" },
        });

        var problems = folder.Problems(["zh-Hans", "en", "fr"]).ToList();

        problems.ShouldBe(
        [
            "f zh-Hans: \"OnlyEnglish\" is missing", "f zh-Hans: \"Holes\" has other placeholders than in another language",
            "f en: \"Holes\" has other placeholders than in another language", "f en: \"Empty\" is missing",
            "f zh-Hans: \"Half\" has half-width punctuation in Chinese text", "f has no fr.json",
        ], ignoreOrder: true);
    }

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Han();
}
