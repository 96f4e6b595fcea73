using System.ComponentModel.DataAnnotations;

namespace DoubleReductionGov.Programme;

/// <summary>A date that a plan of our time can hold; keeps mistyped centuries out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProgrammeDateAttribute() : ValidationAttribute("The field {0} must be a date from 2000-01-01 to 2100-12-31.")
{
    public override bool IsValid(object? value) =>
        value is null || (value is DateOnly date && date >= ItemRules.FirstDate && date <= ItemRules.LastDate);
}
