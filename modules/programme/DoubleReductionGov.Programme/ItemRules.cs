using System.Globalization;
using Volo.Abp;

namespace DoubleReductionGov.Programme;

/// <summary>Lengths and rules that hold for the items of a plan and for the tasks and steps of a county alike.</summary>
internal static class ItemRules
{
    public const int CodeMaxLength = 64;
    public const int NumberMaxLength = 16;
    public const int TitleMaxLength = 200;
    public const int SectionMaxLength = 100;
    public const int SourceMaxLength = 100;
    public const int DocumentMaxLength = 200;
    public const int MeasureTextMaxLength = 500;
    public const int UnitMaxLength = 16;
    public const int NameMaxLength = 100;
    public const int DepartmentCodeMaxLength = 16;
    public const int ReasonMaxLength = 500;
    public const int TotalWeight = 100;
    public const decimal LargestFigure = 999_999_999_999.99m;

    public static readonly DateOnly FirstDate = new(2000, 1, 1);
    public static readonly DateOnly LastDate = new(2100, 12, 31);

    /// <summary>The last day is not before the first, and both lie within those of the item above.</summary>
    public static void EnsureDates(string number, DateOnly? start, DateOnly? due, DateOnly? parentStart, DateOnly? parentDue)
    {
        if (due < start)
        {
            throw new BusinessException(ProgrammeErrors.DueBeforeStart).WithData("start", Text(start)).WithData("due", Text(due));
        }

        if (start < parentStart || due > parentDue || start > parentDue || due < parentStart)
        {
            throw new BusinessException(ProgrammeErrors.DatesOutsideParent)
                .WithData("number", number)
                .WithData("start", Text(start)).WithData("due", Text(due))
                .WithData("parentStart", Text(parentStart)).WithData("parentDue", Text(parentDue));
        }
    }

    public static void EnsureWeight(int weight)
    {
        if (weight is < 1 or > TotalWeight)
        {
            throw new BusinessException(ProgrammeErrors.WeightOutOfRange).WithData("weight", weight);
        }
    }

    public static string EnsureReason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? throw new BusinessException(ProgrammeErrors.ReasonIsRequired) : reason.Trim();

    /// <summary>A figure that a table and a report can hold: not negative, at most two decimals.</summary>
    public static bool IsFigure(decimal value) => value is >= 0 and <= LargestFigure && decimal.Round(value, 2) == value;

    /// <summary>For refusals and history, the same in every language.</summary>
    public static string Text(DateOnly? date) => date?.ToString("O", CultureInfo.InvariantCulture) ?? "—";

    public static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
