using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using Volo.Abp.Validation;

namespace DoubleReductionGov.Platform.Sorting;

/// <summary>What each field of <see cref="SortableByAttribute"/> means for the rows of a list. A client's text is looked up here and never reaches the query.</summary>
public sealed class SortFields<T>
{
    private readonly Dictionary<string, Func<IQueryable<T>, bool, IOrderedQueryable<T>>> _fields = new(StringComparer.OrdinalIgnoreCase);

    public SortFields<T> Add<TKey>(string field, Expression<Func<T, TKey>> key)
    {
        _fields.Add(field, (query, descending) => descending ? query.OrderByDescending(key) : query.OrderBy(key));
        return this;
    }

    /// <param name="query">The rows.</param>
    /// <param name="sorting">A field, alone or with <c>asc</c> or <c>desc</c> behind it; nothing asks for <paramref name="byDefault"/>.</param>
    /// <param name="byDefault">The order of who asked for none.</param>
    /// <exception cref="AbpValidationException">The field is none of these.</exception>
    public IOrderedQueryable<T> Sort(IQueryable<T> query, string? sorting, Func<IQueryable<T>, IOrderedQueryable<T>> byDefault) =>
        (sorting ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) switch
        {
            [] => byDefault(query),
            [var field] when _fields.TryGetValue(field, out var sort) => sort(query, false),
            [var field, var direction] when _fields.TryGetValue(field, out var sort) && IsDirection(direction) =>
                sort(query, direction.Equals("desc", StringComparison.OrdinalIgnoreCase)),
            _ => throw new AbpValidationException(
                "The list is not sorted by that.", [new ValidationResult($"Sorting: {string.Join(", ", _fields.Keys)}", ["Sorting"])]),
        };

    private static bool IsDirection(string word) =>
        word.Equals("asc", StringComparison.OrdinalIgnoreCase) || word.Equals("desc", StringComparison.OrdinalIgnoreCase);
}
