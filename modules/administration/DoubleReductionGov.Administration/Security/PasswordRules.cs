using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.Security;

/// <summary>Refuses what the policy does not allow as a password; Identity asks it whenever a password is set, by whomever.</summary>
[ExposeServices(typeof(IPasswordValidator<IdentityUser>), IncludeSelf = true)]
internal sealed class PasswordRules(SecurityPolicy policy) : IPasswordValidator<IdentityUser>, ITransientDependency
{
    /// <summary>Identity's hash takes any length; an endless one would be work for nothing.</summary>
    public const int MaximumLength = 128;

    /// <summary>Short names, such as "li", are part of many a good password.</summary>
    private const int ShortestNameLookedFor = 4;

    public async Task<IdentityResult> ValidateAsync(UserManager<IdentityUser> manager, IdentityUser user, string? password)
    {
        await EnsureAsync(user.UserName, password ?? "");
        return IdentityResult.Success;
    }

    public async Task EnsureAsync(string userName, string password)
    {
        var minimum = await policy.GetAsync(SecurityRules.PasswordMinimumLength);
        var classes = await policy.GetAsync(SecurityRules.PasswordCharacterClasses);
        if (password.Length < minimum)
        {
            throw new BusinessException(AccountErrors.PasswordTooShort).WithData("minimum", minimum);
        }

        if (password.Length > MaximumLength)
        {
            throw new BusinessException(AccountErrors.PasswordTooLong).WithData("maximum", MaximumLength);
        }

        if (ClassesOf(password) < classes)
        {
            throw new BusinessException(AccountErrors.PasswordTooSimple).WithData("classes", classes);
        }

        if (userName.Length >= ShortestNameLookedFor && password.Contains(userName, StringComparison.OrdinalIgnoreCase))
        {
            throw new BusinessException(AccountErrors.PasswordContainsUserName);
        }

        if (await policy.GetAsync(SecurityRules.CommonPasswordsRefused) != 0 && CommonPasswords.Contains(password))
        {
            throw new BusinessException(AccountErrors.PasswordIsCommon);
        }
    }

    private static int ClassesOf(string password) =>
        new[] { password.Any(char.IsLower), password.Any(char.IsUpper), password.Any(char.IsDigit), !password.All(char.IsLetterOrDigit) }.Count(has => has);
}
