using System.ComponentModel.DataAnnotations;

namespace DoubleReductionGov.Administration.Security;

public sealed record SecurityPolicyDto(SecurityPolicyName Policy, IReadOnlyList<SecurityRuleDto> Rules);

/// <param name="Unit">In the reader's language; null for a switch.</param>
/// <param name="Value">In force. A switch is 0 or 1; SecondFactor is 0 nobody, 1 officers, 2 everyone.</param>
/// <param name="PolicyValue">What the chosen policy says.</param>
/// <param name="IsDeviation">Whether the two differ.</param>
public sealed record SecurityRuleDto(
    string Key, string Name, string? Unit, int Value, int PolicyValue, bool IsDeviation, int Minimum, int Maximum, PolicyValueDto Dengbao3, PolicyValueDto Asvs5);

/// <param name="Source">The clause that asks for it; "-" where none does.</param>
public sealed record PolicyValueDto(int Value, string Source);

public sealed class UpdateSecurityPolicyInput
{
    public SecurityPolicyName Policy { get; set; }

    /// <summary>By the rule's key; null: as the policy says.</summary>
    [Required]
    public Dictionary<string, int?> Overrides { get; set; } = [];
}
