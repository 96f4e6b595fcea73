using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>A mapping of the file: reads its keys by their type and notes every mistake with its line. A null or empty value is absent.</summary>
internal sealed class PlanFileNode
{
    public static readonly string[] ItemKeys = ["number", "title", "lead", "support", "person", "start", "due", "weight", "after", "measure"];

    private readonly List<PlanFileError> _errors;
    private readonly Dictionary<string, YamlNode> _values = [];

    private PlanFileNode(YamlMappingNode mapping, List<PlanFileError> errors, string[] keys)
    {
        _errors = errors;
        Line = (int)mapping.Start.Line;
        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "?";
            if (keys.Length > 0 && !keys.Contains(name))
            {
                Fail((int)key.Start.Line, PlanFileReason.UnknownKey, name, string.Join(", ", keys));
            }
            else if (!IsAbsent(value))
            {
                _values[name] = value;
            }
        }

        Lines = _values.ToDictionary(v => v.Key, v => (int)v.Value.Start.Line);
    }

    public int Line { get; }

    public IReadOnlyDictionary<string, int> Lines { get; }

    /// <summary>All keys that are there; for mappings whose keys are data.</summary>
    public IEnumerable<string> Keys => _values.Keys;

    public int LineOf(string key) => Lines.GetValueOrDefault(key, Line);

    /// <summary>Without <paramref name="keys"/> every key is allowed.</summary>
    public static PlanFileNode? Of(YamlNode node, List<PlanFileError> errors, params string[] keys)
    {
        if (node is YamlMappingNode mapping)
        {
            return new PlanFileNode(mapping, errors, keys);
        }

        errors.Add(new PlanFileError((int)node.Start.Line, PlanFileReason.NotAMapping));
        return null;
    }

    public string RequiredText(string key, int maxLength) => Has(key, required: true) ? Text(key, maxLength) ?? "" : "";

    public string? Text(string key, int maxLength) => _values.TryGetValue(key, out var node) ? TextOf(node, key, maxLength) : null;

    public DateOnly? Date(string key, bool required)
    {
        if (!Has(key, required) || Text(key, int.MaxValue) is not { } text)
        {
            return null;
        }

        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            Fail(LineOf(key), PlanFileReason.NotADate, key, text);
            return null;
        }

        if (date < ItemRules.FirstDate || date > ItemRules.LastDate)
        {
            Fail(LineOf(key), PlanFileReason.OutOfRange, key, ItemRules.Text(ItemRules.FirstDate), ItemRules.Text(ItemRules.LastDate));
            return null;
        }

        return date;
    }

    public int? Integer(string key, int minimum, int maximum, bool required)
    {
        if (!Has(key, required) || Text(key, int.MaxValue) is not { } text)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Fail(LineOf(key), PlanFileReason.NotAnInteger, key, text);
            return null;
        }

        if (number < minimum || number > maximum)
        {
            Fail(LineOf(key), PlanFileReason.OutOfRange, key, minimum, maximum);
            return null;
        }

        return number;
    }

    public decimal? Figure(string key, bool required)
    {
        if (!Has(key, required) || Text(key, int.MaxValue) is not { } text)
        {
            return null;
        }

        var isNumber = decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var figure);
        if (!isNumber || !ItemRules.IsFigure(figure))
        {
            Fail(LineOf(key), PlanFileReason.NotAFigure, key, text);
            return null;
        }

        return figure;
    }

    /// <summary>A list of short texts; null: the key is not there.</summary>
    public IReadOnlyList<string>? Texts(string key, int maxLength)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return null;
        }

        if (node is not YamlSequenceNode list)
        {
            Fail(LineOf(key), PlanFileReason.NotAList, key);
            return null;
        }

        return [.. list.Children.Select(child => TextOf(child, key, maxLength)).OfType<string>()];
    }

    public IReadOnlyList<PlanFileNode> Mappings(string key, bool required, params string[] keys)
    {
        if (!Has(key, required))
        {
            return [];
        }

        if (_values[key] is not YamlSequenceNode list)
        {
            Fail(LineOf(key), PlanFileReason.NotAList, key);
            return [];
        }

        if (required && list.Children.Count == 0)
        {
            Fail(LineOf(key), PlanFileReason.MissingKey, key);
        }

        return [.. list.Children.Select(child => Of(child, _errors, keys)).OfType<PlanFileNode>()];
    }

    public PlanFileNode? Mapping(string key, params string[] keys) =>
        _values.TryGetValue(key, out var node) ? Of(node, _errors, keys) : null;

    public void Fail(int line, PlanFileReason reason, params object[] arguments) => _errors.Add(new PlanFileError(line, reason, arguments));

    private bool Has(string key, bool required)
    {
        var has = _values.ContainsKey(key);
        if (!has && required)
        {
            Fail(Line, PlanFileReason.MissingKey, key);
        }

        return has;
    }

    private string? TextOf(YamlNode node, string key, int maxLength)
    {
        var line = (int)node.Start.Line;
        if (node is not YamlScalarNode { Value: { } value })
        {
            Fail(line, PlanFileReason.NotText, key);
            return null;
        }

        value = value.Trim();
        if (value.Any(char.IsControl))
        {
            Fail(line, PlanFileReason.ControlCharacter, key);
            return null;
        }

        if (value.Length > maxLength)
        {
            Fail(line, PlanFileReason.TooLong, key, maxLength, value.Length);
            return null;
        }

        return value;
    }

    private static bool IsAbsent(YamlNode node) =>
        node is YamlScalarNode scalar
        && (string.IsNullOrWhiteSpace(scalar.Value) || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null"));
}
