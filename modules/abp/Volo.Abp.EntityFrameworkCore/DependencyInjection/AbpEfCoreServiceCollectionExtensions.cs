using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Domain.Repositories.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;

// ReSharper disable once CheckNamespace
namespace Microsoft.Extensions.DependencyInjection;

public static class AbpEfCoreServiceCollectionExtensions
{
    public static IServiceCollection AddAbpDbContext<TDbContext>(
        this IServiceCollection services, Action<IAbpDbContextRegistrationOptionsBuilder>? optionsBuilder = null)
        where TDbContext : AbpDbContext<TDbContext>
    {
        var options = new AbpDbContextRegistrationOptions(services);
        optionsBuilder?.Invoke(options);

        services.TryAddSingleton<DbContextOptionsFactory<TDbContext>>();
        services.TryAddTransient(provider => provider.GetRequiredService<DbContextOptionsFactory<TDbContext>>().Create());
        services.TryAddSingleton<DbContextSource<TDbContext>>();
        services.TryAddTransient(provider => provider.GetRequiredService<DbContextSource<TDbContext>>().Create(provider));
        AddRepositories<TDbContext>(services, options);
        return services;
    }

    private static void AddRepositories<TDbContext>(IServiceCollection services, AbpDbContextRegistrationOptions options)
        where TDbContext : AbpDbContext<TDbContext>
    {
        var entityTypes = typeof(TDbContext).GetProperties()
            .Where(p => p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(p => p.PropertyType.GenericTypeArguments[0])
            .Where(type => typeof(IEntity).IsAssignableFrom(type) && (options.IncludeAllEntities || typeof(IAggregateRoot).IsAssignableFrom(type)));
        foreach (var entityType in options.RegisterDefaultRepositories ? entityTypes : [])
        {
            var keyType = entityType.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntity<>))?.GenericTypeArguments[0];
            if (keyType is null)
            {
                continue;
            }

            var implementation = typeof(EfCoreRepository<,,>).MakeGenericType(typeof(TDbContext), entityType, keyType);
            services.TryAddTransient(typeof(IRepository<>).MakeGenericType(entityType), implementation);
            services.TryAddTransient(typeof(IRepository<,>).MakeGenericType(entityType, keyType), implementation);
        }
    }
}
