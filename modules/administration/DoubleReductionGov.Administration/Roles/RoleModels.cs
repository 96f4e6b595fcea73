using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Platform.Sorting;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.Roles;

public sealed class RoleListInput : PagedAndSortedResultRequestDto
{
    /// <summary>Part of the name.</summary>
    [StringLength(64)]
    public string? Filter { get; set; }

    [SortableBy("name")]
    public override string? Sorting { get; set; }
}

/// <param name="DisplayName">In the reader's language; a role made here is called by its name.</param>
/// <param name="IsStatic">The platform is built on it: it is neither renamed nor deleted.</param>
public sealed record RoleListItem(Guid Id, string Name, string DisplayName, bool IsStatic, bool IsOfficer, int UserCount, string ConcurrencyStamp);

public sealed record RoleInput
{
    public const int NameMaxLength = 64;

    [Required]
    [StringLength(NameMaxLength)]
    [RegularExpression(@"^[\p{L}\p{N}][\p{L}\p{N} ._()（）-]*$")]
    public string Name { get; init; } = "";

    /// <summary>When renaming: the stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}
