using DoubleReductionGov.Directory;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Administration.Counties;

/// <summary>
/// What is done with counties. A county that is switched off is, for the framework, a deleted tenant: whoever is signed in to it is
/// refused at the next request, no connection to its database is opened, and it can be brought back.
/// </summary>
internal sealed class CountyDesk(
    IRepository<Tenant, Guid> tenants, ITenantManager manager, ITenantNormalizer normalizer, ICountyRegister register, ICountyDatabases databases,
    ConnectionStringProtector protector, IDataFilter dataFilter, IUnitOfWorkManager unitOfWorkManager)
    : ITransientDependency
{
    /// <summary>
    /// Refuses: CountyNameExists, Directory:CountyCodeExists, CountyConnectionFailed. The county is entered first and stays inactive until its
    /// database is ready: what fails half-way is finished by activating it.
    /// </summary>
    public async Task<Guid> CreateAsync(CreateCountyInput input)
    {
        if (input.ConnectionString is { } connectionString)
        {
            await EnsureConnectsAsync(connectionString);
        }

        Guid id;
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            await EnsureNameIsFreeAsync(input.Name.Trim(), null);
            var tenant = await manager.CreateAsync(input.Name.Trim());
            if (input.ConnectionString is { } own)
            {
                tenant.SetDefaultConnectionString(protector.Protect(own));
            }

            id = (await tenants.InsertAsync(tenant, autoSave: true)).Id;
            await register.AddAsync(id, input.Code, input.Name.Trim());
            await unitOfWork.CompleteAsync();
        }

        await databases.PrepareAsync(id);
        await InOwnUnitOfWorkAsync(() => register.SetActiveAsync(id, isActive: true));
        return id;
    }

    public async Task RenameAsync(Guid id, string name, string? concurrencyStamp)
    {
        using (dataFilter.Disable<ISoftDelete>())
        {
            var tenant = await GetAsync(id, concurrencyStamp);
            await EnsureNameIsFreeAsync(name.Trim(), id);
            await manager.ChangeNameAsync(tenant, name.Trim());
            await tenants.UpdateAsync(tenant, autoSave: true);
            await register.RenameAsync(id, name.Trim());
        }
    }

    /// <summary>Its database is brought up to date before anybody works on it again.</summary>
    public async Task ActivateAsync(Guid id, string? concurrencyStamp)
    {
        await InOwnUnitOfWorkAsync(async () =>
        {
            using (dataFilter.Disable<ISoftDelete>())
            {
                var tenant = await GetAsync(id, concurrencyStamp);
                tenant.IsDeleted = false;
                tenant.DeletionTime = null;
                tenant.DeleterId = null;
                await tenants.UpdateAsync(tenant, autoSave: true);
            }
        });
        await databases.PrepareAsync(id);
        await InOwnUnitOfWorkAsync(() => register.SetActiveAsync(id, isActive: true));
    }

    public async Task DeactivateAsync(Guid id, string? concurrencyStamp)
    {
        var tenant = await GetAsync(id, concurrencyStamp);
        await tenants.DeleteAsync(tenant, autoSave: true);
        await register.SetActiveAsync(id, isActive: false);
    }

    /// <summary>Refuses: CountyConnectionFailed.</summary>
    public async Task EnsureConnectsAsync(string connectionString)
    {
        if (!await databases.CanConnectAsync(connectionString))
        {
            throw new BusinessException(AdministrationErrors.CountyConnectionFailed);
        }
    }

    private async Task<Tenant> GetAsync(Guid id, string? concurrencyStamp)
    {
        var tenant = await tenants.GetAsync(id);
        tenant.SetConcurrencyStampIfNotNull(concurrencyStamp);
        return tenant;
    }

    // Also among the counties that are switched off: one of them may come back.
    private async Task EnsureNameIsFreeAsync(string name, Guid? ownId)
    {
        using (dataFilter.Disable<ISoftDelete>())
        {
            var normalized = normalizer.NormalizeName(name);
            if (await (await tenants.GetQueryableAsync()).AnyAsync(t => t.NormalizedName == normalized && t.Id != ownId))
            {
                throw new BusinessException(AdministrationErrors.CountyNameExists).WithData("name", name);
            }
        }
    }

    // Preparing a database needs the county committed and no transaction open on the city's database.
    private async Task InOwnUnitOfWorkAsync(Func<Task> act)
    {
        using var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true);
        await act();
        await unitOfWork.CompleteAsync();
    }
}
