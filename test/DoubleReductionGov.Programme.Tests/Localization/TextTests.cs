using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Verification;

namespace DoubleReductionGov.Programme.Localization;

public partial class TextTests
{
    private static readonly Dictionary<string, string> Chinese = Read("zh-Hans");
    private static readonly Dictionary<string, string> English = Read("en");

    [Fact]
    public void Both_languages_have_the_same_texts_with_the_same_figures()
    {
        English.Keys.ShouldBe(Chinese.Keys, ignoreOrder: true);
        foreach (var key in Chinese.Keys)
        {
            Placeholders(English[key]).ShouldBe(Placeholders(Chinese[key]), key);
        }
    }

    [Fact]
    public void Every_refusal_and_permission_has_a_text()
    {
        foreach (var code in Constants(typeof(ProgrammeErrors)).Concat(Constants(typeof(ProgrammePermissions)).Select(p => "Permission:" + p)))
        {
            Chinese.ShouldContainKey(code);
        }
    }

    [Fact]
    public void Every_mistake_in_a_file_has_a_text()
    {
        foreach (var reason in Enum.GetNames<PlanFileReason>())
        {
            Chinese.ShouldContainKey("PlanFile:" + reason);
        }
    }

    [Theory]
    [InlineData(typeof(PlanState))]
    [InlineData(typeof(TaskState))]
    [InlineData(typeof(Light))]
    [InlineData(typeof(MeasureKind))]
    [InlineData(typeof(ExtensionState))]
    [InlineData(typeof(MissingPart))]
    [InlineData(typeof(WaitingKind))]
    [InlineData(typeof(TaskChangeKind))]
    [InlineData(typeof(LightRuleLine))]
    public void Every_state_has_a_text(Type states)
    {
        foreach (var state in Enum.GetNames(states))
        {
            Chinese.ShouldContainKey($"Enum:{states.Name}.{state}");
        }
    }

    private static IEnumerable<string> Constants(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!);

    private static List<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Value).Distinct().Order(StringComparer.Ordinal)];

    private static Dictionary<string, string> Read(string culture)
    {
        using var stream = typeof(ProgrammeResource).Assembly.GetManifestResourceStream($"DoubleReductionGov.Programme.Localization.{culture}.json")!;
        return JsonDocument.Parse(stream).RootElement.GetProperty("texts").Deserialize<Dictionary<string, string>>()!;
    }

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
