using System.ComponentModel.DataAnnotations;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration.Rights;

public enum RightsKind
{
    Role,
    User,
}

/// <summary>What a role or an account may do: the permissions of its side as a tree, parents before their children.</summary>
/// <param name="WhyNotEditable">In the reader's language; null when the rights may be changed.</param>
/// <param name="ConcurrencyStamp">Of the direct grants as they were read.</param>
public sealed record RightsDto(
    RightsKind Kind, string Name, bool IsEditable, string? WhyNotEditable, string ConcurrencyStamp, IReadOnlyList<RightGroup> Groups);

public sealed record RightGroup(string Name, string DisplayName, IReadOnlyList<Right> Rights);

/// <param name="Depth">0 for the permissions of the group itself.</param>
/// <param name="IsGranted">Directly or by a role.</param>
/// <param name="IsDirect">To this role or account itself.</param>
/// <param name="IsAllowed">Whether it may be granted here: administration is for officers, business for everybody else.</param>
/// <param name="GrantedByRoles">What the roles are called that grant it to the account.</param>
public sealed record Right(
    string Name, string DisplayName, string? ParentName, int Depth, bool IsGranted, bool IsDirect, bool IsAllowed, MultiTenancySides Side,
    IReadOnlyList<string> GrantedByRoles);

public sealed record UpdateRightsInput
{
    /// <summary>All permissions that shall be granted directly.</summary>
    [Required]
    [MaxLength(1000)]
    public IReadOnlyList<string> Granted { get; init; } = [];

    /// <summary>The stamp that was read; null overwrites whatever is there.</summary>
    public string? ConcurrencyStamp { get; init; }
}
