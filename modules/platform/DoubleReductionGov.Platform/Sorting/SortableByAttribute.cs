using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DoubleReductionGov.Platform.Sorting;

/// <summary>The fields by which a list is sorted, each with <c>asc</c> or <c>desc</c> behind it or not. Anything else is refused with 400, not ignored.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SortableByAttribute(params string[] fields) : ValidationAttribute
{
    public IReadOnlyList<string> Fields { get; } = fields;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string text || string.IsNullOrWhiteSpace(text) || IsKnown(text.Trim())
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<PlatformResource>>()["Validation:Sorting", validationContext.DisplayName, string.Join(", ", Fields)],
                [validationContext.MemberName!]);

    private bool IsKnown(string sorting) =>
        sorting.ToLowerInvariant().Split(' ') is [var field, .. var direction] && Fields.Contains(field, StringComparer.OrdinalIgnoreCase) && direction is [] or ["asc" or "desc"];
}
