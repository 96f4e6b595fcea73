using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Data;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Identity.EntityFrameworkCore;
using Volo.Abp.Modularity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;

namespace Volo.Abp.Identity;

/// <summary>Accounts, roles, permission grants, tenants and settings with their tables.</summary>
[DependsOn(typeof(AbpEntityFrameworkCoreModule))]
public class AbpIdentityDomainModule : AbpModule
{
    public override void PreConfigureServices(ServiceConfigurationContext context) =>
        context.Services.RegistrationActions().Add(type =>
        {
            if (typeof(IProcessCache).IsAssignableFrom(type))
            {
                context.Services.Configure<ProcessCacheOptions>(options => options.Caches[type.FullName!] = type);
            }
        });

    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        context.Services.AddAbpDbContext<IdentityDbContext>(options =>
        {
            options.AddDefaultRepositories(includeAllEntities: true);
            options.Entity<IdentityUser>(e => e.DefaultWithDetailsFunc = query => query.Include(u => u.Roles));
            options.Entity<Tenant>(e => e.DefaultWithDetailsFunc = query => query.Include(t => t.ConnectionStrings));
        });
        context.Services.AddTransient<IConnectionStringResolver, MultiTenantConnectionStringResolver>();
        context.Services.AddIdentityCore<IdentityUser>(options =>
            {
                options.User.AllowedUserNameCharacters = "";
                options.Lockout.AllowedForNewUsers = true;
            })
            .AddRoles<IdentityRole>()
            .AddUserManager<IdentityUserManager>()
            .AddRoleManager<IdentityRoleManager>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<AbpUserClaimsPrincipalFactory>();
        context.Services.AddScoped<ISecurityStampValidator, AbpSecurityStampValidator>();

        // Whose session is ended because the account changed is signed out of this scheme too; without it that would be an internal error.
        context.Services.AddAuthentication().AddTwoFactorRememberMeCookie();
    }
}
