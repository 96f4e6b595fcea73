using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.BlobStoring.Database.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.BlobStoring.Database;

/// <summary>Rows of the current tenant's database, written in the current unit of work.</summary>
internal sealed class DatabaseBlobProvider(IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant, IGuidGenerator guidGenerator)
    : IBlobProvider, ITransientDependency
{
    public async Task SaveAsync(BlobAddress address, Stream content, bool overrideExisting, CancellationToken cancellationToken)
    {
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancellationToken);
        await InUnitOfWorkAsync(address, async context =>
        {
            var container = await FindContainerAsync(context, address, cancellationToken) ?? AddContainer(context, address);
            var blob = await context.Blobs.SingleOrDefaultAsync(b => b.ContainerId == container.Id && b.Name == address.Name, cancellationToken);
            if (blob is null)
            {
                context.Add(new DatabaseBlob(guidGenerator.Create(), container.Id, address.Name, memory.ToArray(), address.TenantId));
            }
            else if (overrideExisting)
            {
                blob.SetContent(memory.ToArray());
            }
            else
            {
                throw address.Exists();
            }

            return await context.SaveChangesAsync(cancellationToken);
        });
    }

    public Task<bool> DeleteAsync(BlobAddress address, CancellationToken cancellationToken) =>
        InUnitOfWorkAsync(address, async context => await Matching(context, address).ExecuteDeleteAsync(cancellationToken) > 0);

    public Task<bool> ExistsAsync(BlobAddress address, CancellationToken cancellationToken) =>
        InUnitOfWorkAsync(address, context => Matching(context, address).AnyAsync(cancellationToken));

    public async Task<Stream?> GetOrNullAsync(BlobAddress address, CancellationToken cancellationToken) =>
        await InUnitOfWorkAsync(address, context => Matching(context, address).Select(b => b.Content).SingleOrDefaultAsync(cancellationToken)) is { } content
            ? new MemoryStream(content, writable: false)
            : null;

    private static IQueryable<DatabaseBlob> Matching(BlobStoringDbContext context, BlobAddress address) =>
        from blob in context.Blobs
        join container in context.BlobContainers on blob.ContainerId equals container.Id
        where container.Name == address.Container && blob.Name == address.Name
        select blob;

    private static Task<DatabaseBlobContainer?> FindContainerAsync(BlobStoringDbContext context, BlobAddress address, CancellationToken cancellationToken) =>
        context.BlobContainers.SingleOrDefaultAsync(c => c.Name == address.Container, cancellationToken);

    private DatabaseBlobContainer AddContainer(BlobStoringDbContext context, BlobAddress address) =>
        context.Add(new DatabaseBlobContainer(guidGenerator.Create(), address.Container, address.TenantId)).Entity;

    private async Task<T> InUnitOfWorkAsync<T>(BlobAddress address, Func<BlobStoringDbContext, Task<T>> act)
    {
        using (currentTenant.Change(address.TenantId))
        using (var unitOfWork = unitOfWorkManager.Begin())
        {
            var result = await act(await unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<BlobStoringDbContext>>().GetDbContextAsync());
            await unitOfWork.CompleteAsync();
            return result;
        }
    }
}
