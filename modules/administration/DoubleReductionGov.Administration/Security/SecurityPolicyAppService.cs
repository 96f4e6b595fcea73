using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Services;
using Volo.Abp.Validation;
using System.ComponentModel.DataAnnotations;

namespace DoubleReductionGov.Administration.Security;

/// <summary>The account policy in force, beside what each of the two named policies asks for. Everybody may know it; the city's security administrator sets it.</summary>
[Authorize]
public sealed class SecurityPolicyAppService : ApplicationService
{
    public SecurityPolicyAppService() => LocalizationResource = typeof(AccountResource);

    private SecurityPolicy Policy => LazyServiceProvider.LazyGetRequiredService<SecurityPolicy>();

    public async Task<SecurityPolicyDto> GetAsync()
    {
        var policy = await Policy.GetNameAsync();
        var rules = new List<SecurityRuleDto>();
        foreach (var rule in SecurityRules.All)
        {
            rules.Add(Describe(rule, policy, await Policy.GetAsync(rule)));
        }

        return new SecurityPolicyDto(policy, rules);
    }

    /// <summary>Sets the policy and the values that differ from it; a rule that is not named follows the policy.</summary>
    [Authorize(SecurityPermissions.SecurityPolicy)]
    [NeedsConfirmation]
    public async Task<SecurityPolicyDto> UpdateAsync(UpdateSecurityPolicyInput input)
    {
        EnsureKnown(input.Overrides);
        await Policy.SetNameAsync(input.Policy);
        foreach (var rule in SecurityRules.All)
        {
            await Policy.SetAsync(rule, input.Overrides.TryGetValue(rule.Key, out var value) ? value : null);
        }

        await CurrentUnitOfWork!.SaveChangesAsync();
        return Describe(input);
    }

    private static void EnsureKnown(Dictionary<string, int?> overrides)
    {
        var mistakes = overrides
            .Where(o => SecurityRules.All.FirstOrDefault(r => r.Key == o.Key) is not { } rule || o.Value < rule.Minimum || o.Value > rule.Maximum)
            .Select(o => new ValidationResult($"{o.Key} = {o.Value}", [o.Key]))
            .ToList();
        if (mistakes.Count > 0)
        {
            throw new AbpValidationException("The security policy is not valid.", mistakes);
        }
    }

    // What was just set is read by others only after the commit.
    private SecurityPolicyDto Describe(UpdateSecurityPolicyInput input) => new(
        input.Policy,
        SecurityRules.All.Select(r => Describe(r, input.Policy, input.Overrides.GetValueOrDefault(r.Key) ?? r.Of(input.Policy).Value)).ToList());

    private SecurityRuleDto Describe(SecurityRule rule, SecurityPolicyName policy, int value) => new(
        rule.Key, L["SecurityRule:" + rule.Key], rule.Unit == SecurityUnit.None ? null : L["SecurityUnit:" + rule.Unit].Value,
        value, rule.Of(policy).Value, value != rule.Of(policy).Value, rule.Minimum, rule.Maximum,
        new PolicyValueDto(rule.Dengbao3.Value, rule.Dengbao3.Source), new PolicyValueDto(rule.Asvs5.Value, rule.Asvs5.Source));
}
