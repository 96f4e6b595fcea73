using Volo.Abp;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>How far a task or step is: the percent, and the figure where a number measures it.</summary>
internal readonly record struct Reading(int Progress, decimal? Value)
{
    /// <summary>The new reading from what was typed: a figure where a number measures, else a percent. Falling needs a reason.</summary>
    public Reading Next(Measure? measure, int? progress, decimal? value, string? reason)
    {
        if (measure?.Kind == MeasureKind.Number)
        {
            return NextFigure(measure, value, reason);
        }

        if (progress is not (>= 0 and <= 100))
        {
            throw new BusinessException(ProgrammeErrors.ProgressOutOfRange).WithData("value", progress?.ToString() ?? "");
        }

        if (progress < Progress && string.IsNullOrWhiteSpace(reason))
        {
            throw new BusinessException(ProgrammeErrors.ProgressFellWithoutReason).WithData("from", $"{Progress}%").WithData("to", $"{progress}%");
        }

        return new Reading(progress.Value, null);
    }

    private Reading NextFigure(Measure measure, decimal? value, string? reason)
    {
        if (value is not { } figure)
        {
            throw new BusinessException(ProgrammeErrors.ValueIsRequired).WithData("unit", measure.Unit ?? "");
        }

        if (!ItemRules.IsFigure(figure))
        {
            throw new BusinessException(ProgrammeErrors.ProgressOutOfRange).WithData("value", ItemRules.Text(figure));
        }

        var next = new Reading(ProgressAt(measure, figure), figure);
        if (figure < Value && string.IsNullOrWhiteSpace(reason))
        {
            throw new BusinessException(ProgrammeErrors.ProgressFellWithoutReason).WithData("from", Text(measure)).WithData("to", next.Text(measure));
        }

        return next;
    }

    /// <summary>"60 家" or "40%".</summary>
    public string Text(Measure? measure) => measure?.Kind == MeasureKind.Number
        ? $"{ItemRules.Text(Value ?? 0)} {measure.Unit}".TrimEnd()
        : $"{Progress}%";

    public static int ProgressAt(Measure measure, decimal figure) =>
        figure >= measure.Target ? 100 : (int)decimal.Floor(100 * figure / measure.Target!.Value);
}
