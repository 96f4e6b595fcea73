using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>
/// Reads the file of a plan (TASK-01) and finds all its mistakes in one pass, each with its line: first what the text says, item by
/// item, then what only shows in the whole (<see cref="PlanFileChecks"/>).
/// </summary>
internal sealed partial class PlanFileParser
{
    public const int MaximumBytes = 1024 * 1024;

    private const int MaximumDepth = 16;
    private const int MaximumItems = 2000;
    private const int MaximumYear = 2100;

    private readonly List<PlanFileError> _errors = [];
    private int _itemCount;
    private int _lastLine;

    private PlanFileParser()
    {
    }

    /// <summary>The plan, or all that is wrong with the file.</summary>
    public static (PlanFile? Plan, IReadOnlyList<PlanFileError> Errors) Parse(byte[] bytes, PlanFileContext context)
    {
        if (bytes.Length > MaximumBytes)
        {
            return (null, [new PlanFileError(0, PlanFileReason.TooLarge, MaximumBytes / 1024 / 1024)]);
        }

        try
        {
            return Parse(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF'), context);
        }
        catch (DecoderFallbackException)
        {
            return (null, [new PlanFileError(0, PlanFileReason.NotUtf8)]);
        }
    }

    public static (PlanFile? Plan, IReadOnlyList<PlanFileError> Errors) Parse(string text, PlanFileContext context)
    {
        var parser = new PlanFileParser();
        var plan = parser.Load(text) is { } root ? parser.ReadPlan(root) : null;
        if (plan is not null)
        {
            parser._errors.AddRange(PlanFileChecks.Run(plan, context));
        }

        return parser._errors.Count == 0 ? (plan, []) : (null, [.. parser._errors.OrderBy(e => e.Line)]);
    }

    private PlanFileNode? Load(string text)
    {
        try
        {
            if (!IsPlain(text))
            {
                return null;
            }

            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count switch
            {
                0 => Fail(0, PlanFileReason.Empty),
                > 1 => Fail(LineOf(stream.Documents[1].RootNode), PlanFileReason.MoreThanOneDocument),
                _ => PlanFileNode.Of(stream.Documents[0].RootNode, _errors, "code", "title", "year", "document", "start", "due", "sections"),
            };
        }
        catch (YamlException mistake)
        {
            return Fail((int)mistake.Start.Line, PlanFileReason.NotYaml);
        }
        catch (Exception mistake) when (mistake is InvalidOperationException or ArgumentException)
        {
            // What YamlDotNet throws for some broken brackets, aliases and tags; found by feeding it altered files.
            return Fail(_lastLine, PlanFileReason.NotYaml);
        }
    }

    /// <summary>The tree is built by recursion: nesting without end would bring the process down, and an alias can multiply a file.</summary>
    private bool IsPlain(string text)
    {
        var depth = 0;
        var parser = new Parser(new StringReader(text));
        while (parser.MoveNext())
        {
            _lastLine = (int)parser.Current!.Start.Line;
            depth += parser.Current.NestingIncrease;
            if (depth > MaximumDepth)
            {
                Fail(_lastLine, PlanFileReason.TooDeep);
                return false;
            }

            if (parser.Current is AnchorAlias)
            {
                Fail(_lastLine, PlanFileReason.AliasNotAllowed);
                return false;
            }
        }

        return true;
    }

    private PlanFile ReadPlan(PlanFileNode root)
    {
        var code = root.RequiredText("code", ItemRules.CodeMaxLength);
        if (code.Length > 0 && !CodeForm().IsMatch(code))
        {
            Fail(root.LineOf("code"), PlanFileReason.BadCode, code);
        }

        return new PlanFile(
            code,
            root.RequiredText("title", ItemRules.TitleMaxLength),
            root.Integer("year", ItemRules.FirstDate.Year, MaximumYear, required: true) ?? 0,
            root.RequiredText("document", ItemRules.DocumentMaxLength),
            root.Date("start", required: true) ?? default,
            root.Date("due", required: true) ?? default,
            ReadSections(root));
    }

    private List<PlanFileItem> ReadSections(PlanFileNode root)
    {
        var tasks = new List<PlanFileItem>();
        foreach (var section in root.Mappings("sections", required: true, "title", "tasks"))
        {
            var title = section.RequiredText("title", ItemRules.SectionMaxLength);
            foreach (var task in section.Mappings("tasks", required: true, [.. PlanFileNode.ItemKeys, "source", "steps"]))
            {
                if (++_itemCount > MaximumItems)
                {
                    Fail(task.Line, PlanFileReason.TooManyItems, MaximumItems);
                    return tasks;
                }

                tasks.Add(ReadTask(task, title));
            }
        }

        return tasks;
    }

    private PlanFileItem ReadTask(PlanFileNode node, string section)
    {
        var task = ReadItem(node, section, node.RequiredText("source", ItemRules.SourceMaxLength), null);
        var steps = new List<PlanFileItem>();
        foreach (var step in node.Mappings("steps", required: false, PlanFileNode.ItemKeys))
        {
            if (++_itemCount > MaximumItems)
            {
                Fail(step.Line, PlanFileReason.TooManyItems, MaximumItems);
                break;
            }

            steps.Add(ReadItem(step, section, task.Source, task));
        }

        return task with { Steps = steps };
    }

    private PlanFileItem ReadItem(PlanFileNode node, string section, string source, PlanFileItem? parent)
    {
        var number = node.RequiredText("number", ItemRules.NumberMaxLength);
        if (number.Length > 0 && !NumberForm().IsMatch(number))
        {
            Fail(node.LineOf("number"), PlanFileReason.BadNumber, number);
        }

        var lead = node.Text("lead", ItemRules.DepartmentCodeMaxLength);
        var (measure, shares) = PlanFileMeasure.Read(node);
        return new PlanFileItem
        {
            Line = node.Line,
            Lines = node.Lines,
            Section = section,
            Number = number,
            Title = node.RequiredText("title", ItemRules.TitleMaxLength),
            Source = source,
            Lead = lead ?? parent?.Lead,
            Support = node.Texts("support", ItemRules.DepartmentCodeMaxLength) ?? parent?.Support ?? [],
            Person = node.Text("person", ItemRules.NameMaxLength) ?? (lead is null ? parent?.Person : null),
            Start = node.Date("start", required: false),
            Due = node.Date("due", required: false),
            Weight = node.Integer("weight", 1, ItemRules.TotalWeight, required: true),
            After = node.Texts("after", ItemRules.NumberMaxLength) ?? [],
            Measure = measure,
            Shares = shares,
        };
    }

    private PlanFileNode? Fail(int line, PlanFileReason reason, params object[] arguments)
    {
        _errors.Add(new PlanFileError(line, reason, arguments));
        return null;
    }

    private static int LineOf(YamlNode node) => (int)node.Start.Line;

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$")]
    private static partial Regex CodeForm();

    [GeneratedRegex("^[0-9A-Za-z][0-9A-Za-z.-]*$")]
    private static partial Regex NumberForm();
}
