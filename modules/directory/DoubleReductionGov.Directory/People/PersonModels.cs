using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Directory.Organisations;

namespace DoubleReductionGov.Directory.People;

public sealed record PersonListInput
{
    public Guid? OrganisationId { get; init; }

    /// <summary>Part of the name.</summary>
    [StringLength(Person.NameMaxLength)]
    public string? Filter { get; init; }
}

public sealed record CreatePersonInput
{
    [Required]
    [StringLength(Person.NameMaxLength)]
    public string Name { get; init; } = "";

    [StringLength(Person.PostMaxLength)]
    public string? Post { get; init; }

    public Guid OrganisationId { get; init; }
}

public sealed record UpdatePersonInput
{
    [Required]
    [StringLength(Person.NameMaxLength)]
    public string Name { get; init; } = "";

    [StringLength(Person.PostMaxLength)]
    public string? Post { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record PersonDto(
    Guid Id, string Name, string? Post, Guid OrganisationId, string OrganisationName, bool HasAccount, string ConcurrencyStamp)
{
    internal static PersonDto From(Person person, Organisation organisation) => new(
        person.Id, person.Name, person.Post, organisation.Id, organisation.Name, person.UserId is not null, person.ConcurrencyStamp);
}
