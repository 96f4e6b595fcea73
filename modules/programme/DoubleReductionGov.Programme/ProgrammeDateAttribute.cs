using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DoubleReductionGov.Programme;

/// <summary>A date that a plan of our time can hold; keeps mistyped centuries out.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class ProgrammeDateAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null || (value is DateOnly date && date >= ItemRules.FirstDate && date <= ItemRules.LastDate)
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<ProgrammeResource>>()[
                    "Validation:Date", validationContext.DisplayName, ItemRules.Text(ItemRules.FirstDate), ItemRules.Text(ItemRules.LastDate)],
                [validationContext.MemberName!]);
}
