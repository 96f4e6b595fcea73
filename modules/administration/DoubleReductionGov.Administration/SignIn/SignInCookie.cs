using System.Security.Claims;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>The cookie of a session and what it says of the person.</summary>
internal sealed class SignInCookie(
    IUserClaimsPrincipalFactory<IdentityUser> principalFactory, IDirectoryIntegrationService directory, IHttpContextAccessor httpContextAccessor, TimeProvider timeProvider)
    : ITransientDependency
{
    private HttpContext Context => httpContextAccessor.HttpContext!;

    /// <summary>Claims of a session that begins, and counts as confirmed: the person has just shown who it is.</summary>
    public async Task<ClaimsPrincipal> CreateAsync(IdentityUser user, IdentitySession session) =>
        await CreateAsync(user, new Claim(AbpClaimTypes.SessionId, session.SessionId), SessionTimeouts.ClaimOf(session.SignedIn), ConfirmationWindow.ClaimOf(timeProvider.GetUtcNow()));

    public Task SetAsync(ClaimsPrincipal principal) => Context.SignInAsync(IdentityConstants.ApplicationScheme, principal);

    /// <summary>After the person's own change of password or second factor gave the account a new stamp: this session goes on.</summary>
    public async Task RenewAsync(IdentityUser user) =>
        await SetAsync(await CreateAsync(user, [.. Context.User.Claims.Where(c => c.Type == AbpClaimTypes.SessionId || c.Type is SessionTimeouts.SignedInClaim or ConfirmationWindow.ConfirmedAtClaim)]));

    /// <summary>The person has shown again who it is.</summary>
    public async Task ConfirmAsync(IdentityUser user) =>
        await SetAsync(await CreateAsync(
            user, [.. Context.User.Claims.Where(c => c.Type == AbpClaimTypes.SessionId || c.Type == SessionTimeouts.SignedInClaim), ConfirmationWindow.ClaimOf(timeProvider.GetUtcNow())]));

    private async Task<ClaimsPrincipal> CreateAsync(IdentityUser user, params Claim[] ofSession)
    {
        var principal = await principalFactory.CreateAsync(user);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaims(ofSession.Select(claim => new Claim(claim.Type, claim.Value)));
        if (await directory.FindPersonOfUserAsync(user.Id) is { } person)
        {
            identity.AddClaim(new Claim(DirectoryClaims.OrganisationId, person.OrganisationId.ToString()));
        }

        return principal;
    }
}
