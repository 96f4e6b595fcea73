using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleReductionGov.Platform.RowLevelSecurity;

public static class RowLevelSecurityDbContextOptionsExtensions
{
    /// <summary>On PostgreSQL: the current tenant goes with each command of the context.</summary>
    public static DbContextOptionsBuilder UseRowLevelSecurity(this DbContextOptionsBuilder options, IServiceProvider services) =>
        options.AddInterceptors(
            services.GetRequiredService<TenantCommandInterceptor>(),
            services.GetRequiredService<TenantTransactionInterceptor>(),
            services.GetRequiredService<TenantConnectionInterceptor>());

    /// <summary>On every product: a row is only saved within its own tenant, as PostgreSQL would demand.</summary>
    public static DbContextOptionsBuilder UseTenantCheck(this DbContextOptionsBuilder options, IServiceProvider services) =>
        options.AddInterceptors(services.GetRequiredService<TenantOfSaveInterceptor>());
}
