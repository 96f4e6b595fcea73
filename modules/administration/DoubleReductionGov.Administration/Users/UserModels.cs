using System.ComponentModel.DataAnnotations;
using DoubleReductionGov.Platform.Sorting;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Administration.Users;

public sealed class UserListInput : PagedAndSortedResultRequestDto
{
    /// <summary>Part of the user name or of the name.</summary>
    [StringLength(64)]
    public string? Filter { get; set; }

    public Guid? RoleId { get; set; }

    public Guid? OrganisationId { get; set; }

    public bool? IsActive { get; set; }

    public bool? IsLocked { get; set; }

    [SortableBy("userName", "name", "creationTime", "lastPasswordChangeTime")]
    public override string? Sorting { get; set; }
}

/// <param name="DisplayName">In the reader's language.</param>
public sealed record UserRole(Guid Id, string Name, string DisplayName, bool IsOfficer);

/// <param name="PhoneNumber">Masked: the middle digits are not told.</param>
public sealed record UserListItem(
    Guid Id, string UserName, string? Name, string? PhoneNumber, string? Email, bool IsActive, bool IsLocked, DateTimeOffset? LockoutEnd,
    bool MustChangePassword, bool TwoFactorEnabled, Guid? OrganisationId, string? OrganisationName, IReadOnlyList<UserRole> Roles,
    DateTime CreationTime, string ConcurrencyStamp);

public sealed record UserDto(
    Guid Id, string UserName, string? Name, string? PhoneNumber, string? Email, bool IsActive, bool IsLocked, DateTimeOffset? LockoutEnd,
    bool MustChangePassword, bool TwoFactorEnabled, Guid? OrganisationId, string? OrganisationName, Guid? PersonId, string? Post,
    IReadOnlyList<UserRole> Roles, DateTime CreationTime, DateTimeOffset? LastPasswordChangeTime, string ConcurrencyStamp);

/// <summary>What an administrator says of an account's owner.</summary>
public abstract record UserInput // exempt(public): the common part of two inputs, which must be as public as they are.
{
    [Required]
    [StringLength(UserRules.NameMaxLength)]
    public string Name { get; init; } = "";

    [RegularExpression(UserRules.PhonePattern)]
    public string? PhoneNumber { get; init; }

    [EmailAddress]
    [StringLength(UserRules.EmailMaxLength)]
    public string? Email { get; init; }

    /// <summary>A person of the directory without another account; without one, the organisation tells.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The organisation in which the owner is looked up by name, or added. Null: an account without an organisation.</summary>
    public Guid? OrganisationId { get; init; }

    [StringLength(UserRules.PostMaxLength)]
    public string? Post { get; init; }
}

public sealed record CreateUserInput : UserInput
{
    [Required]
    [RegularExpression(UserRules.UserNamePattern)]
    public string UserName { get; init; } = "";
}

public sealed record UpdateUserInput : UserInput
{
    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}

public sealed record UserStepInput(string? ConcurrencyStamp);

public sealed record UpdateUserRolesInput
{
    /// <summary>All roles that the account shall have.</summary>
    [Required]
    [MaxLength(50)]
    public IReadOnlyList<Guid> RoleIds { get; init; } = [];

    public string? ConcurrencyStamp { get; init; }
}

/// <summary>A password for one sign-in. It is told once and kept nowhere.</summary>
/// <param name="ExpiresAt">After this the account needs a new one.</param>
public sealed record OneTimePasswordDto(Guid UserId, string UserName, string Password, DateTimeOffset ExpiresAt);

public sealed record UserOrganisation(Guid Id, string Name);

public sealed record UserPersonInput
{
    [StringLength(UserRules.NameMaxLength)]
    public string? Filter { get; init; }

    public Guid? OrganisationId { get; init; }
}

public sealed record UserPerson(Guid Id, string Name, string? Post, Guid OrganisationId, string OrganisationName);
