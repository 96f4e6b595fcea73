using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Settings;
using Volo.Abp.Uow;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Host.Demonstration;

/// <summary>Outside Development the host does not start while the demonstration is on or an account still has its password.</summary>
internal sealed class DemonstrationGuard(
    IHostEnvironment environment, IOptions<DemonstrationOptions> options, IRepository<IdentityUser, Guid> users, IPasswordHasher<IdentityUser> passwordHasher,
    ITenantStore tenants, ISettingManager settings, ICurrentTenant currentTenant, IUnitOfWorkManager unitOfWorkManager)
    : ITransientDependency
{
    public async Task RefuseOutsideDevelopmentAsync()
    {
        if (environment.IsDevelopment())
        {
            return;
        }

        if (options.Value.Enabled)
        {
            throw new AbpException($"Demonstration:Enabled is on in the environment {environment.EnvironmentName}. The demonstration city belongs to Development only.");
        }

        // Its accounts are only where it was once loaded; elsewhere a start need not read the city's file.
        if (await settings.GetOrNullAsync(DemonstrationSettings.State, GlobalSettingValueProvider.ProviderName, null) is null)
        {
            return;
        }

        var accounts = DemonstrationCity.Read(options.Value.City).Accounts;
        await RefuseInAsync(null, "the city", accounts.City);
        foreach (var tenant in await tenants.GetListAsync())
        {
            await RefuseInAsync(tenant.Id, tenant.Name, accounts.County);
        }
    }

    private async Task RefuseInAsync(Guid? tenantId, string tenantName, List<DemonstrationCity.AccountEntry> accounts)
    {
        var normalizedNames = accounts.ConvertAll(account => account.UserName.ToUpperInvariant());
        using (currentTenant.Change(tenantId))
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true))
        {
            var candidates = await (await users.GetQueryableAsync()).AsNoTracking().Where(user => normalizedNames.Contains(user.NormalizedUserName)).ToListAsync();
            await unitOfWork.CompleteAsync();
            if (candidates.Find(HasDemonstrationPassword) is { } found)
            {
                throw new AbpException(
                    $"The account {found.UserName} of {tenantName} still has the demonstration password. Change the passwords of the demonstration accounts, or start with an empty database.");
            }
        }
    }

    private bool HasDemonstrationPassword(IdentityUser user) =>
        user.PasswordHash is { } hash && passwordHasher.VerifyHashedPassword(user, hash, DemonstrationOptions.Password) != PasswordVerificationResult.Failed;
}
