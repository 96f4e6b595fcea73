using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DoubleReductionGov.Programme;

/// <summary>The fields by which a list is sorted, each with <c>asc</c> or <c>desc</c> behind it or not. Anything else is refused, not ignored.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SortableByAttribute(params string[] fields) : ValidationAttribute
{
    public IReadOnlyList<string> Fields { get; } = fields;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string text || string.IsNullOrWhiteSpace(text) || IsKnown(text.Trim().ToLowerInvariant())
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<ProgrammeResource>>()["Validation:Sorting", validationContext.DisplayName, string.Join(", ", Fields)],
                [validationContext.MemberName!]);

    private bool IsKnown(string sorting) =>
        sorting.Split(' ') is [var field, .. var direction] && Fields.Contains(field) && direction is [] or ["asc" or "desc"];
}
