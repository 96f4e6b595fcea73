using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Identity;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.ExternalSignIn;

/// <summary>The external accounts by which the signed-in person can also sign in.</summary>
[Route("api/account/external-login")]
[Authorize]
[NeedsSession]
public sealed class ExternalLoginAppService : ApplicationService
{
    private IdentityUserManager Users => LazyServiceProvider.LazyGetRequiredService<IdentityUserManager>();

    [HttpGet]
    public async Task<ListResultDto<ExternalLoginDto>> GetListAsync()
    {
        var logins = await Users.GetLoginsAsync(await Users.GetByIdAsync(CurrentUser.GetId()));
        return new ListResultDto<ExternalLoginDto>(logins.Select(l => new ExternalLoginDto(l.LoginProvider, l.ProviderDisplayName ?? l.LoginProvider)).ToList());
    }

    [HttpDelete("{provider}")]
    [NeedsConfirmation]
    public async Task DeleteAsync(string provider)
    {
        var user = await Users.GetByIdAsync(CurrentUser.GetId());
        var login = (await Users.GetLoginsAsync(user)).FirstOrDefault(l => l.LoginProvider == provider) ?? throw new EntityNotFoundException(typeof(IdentityUserLogin), provider);
        await Users.RemoveLoginAsync(user, provider, login.ProviderKey);
        await LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>().WriteAsync(SignInActions.LoginUnlinked, user, provider);
    }
}

public sealed record ExternalLoginDto(string Provider, string DisplayName);
