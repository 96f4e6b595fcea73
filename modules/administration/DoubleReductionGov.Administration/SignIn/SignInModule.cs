using DoubleReductionGov.Administration.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Localization;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.Modularity;

namespace DoubleReductionGov.Administration.SignIn;

/// <summary>This part of the module: what it registers.</summary>
internal static class SignInModule
{
    public static void Configure(ServiceConfigurationContext context)
    {
        var services = context.Services;
        services.AddAbpDbContext<AdministrationDbContext>(options =>
        {
            options.AddDefaultRepositories(includeAllEntities: true);
            options.Entity<ApiClient>(e => e.DefaultWithDetailsFunc = query => query.Include(c => c.Secrets));
        });
        services.Configure<AbpLocalizationOptions>(options => options.Resources.Add<AccountResource>("zh-Hans").AddVirtualJson("/SignIn/Localization"));
        services.Configure<AbpExceptionLocalizationOptions>(options => options.MapCodeNamespace("Account", typeof(AccountResource)));
        services.AddSignIn(context.Configuration);
    }
}
