namespace DoubleReductionGov.Programme.WallChart;

/// <summary>The light of a whole county: as bad as a large enough part of its tasks, by weight.</summary>
internal sealed record CountyLight(int RedShare, int YellowShare)
{
    public Light Of(IReadOnlyCollection<(Light Light, int Weight)> tasks)
    {
        var total = tasks.Sum(t => t.Weight);
        if (total == 0)
        {
            return Light.Grey;
        }

        var red = tasks.Where(t => t.Light == Light.Red).Sum(t => t.Weight);
        var yellow = tasks.Where(t => t.Light == Light.Yellow).Sum(t => t.Weight);
        if (red > 0 && 100 * red >= RedShare * total)
        {
            return Light.Red;
        }

        return red + yellow > 0 && 100 * (red + yellow) >= YellowShare * total ? Light.Yellow : Light.Green;
    }

    /// <summary>Progress of a county over its tasks, by weight.</summary>
    public static int ProgressOf(IReadOnlyCollection<WallChartCell> cells)
    {
        var total = cells.Sum(c => c.Weight);
        return total == 0 ? 0 : cells.Sum(c => c.Progress * c.Weight) / total;
    }
}
