using DoubleReductionGov.Administration.Tokens;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.PermissionManagement;

namespace DoubleReductionGov.Administration.Clients;

/// <summary>The grants of clients. No machine administers: the group Administration is not for them.</summary>
internal sealed class ApiClientPermissions(
    IRepository<PermissionGrant, Guid> grants, GrantablePermissions grantable, IPermissionDefinitionManager definitions, ICurrentTenant currentTenant, IGuidGenerator guidGenerator)
    : ITransientDependency
{
    private const string Provider = ClientPermissionValueProvider.ProviderName;

    public async Task<IReadOnlyList<ScopeDto>> GetAvailableAsync()
    {
        var administration = (await definitions.GetGroupsAsync()).Where(g => g.Name == AdministrationPermissions.Group)
            .SelectMany(g => g.GetPermissionsWithChildren()).Select(p => p.Name).ToHashSet();
        return (await grantable.GetAllAsync()).Where(p => !administration.Contains(p.Name)).ToList();
    }

    public async Task<ILookup<string, string>> GetAsync(IReadOnlyList<string> clientIds) =>
        (await (await grants.GetQueryableAsync()).Where(g => g.ProviderName == Provider && clientIds.Contains(g.ProviderKey!))
            .Select(g => new { g.ProviderKey, g.Name }).ToListAsync()).ToLookup(g => g.ProviderKey!, g => g.Name);

    public async Task SetAsync(string clientId, IReadOnlyList<string> permissions)
    {
        var available = (await GetAvailableAsync()).Select(p => p.Name).ToHashSet();
        if (permissions.FirstOrDefault(p => !available.Contains(p)) is { } other)
        {
            throw new BusinessException(AccountErrors.PermissionNotForClients).WithData("permission", other);
        }

        var present = await grants.GetListAsync(g => g.ProviderName == Provider && g.ProviderKey == clientId);
        foreach (var grant in present.Where(g => !permissions.Contains(g.Name)))
        {
            await grants.DeleteAsync(grant);
        }

        await grants.InsertManyAsync(permissions.Except(present.Select(g => g.Name))
            .Select(name => new PermissionGrant(guidGenerator.Create(), name, Provider, clientId, currentTenant.Id)));
    }
}
