using System.Security.Claims;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Host.Demonstration;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Host.Account;

/// <summary>Sign-in and sign-out.</summary>
[Route("api/account")]
[ApiExplorerSettings(GroupName = "Account")]
[AllowAnonymous]
public sealed class AccountController(
    SignInManager<IdentityUser> signInManager, IdentityUserManager userManager, IPasswordHasher<IdentityUser> passwordHasher,
    IDirectoryIntegrationService directory, DemonstrationAccounts demonstration, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager,
    IOptions<CityOptions> city, TimeProvider timeProvider)
    : ControllerBase
{
    private static readonly IdentityUser Nobody = new(Guid.Empty, "nobody", "nobody@localhost");
    private static string? _nobodysHash;

    /// <summary>Signs in to the city (no tenant) or a county and sets the cookie. Refusals: Account:InvalidUserNameOrPassword, Account:LockedOut (401).</summary>
    [HttpPost("login")]
    public async Task<LoginResult> LoginAsync([FromBody] LoginInput input)
    {
        using (currentTenant.Change(input.TenantId))
        {
            var (user, result) = await CheckPasswordAsync(input);
            if (result.IsLockedOut)
            {
                throw new BusinessException(AccountErrors.LockedOut).WithData("minutes", MinutesUntil(user.LockoutEnd));
            }

            if (!result.Succeeded)
            {
                throw new BusinessException(AccountErrors.InvalidUserNameOrPassword);
            }

            await signInManager.SignInWithClaimsAsync(user, isPersistent: false, await OrganisationClaimsAsync(user));
            return new LoginResult(user.UserName, user.Name);
        }
    }

    /// <summary>Ends the session of the cookie.</summary>
    [HttpPost("logout")]
    public Task LogoutAsync() => HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);

    /// <summary>The counties to choose from and, when the demonstration city is loaded, its accounts.</summary>
    [HttpGet("sign-in-options")]
    public async Task<SignInOptionsDto> GetSignInOptionsAsync()
    {
        var counties = await directory.GetCountiesAsync();
        return new SignInOptionsDto(
            city.Value.Name,
            counties.Select(county => new SignInCountyDto(county.Id, county.Name)).ToList(),
            demonstration.Find(counties));
    }

    // A refusal rolls the request's unit of work back; the failed attempt must be counted all the same, or nobody would ever be locked out.
    private async Task<(IdentityUser User, Microsoft.AspNetCore.Identity.SignInResult Result)> CheckPasswordAsync(LoginInput input)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var user = await FindUserAsync(input);
        var result = await signInManager.CheckPasswordSignInAsync(user, input.Password, lockoutOnFailure: true);
        await unitOfWork.CompleteAsync();
        return (user, result);
    }

    // A name that does not exist must cost as long as one that does, or the time would tell which names exist.
    private async Task<IdentityUser> FindUserAsync(LoginInput input)
    {
        if (await IsKnownTenantAsync(input.TenantId) && await userManager.FindByNameAsync(input.UserName) is { IsActive: true } user)
        {
            return user;
        }

        _nobodysHash ??= passwordHasher.HashPassword(Nobody, Guid.NewGuid().ToString());
        passwordHasher.VerifyHashedPassword(Nobody, _nobodysHash, input.Password);
        throw new BusinessException(AccountErrors.InvalidUserNameOrPassword);
    }

    private async Task<bool> IsKnownTenantAsync(Guid? tenantId) => tenantId is null || (await directory.GetCountiesAsync()).Any(county => county.Id == tenantId);

    private async Task<IEnumerable<Claim>> OrganisationClaimsAsync(IdentityUser user) =>
        await directory.FindPersonOfUserAsync(user.Id) is { } person ? [new Claim(DirectoryClaims.OrganisationId, person.OrganisationId.ToString())] : [];

    private int MinutesUntil(DateTimeOffset? end) => (int)Math.Ceiling(((end ?? timeProvider.GetUtcNow()) - timeProvider.GetUtcNow()).TotalMinutes);
}
