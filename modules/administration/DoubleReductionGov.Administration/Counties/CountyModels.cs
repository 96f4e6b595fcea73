using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Platform.Sorting;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.Counties;

public sealed class CountyListInput : PagedAndSortedResultRequestDto
{
    /// <summary>Part of the name.</summary>
    [StringLength(64)]
    public string? Filter { get; set; }

    [SortableBy("name", "creationTime")]
    public override string? Sorting { get; set; }
}

/// <param name="Code">The division code; null for a tenant that the directory does not know.</param>
/// <param name="Connection">Where its own database is, without name and password; null when it shares the city's.</param>
public sealed record CountyListItem(
    Guid Id, string Name, string? Code, bool IsActive, bool HasOwnDatabase, string? Connection, DateTime CreationTime, string ConcurrencyStamp);

public sealed record CreateCountyInput
{
    [Required]
    [StringLength(CountyRules.NameMaxLength)]
    public string Name { get; init; } = "";

    [Required]
    [RegularExpression("^[0-9]{6}$")]
    public string Code { get; init; } = "";

    /// <summary>Of a database of its own; null: the city's database. It is never told again.</summary>
    [StringLength(CountyRules.ConnectionStringMaxLength)]
    public string? ConnectionString { get; init; }
}

public sealed record UpdateCountyInput
{
    [Required]
    [StringLength(CountyRules.NameMaxLength)]
    public string Name { get; init; } = "";

    public string? ConcurrencyStamp { get; init; }
}

public sealed record CountyStepInput(string? ConcurrencyStamp);

public sealed record TestConnectionInput
{
    [Required]
    [StringLength(CountyRules.ConnectionStringMaxLength)]
    public string ConnectionString { get; init; } = "";
}

internal static class CountyRules
{
    public const int NameMaxLength = 50;

    /// <summary>Encrypted it must still fit into its column.</summary>
    public const int ConnectionStringMaxLength = 500;
}
