using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Security.Claims;
using Volo.Abp.Uow;

namespace Volo.Abp.Identity;

/// <summary>Creates and changes accounts of the current tenant.</summary>
public class IdentityUserManager(
    IUserStore<IdentityUser> store, IOptions<IdentityOptions> optionsAccessor, IPasswordHasher<IdentityUser> passwordHasher,
    IEnumerable<IUserValidator<IdentityUser>> userValidators, IEnumerable<IPasswordValidator<IdentityUser>> passwordValidators,
    ILookupNormalizer keyNormalizer, IdentityErrorDescriber errors, IServiceProvider services, ILogger<IdentityUserManager> logger)
    : UserManager<IdentityUser>(store, optionsAccessor, passwordHasher, userValidators, passwordValidators, keyNormalizer, errors, services, logger)
{
    /// <exception cref="EntityNotFoundException">There is no such account in the current tenant.</exception>
    public virtual async Task<IdentityUser> GetByIdAsync(Guid id) =>
        await FindByIdAsync(id.ToString()) ?? throw new EntityNotFoundException(typeof(IdentityUser), id);
}

/// <summary>The claims of a signed-in user: also tenant, full name and roles.</summary>
public class AbpUserClaimsPrincipalFactory(UserManager<IdentityUser> userManager, IOptions<IdentityOptions> optionsAccessor)
    : UserClaimsPrincipalFactory<IdentityUser>(userManager, optionsAccessor)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(IdentityUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.TenantId is { } tenantId)
        {
            identity.AddClaim(new Claim(AbpClaimTypes.TenantId, tenantId.ToString()));
        }

        if (!string.IsNullOrWhiteSpace(user.Name))
        {
            identity.AddClaim(new Claim(AbpClaimTypes.Name, user.Name));
        }

        identity.AddClaims((await UserManager.GetRolesAsync(user)).Select(role => new Claim(AbpClaimTypes.Role, role)));
        return identity;
    }
}

/// <summary>Checks from time to time that a cookie's account is still the same: in the account's tenant, in a unit of work of its own.</summary>
public class AbpSecurityStampValidator(
    IOptions<SecurityStampValidatorOptions> options, SignInManager<IdentityUser> signInManager, ILoggerFactory logger,
    ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : SecurityStampValidator<IdentityUser>(options, signInManager, logger)
{
    public override async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        Guid? tenantId = Guid.TryParse(context.Principal?.FindFirst(AbpClaimTypes.TenantId)?.Value, out var id) ? id : null;
        using (currentTenant.Change(tenantId))
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            await base.ValidateAsync(context);
            await unitOfWork.CompleteAsync();
        }
    }

    protected override async Task<IdentityUser?> VerifySecurityStamp(ClaimsPrincipal? principal)
    {
        var user = await base.VerifySecurityStamp(principal);
        return user is { IsActive: true } ? user : null;
    }
}
