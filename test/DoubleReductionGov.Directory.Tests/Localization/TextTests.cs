using System.Reflection;
using System.Text.Json;

namespace DoubleReductionGov.Directory.Localization;

public sealed class TextTests
{
    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    public void Every_permission_and_refusal_has_a_text(string culture)
    {
        var texts = TextsOf(culture);

        ConstantsOf(typeof(DirectoryErrors)).Concat(ConstantsOf(typeof(DirectoryPermissions)).Select(p => "Permission:" + p))
            .ShouldAllBe(key => texts.ContainsKey(key) && !string.IsNullOrWhiteSpace(texts[key]));
    }

    [Fact]
    public void Both_languages_have_the_same_texts() =>
        TextsOf("en").Keys.ShouldBe(TextsOf("zh-Hans").Keys, ignoreOrder: true);

    private static IEnumerable<string> ConstantsOf(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);

    private static Dictionary<string, string> TextsOf(string culture)
    {
        var assembly = typeof(DirectoryModule).Assembly;
        var name = assembly.GetManifestResourceNames().Single(n => n.EndsWith($".Localization.{culture}.json", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(assembly.GetManifestResourceStream(name)!);
        document.RootElement.GetProperty("culture").GetString().ShouldBe(culture);
        return document.RootElement.GetProperty("texts").EnumerateObject().ToDictionary(t => t.Name, t => t.Value.GetString()!);
    }
}
