using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace DoubleReductionGov.Administration;

/// <summary>The fields by which a list is sorted, each with <c>asc</c> or <c>desc</c> behind it or not. Anything else is refused, not ignored.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class SortableByAttribute(params string[] fields) : ValidationAttribute
{
    public IReadOnlyList<string> Fields { get; } = fields;

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is not string text || string.IsNullOrWhiteSpace(text) || IsKnown(text.Trim())
            ? ValidationResult.Success
            : new ValidationResult(
                validationContext.GetRequiredService<IStringLocalizer<AdministrationResource>>()["Validation:Sorting", validationContext.DisplayName, string.Join(", ", Fields)],
                [validationContext.MemberName!]);

    private bool IsKnown(string sorting) =>
        sorting.Split(' ') is [var field, .. var direction]
        && Fields.Contains(field, StringComparer.OrdinalIgnoreCase)
        && (direction is [] || (direction is [var word] && word.ToLowerInvariant() is "asc" or "desc"));
}

/// <summary>What a list that passed <see cref="SortableByAttribute"/> is sorted by.</summary>
internal readonly record struct SortOrder(string Field, bool IsDescending)
{
    public static SortOrder Of(string? sorting)
    {
        var words = (sorting ?? "").Trim().ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new SortOrder(words.FirstOrDefault() ?? "", words is [_, "desc"]);
    }

    public IOrderedQueryable<T> By<T, TKey>(IQueryable<T> query, System.Linq.Expressions.Expression<Func<T, TKey>> key) =>
        IsDescending ? query.OrderByDescending(key) : query.OrderBy(key);
}
