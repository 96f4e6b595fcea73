using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Domain.Entities;

namespace Volo.Abp.EntityFrameworkCore.DependencyInjection;

public interface IAbpDbContextRegistrationOptionsBuilder
{
    IServiceCollection Services { get; }

    /// <summary>Repositories for the aggregate roots among the context's DbSet properties, or for all entities.</summary>
    IAbpDbContextRegistrationOptionsBuilder AddDefaultRepositories(bool includeAllEntities = false);

    void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity;
}

public class AbpEntityOptions<TEntity> where TEntity : IEntity
{
    public Func<IQueryable<TEntity>, IQueryable<TEntity>>? DefaultWithDetailsFunc { get; set; }
}

internal sealed class AbpDbContextRegistrationOptions(IServiceCollection services) : IAbpDbContextRegistrationOptionsBuilder
{
    public IServiceCollection Services { get; } = services;

    public bool RegisterDefaultRepositories { get; private set; }

    public bool IncludeAllEntities { get; private set; }

    public IAbpDbContextRegistrationOptionsBuilder AddDefaultRepositories(bool includeAllEntities = false)
    {
        RegisterDefaultRepositories = true;
        IncludeAllEntities = includeAllEntities;
        return this;
    }

    public void Entity<TEntity>(Action<AbpEntityOptions<TEntity>> optionsAction) where TEntity : IEntity => Services.Configure(optionsAction);
}
