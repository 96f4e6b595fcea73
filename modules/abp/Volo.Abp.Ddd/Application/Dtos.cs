using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Volo.Abp.Application.Dtos;

public interface IPagedResultRequest
{
    int SkipCount { get; set; }

    int MaxResultCount { get; set; }
}

public class ListResultDto<T>
{
    private IReadOnlyList<T>? _items;

    public ListResultDto() { }

    public ListResultDto(IReadOnlyList<T> items) => Items = items;

    public IReadOnlyList<T> Items
    {
        get => _items ??= [];
        set => _items = value;
    }
}

public class PagedResultDto<T> : ListResultDto<T>
{
    public PagedResultDto() { }

    public PagedResultDto(long totalCount, IReadOnlyList<T> items) : base(items) => TotalCount = totalCount;

    public long TotalCount { get; set; }
}

public class LimitedResultRequestDto : IValidatableObject
{
    public static int DefaultMaxResultCount { get; set; } = 10;

    public static int MaxMaxResultCount { get; set; } = 1000;

    [Range(1, int.MaxValue)]
    public virtual int MaxResultCount { get; set; } = DefaultMaxResultCount;

    public virtual IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (MaxResultCount > MaxMaxResultCount)
        {
            yield return new ValidationResult(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0} can not be more than {1}! Increase {2}.{3} on the server side to allow more results.",
                    nameof(MaxResultCount), MaxMaxResultCount, typeof(LimitedResultRequestDto).FullName, nameof(MaxMaxResultCount)),
                [nameof(MaxResultCount)]);
        }
    }
}

public class PagedResultRequestDto : LimitedResultRequestDto, IPagedResultRequest
{
    [Range(0, int.MaxValue)]
    public virtual int SkipCount { get; set; }
}

public class PagedAndSortedResultRequestDto : PagedResultRequestDto
{
    public virtual string? Sorting { get; set; }
}
