using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.EntityFrameworkCore.DependencyInjection;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Domain.Repositories.EntityFrameworkCore;

internal sealed class EfCoreRepository<TDbContext, TEntity, TKey>(
    IDbContextProvider<TDbContext> dbContextProvider, IOptions<AbpEntityOptions<TEntity>> options, IDataFilter dataFilter,
    ICurrentTenant currentTenant, IGuidGenerator guidGenerator)
    : IRepository<TEntity, TKey>
    where TDbContext : AbpDbContext<TDbContext>
    where TEntity : class, IEntity<TKey>
{
    private static readonly bool IsMultiTenant = typeof(IMultiTenant).IsAssignableFrom(typeof(TEntity));
    private static readonly bool IsSoftDelete = typeof(ISoftDelete).IsAssignableFrom(typeof(TEntity));

    public async Task<TEntity> GetAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await FindAsync(id, includeDetails, cancellationToken) ?? throw new EntityNotFoundException(typeof(TEntity), id);

    public async Task<TEntity?> FindAsync(TKey id, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await QueryAsync(includeDetails)).OrderBy(e => e.Id).FirstOrDefaultAsync(e => e.Id!.Equals(id), cancellationToken);

    public async Task<TEntity> GetAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await FindAsync(predicate, includeDetails, cancellationToken) ?? throw new EntityNotFoundException(typeof(TEntity));

    public async Task<TEntity?> FindAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = true, CancellationToken cancellationToken = default) =>
        await (await QueryAsync(includeDetails)).Where(predicate).OrderBy(e => e.Id).SingleOrDefaultAsync(cancellationToken);

    public async Task<List<TEntity>> GetListAsync(bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await QueryAsync(includeDetails)).ToListAsync(cancellationToken);

    public async Task<List<TEntity>> GetListAsync(Expression<Func<TEntity, bool>> predicate, bool includeDetails = false, CancellationToken cancellationToken = default) =>
        await (await QueryAsync(includeDetails)).Where(predicate).ToListAsync(cancellationToken);

    public async Task<long> GetCountAsync(CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).LongCountAsync(cancellationToken);

    public async Task<IQueryable<TEntity>> GetQueryableAsync()
    {
        IQueryable<TEntity> query = await GetDbSetAsync();
        var off = new List<string>(2);
        if (IsMultiTenant && !dataFilter.IsEnabled<IMultiTenant>())
        {
            off.Add(AbpDbContext<TDbContext>.MultiTenancyFilterName);
        }

        if (IsSoftDelete && !dataFilter.IsEnabled<ISoftDelete>())
        {
            off.Add(AbpDbContext<TDbContext>.SoftDeleteFilterName);
        }

        return off.Count == 0 ? query : query.IgnoreQueryFilters(off);
    }

    public Task<IQueryable<TEntity>> WithDetailsAsync() => QueryAsync(includeDetails: true);

    public async Task<TEntity> InsertAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        SetId(entity);
        (await GetDbSetAsync()).Add(entity);
        await SaveAsync(autoSave, cancellationToken);
        return entity;
    }

    public async Task InsertManyAsync(IEnumerable<TEntity> entities, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var list = entities.ToList();
        list.ForEach(SetId);
        (await GetDbSetAsync()).AddRange(list);
        await SaveAsync(autoSave, cancellationToken);
    }

    public async Task<TEntity> UpdateAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        var context = await GetDbContextAsync();
        if (context.Entry(entity).State == EntityState.Detached)
        {
            context.Update(entity);
        }

        await SaveAsync(autoSave, cancellationToken);
        return entity;
    }

    public async Task DeleteAsync(TEntity entity, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await GetDbSetAsync()).Remove(entity);
        await SaveAsync(autoSave, cancellationToken);
    }

    public async Task DeleteAsync(TKey id, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(id, includeDetails: false, cancellationToken) is { } entity)
        {
            await DeleteAsync(entity, autoSave, cancellationToken);
        }
    }

    public async Task DeleteAsync(Expression<Func<TEntity, bool>> predicate, bool autoSave = false, CancellationToken cancellationToken = default)
    {
        (await GetDbSetAsync()).RemoveRange(await GetListAsync(predicate, cancellationToken: cancellationToken));
        await SaveAsync(autoSave, cancellationToken);
    }

    public async Task DeleteDirectAsync(Expression<Func<TEntity, bool>> predicate, CancellationToken cancellationToken = default) =>
        await (await GetQueryableAsync()).Where(predicate).ExecuteDeleteAsync(cancellationToken);

    private async Task<IQueryable<TEntity>> QueryAsync(bool includeDetails)
    {
        var query = await GetQueryableAsync();
        return includeDetails && options.Value.DefaultWithDetailsFunc is { } withDetails ? withDetails(query) : query;
    }

    private async Task<DbSet<TEntity>> GetDbSetAsync() => (await GetDbContextAsync()).Set<TEntity>();

    // What belongs to no tenant lives in the host's database, also when a tenant asks.
    private async Task<TDbContext> GetDbContextAsync()
    {
        if (IsMultiTenant)
        {
            return await dbContextProvider.GetDbContextAsync();
        }

        using (currentTenant.Change(null))
        {
            return await dbContextProvider.GetDbContextAsync();
        }
    }

    private void SetId(TEntity entity)
    {
        if (entity is IEntity<Guid> { Id: var id } && id == Guid.Empty)
        {
            EntityProperties.Set(entity, nameof(IEntity<Guid>.Id), guidGenerator.Create());
        }
    }

    private async Task SaveAsync(bool autoSave, CancellationToken cancellationToken)
    {
        if (autoSave)
        {
            await (await GetDbContextAsync()).SaveChangesAsync(cancellationToken);
        }
    }
}
