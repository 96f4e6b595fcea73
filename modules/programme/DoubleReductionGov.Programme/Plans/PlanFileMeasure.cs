namespace DoubleReductionGov.Programme.Plans;

/// <summary>The measure of an item: evidence with a text only, or a number with target, unit and, if wanted, the counties' shares.</summary>
internal static class PlanFileMeasure
{
    public static (Measure? Measure, IReadOnlyDictionary<string, decimal>? Shares) Read(PlanFileNode item)
    {
        if (item.Mapping("measure", "kind", "text", "target", "unit", "shares") is not { } node)
        {
            return (null, null);
        }

        var kind = node.RequiredText("kind", ItemRules.UnitMaxLength);
        var text = node.RequiredText("text", ItemRules.MeasureTextMaxLength);
        switch (kind)
        {
            case "evidence":
                RefuseFigures(node);
                return (new Measure(MeasureKind.Evidence, text, null, null), null);
            case "number":
                return ReadNumber(node, text);
            default:
                if (kind.Length > 0)
                {
                    node.Fail(node.LineOf("kind"), PlanFileReason.UnknownMeasureKind, kind);
                }

                return (null, null);
        }
    }

    private static void RefuseFigures(PlanFileNode node)
    {
        foreach (var key in new[] { "target", "unit", "shares" }.Where(node.Lines.ContainsKey))
        {
            node.Fail(node.LineOf(key), PlanFileReason.KeyNotForEvidence, key);
        }
    }

    private static (Measure? Measure, IReadOnlyDictionary<string, decimal>? Shares) ReadNumber(PlanFileNode node, string text)
    {
        var target = node.Figure("target", required: true);
        if (target == 0)
        {
            node.Fail(node.LineOf("target"), PlanFileReason.OutOfRange, "target", "0.01", ItemRules.Text(ItemRules.LargestFigure));
        }

        var unit = node.RequiredText("unit", ItemRules.UnitMaxLength);
        var shares = node.Mapping("shares") is { } list ? ReadShares(list) : null;
        if (shares is not null && target is not null && shares.Values.Sum() != target)
        {
            node.Fail(node.LineOf("shares"), PlanFileReason.SharesDoNotAddUp, ItemRules.Text(shares.Values.Sum()), ItemRules.Text(target.Value));
        }

        return (new Measure(MeasureKind.Number, text, target, unit), shares);
    }

    private static Dictionary<string, decimal> ReadShares(PlanFileNode list) =>
        list.Keys.ToDictionary(county => county, county => list.Figure(county, required: true) ?? 0);
}
