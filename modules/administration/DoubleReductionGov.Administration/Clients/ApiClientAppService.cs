using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Administration.Tokens;
using DoubleReductionGov.Platform.Confirmation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Administration.Clients;

/// <summary>The machines that call the API of the own side; the security administrator gives them rights and secrets.</summary>
[Authorize(SecurityPermissions.ApiClients)]
public sealed class ApiClientAppService : ApplicationService
{
    private IRepository<ApiClient, Guid> Clients => LazyServiceProvider.LazyGetRequiredService<IRepository<ApiClient, Guid>>();

    private ApiClientPermissions Permissions => LazyServiceProvider.LazyGetRequiredService<ApiClientPermissions>();

    private SignInLogWriter Log => LazyServiceProvider.LazyGetRequiredService<SignInLogWriter>();

    /// <summary>By client id.</summary>
    public async Task<PagedResultDto<ApiClientDto>> GetListAsync(GetApiClientsInput input)
    {
        var filter = input.Filter?.Trim();
        var clients = (await Clients.WithDetailsAsync()).Where(c => string.IsNullOrEmpty(filter) || c.ClientId.Contains(filter) || c.Name.Contains(filter));
        var page = await clients.OrderBy(c => c.ClientId).Skip(input.SkipCount).Take(input.MaxResultCount).ToListAsync();
        var permissions = await Permissions.GetAsync(page.ConvertAll(c => c.ClientId));
        return new PagedResultDto<ApiClientDto>(await clients.LongCountAsync(), page.ConvertAll(c => Describe(c, permissions[c.ClientId])));
    }

    public async Task<ApiClientDto> GetAsync(Guid id) => await DescribeAsync(await Clients.GetAsync(id));

    /// <summary>What a client can be given: everything but administration.</summary>
    public async Task<ListResultDto<ScopeDto>> GetAvailablePermissionsAsync() => new(await Permissions.GetAvailableAsync());

    /// <summary>Refusals: Account:ClientIdIsTaken, Account:PermissionNotForClients.</summary>
    [NeedsConfirmation]
    public async Task<CreatedApiClientDto> CreateAsync(CreateApiClientInput input)
    {
        var clientId = ApiClient.ClientIdOf(input.ClientId, CurrentTenant.Id);
        if (await Clients.FindAsync(c => c.ClientId == clientId) is not null)
        {
            throw new BusinessException(AccountErrors.ClientIdIsTaken).WithData("clientId", clientId);
        }

        var client = new ApiClient(GuidGenerator.Create(), CurrentTenant.Id, clientId, input.Name.Trim());
        var secret = client.AddSecret(GuidGenerator.Create(), Clock.Now);
        await Clients.InsertAsync(client);
        await Permissions.SetAsync(clientId, input.Permissions);
        await Log.WriteClientAsync(SignInActions.ClientChanged, clientId);
        return new CreatedApiClientDto(await DescribeAsync(client), secret);
    }

    /// <summary>A client that is not active, or a permission that was taken away, is refused with the next request. Refusal: Account:PermissionNotForClients.</summary>
    [NeedsConfirmation]
    public async Task<ApiClientDto> UpdateAsync(Guid id, UpdateApiClientInput input)
    {
        var client = await Clients.GetAsync(id);
        client.SetConcurrencyStampIfNotNull(input.ConcurrencyStamp);
        client.Change(input.Name.Trim(), input.IsActive);
        await Clients.UpdateAsync(client);
        await Permissions.SetAsync(client.ClientId, input.Permissions);
        await Log.WriteClientAsync(SignInActions.ClientChanged, client.ClientId);
        return await DescribeAsync(client);
    }

    /// <summary>A second secret, so that the first can be replaced without a gap. Refusal: Account:TwoSecretsAreActive.</summary>
    [NeedsConfirmation]
    public async Task<NewSecretDto> AddSecretAsync(Guid id)
    {
        var client = await Clients.GetAsync(id);
        var secret = client.AddSecret(GuidGenerator.Create(), Clock.Now);
        await Log.WriteClientAsync(SignInActions.ClientChanged, client.ClientId);
        return new NewSecretDto(secret);
    }

    [NeedsConfirmation]
    public async Task RemoveSecretAsync(Guid id, Guid secretId)
    {
        var client = await Clients.GetAsync(id);
        client.RemoveSecret(secretId);
        await Log.WriteClientAsync(SignInActions.ClientChanged, client.ClientId);
    }

    private async Task<ApiClientDto> DescribeAsync(ApiClient client)
    {
        await CurrentUnitOfWork!.SaveChangesAsync();
        return Describe(client, (await Permissions.GetAsync([client.ClientId]))[client.ClientId]);
    }

    private static ApiClientDto Describe(ApiClient client, IEnumerable<string> permissions) => new(
        client.Id, client.ClientId, client.Name, client.IsActive, permissions.Order(StringComparer.Ordinal).ToList(),
        client.Secrets.OrderBy(s => s.CreatedAt).Select(s => new ApiClientSecretDto(s.Id, s.Prefix, s.CreatedAt, s.LastUsedAt)).ToList(), client.ConcurrencyStamp);
}
