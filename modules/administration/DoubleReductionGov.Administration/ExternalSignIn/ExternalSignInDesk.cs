using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Administration.SignInLog;
using Microsoft.AspNetCore.Identity;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.ExternalSignIn;

/// <summary>Signs in by a link, and makes links. An account is never made for somebody whom only the provider knows.</summary>
internal sealed class ExternalSignInDesk(
    IdentityUserManager users, ExternalProviders providers, SignInDesk signIn, SignInLogWriter log, ITenantStore tenants, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : ITransientDependency
{
    public async Task<(LoginResult? Result, ExternalSignInOutcome Outcome)> SignInAsync(Guid? tenantId, string provider, string key)
    {
        if (tenantId is { } id && await tenants.FindAsync(id) is not { IsActive: true })
        {
            return (null, ExternalSignInOutcome.NotLinked);
        }

        using var inTenant = currentTenant.Change(tenantId);
        if (await FindAsync(provider, key) is not { } userId)
        {
            return (null, ExternalSignInOutcome.NotLinked);
        }

        try
        {
            return (await signIn.ContinueAsync(provider, userId), default);
        }
        catch (BusinessException)
        {
            // Disabled or locked, which the log says and the provider's person is not told.
            return (null, ExternalSignInOutcome.Refused);
        }
    }

    /// <returns>False if that account of the provider is linked already, here or to somebody else.</returns>
    public async Task<bool> LinkAsync(Guid? tenantId, Guid userId, string provider, string key)
    {
        using var inTenant = currentTenant.Change(tenantId);
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var user = await users.GetByIdAsync(userId);
        if (await users.FindByLoginAsync(provider, key) is not null || (await users.GetLoginsAsync(user)).Any(login => login.LoginProvider == provider))
        {
            return false;
        }

        var added = await users.AddLoginAsync(user, new UserLoginInfo(provider, key, providers.All.First(p => p.Name == provider).DisplayName));
        if (added.Succeeded)
        {
            await log.WriteAsync(SignInActions.LoginLinked, user, provider);
            await unitOfWork.CompleteAsync();
        }

        return added.Succeeded;
    }

    private async Task<Guid?> FindAsync(string provider, string key)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        var user = await users.FindByLoginAsync(provider, key);
        if (user is null)
        {
            await log.WriteAsync(SignInActions.LoginNotLinked, null, provider);
        }

        await unitOfWork.CompleteAsync();
        return user?.Id;
    }
}
