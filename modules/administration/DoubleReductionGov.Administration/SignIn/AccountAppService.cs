using DoubleReductionGov.Administration.ExternalSignIn;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Directory;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Security.Claims;
using Volo.Abp.Users;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>Sign-in and sign-out. Every refusal is 401.</summary>
[Route("api/account")]
[AllowAnonymous]
public sealed class AccountAppService : ApplicationService
{
    private SignInDesk Desk => LazyServiceProvider.LazyGetRequiredService<SignInDesk>();

    private SecurityPolicy Policy => LazyServiceProvider.LazyGetRequiredService<SecurityPolicy>();

    /// <summary>Begins a sign-in to the city (no tenant) or a county; sets the cookie when no further step is needed. Refusals: Account:InvalidUserNameOrPassword, Account:InitialPasswordExpired.</summary>
    [HttpPost("login")]
    public Task<LoginResult> LoginAsync([FromBody] LoginInput input) => Desk.LoginAsync(input);

    /// <summary>The step ChangePassword. Refusals: Account:TicketIsInvalid, and what the policy says of passwords.</summary>
    [HttpPost("login/change-password")]
    public Task<LoginResult> ChangePasswordAsync([FromBody] TicketPasswordInput input) => Desk.ChangePasswordAsync(input);

    /// <summary>The step SecondFactor, with a code of the app or a recovery code. Refusals: Account:TicketIsInvalid, Account:InvalidCode.</summary>
    [HttpPost("login/second-factor")]
    public Task<LoginResult> CheckSecondFactorAsync([FromBody] TicketCodeInput input) => Desk.CheckSecondFactorAsync(input);

    /// <summary>The secret of the step EnrolSecondFactor once more, for a page that was reached from an external provider.</summary>
    [HttpPost("login/start-enrolment")]
    public Task<LoginResult> StartEnrolmentAsync([FromBody] TicketInput input) => Desk.StartEnrolmentAsync(input);

    /// <summary>The step EnrolSecondFactor, with the first code of the app. Refusals: Account:TicketIsInvalid, Account:InvalidCode.</summary>
    [HttpPost("login/enrol-second-factor")]
    public Task<LoginResult> EnrolSecondFactorAsync([FromBody] TicketCodeInput input) => Desk.EnrolSecondFactorAsync(input);

    /// <summary>Ends the session of the cookie.</summary>
    [HttpPost("logout")]
    public async Task LogoutAsync()
    {
        if (CurrentUser.FindClaimValue(AbpClaimTypes.SessionId) is { } sessionId)
        {
            var user = await LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityUser, Guid>>().GetAsync(CurrentUser.GetId());
            await LazyServiceProvider.LazyGetRequiredService<AccountSessions>().EndAsync(sessionId);
            await LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>().WriteAsync(SignInActions.Logout, user);
        }

        await LazyServiceProvider.LazyGetRequiredService<IHttpContextAccessor>().HttpContext!.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>The counties to choose from, the rules for a new password, and, when the demonstration city is loaded, its accounts.</summary>
    [HttpGet("sign-in-options")]
    public async Task<SignInOptionsDto> GetSignInOptionsAsync()
    {
        var page = LazyServiceProvider.LazyGetRequiredService<ISignInPage>();
        var counties = await LazyServiceProvider.LazyGetRequiredService<IDirectoryIntegrationService>().GetCountiesAsync();
        return new SignInOptionsDto(
            page.CityName,
            counties.Select(county => new SignInCountyDto(county.Id, county.Name)).ToList(),
            await page.FindDemonstrationAsync(),
            LazyServiceProvider.LazyGetRequiredService<ExternalProviders>().All,
            await GetPasswordRulesAsync());
    }

    private async Task<PasswordRulesDto> GetPasswordRulesAsync() => new(
        await Policy.GetNameAsync(),
        await Policy.GetAsync(SecurityRules.PasswordMinimumLength),
        PasswordRules.MaximumLength,
        await Policy.GetAsync(SecurityRules.PasswordCharacterClasses),
        await Policy.GetAsync(SecurityRules.PasswordHistoryLength),
        await Policy.GetAsync(SecurityRules.CommonPasswordsRefused) != 0);
}
