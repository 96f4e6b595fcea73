using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.Identity;

/// <summary>Creates and changes roles of the current tenant. A static role keeps its name and is not deleted.</summary>
public class IdentityRoleManager(
    IRoleStore<IdentityRole> store, IEnumerable<IRoleValidator<IdentityRole>> roleValidators, ILookupNormalizer keyNormalizer,
    IdentityErrorDescriber errors, ILogger<IdentityRoleManager> logger)
    : RoleManager<IdentityRole>(store, roleValidators, keyNormalizer, errors, logger)
{
    private const string StaticRoleRenaming = "Volo.Abp.Identity:010005";
    private const string StaticRoleDeletion = "Volo.Abp.Identity:010006";

    /// <exception cref="EntityNotFoundException">There is no such role in the current tenant.</exception>
    public virtual async Task<IdentityRole> GetByIdAsync(Guid id) =>
        await FindByIdAsync(id.ToString()) ?? throw new EntityNotFoundException(typeof(IdentityRole), id);

    public override Task<IdentityResult> SetRoleNameAsync(IdentityRole role, string? name) =>
        role.IsStatic && role.Name != name ? throw new BusinessException(StaticRoleRenaming) : base.SetRoleNameAsync(role, name);

    public override Task<IdentityResult> DeleteAsync(IdentityRole role) =>
        role.IsStatic ? throw new BusinessException(StaticRoleDeletion) : base.DeleteAsync(role);
}

/// <summary>ASP.NET Core Identity's role store over the repository of the current tenant.</summary>
[ExposeServices(typeof(IRoleStore<IdentityRole>))]
internal sealed class IdentityRoleStore(IRepository<IdentityRole, Guid> roles) : IRoleStore<IdentityRole>, ITransientDependency
{
    public void Dispose() { }

    public async Task<IdentityResult> CreateAsync(IdentityRole role, CancellationToken cancellationToken)
    {
        await roles.InsertAsync(role, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(IdentityRole role, CancellationToken cancellationToken)
    {
        await roles.UpdateAsync(role, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(IdentityRole role, CancellationToken cancellationToken)
    {
        await roles.DeleteAsync(role, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public Task<string> GetRoleIdAsync(IdentityRole role, CancellationToken cancellationToken) => Task.FromResult(role.Id.ToString());

    public Task<string?> GetRoleNameAsync(IdentityRole role, CancellationToken cancellationToken) => Task.FromResult<string?>(role.Name);

    public Task SetRoleNameAsync(IdentityRole role, string? roleName, CancellationToken cancellationToken)
    {
        role.Name = roleName!;
        return Task.CompletedTask;
    }

    public Task<string?> GetNormalizedRoleNameAsync(IdentityRole role, CancellationToken cancellationToken) => Task.FromResult<string?>(role.NormalizedName);

    public Task SetNormalizedRoleNameAsync(IdentityRole role, string? normalizedName, CancellationToken cancellationToken)
    {
        role.NormalizedName = normalizedName!;
        return Task.CompletedTask;
    }

    public async Task<IdentityRole?> FindByIdAsync(string roleId, CancellationToken cancellationToken) =>
        Guid.TryParse(roleId, out var id) ? await roles.FindAsync(id, cancellationToken: cancellationToken) : null;

    public async Task<IdentityRole?> FindByNameAsync(string normalizedRoleName, CancellationToken cancellationToken) =>
        await (await roles.GetQueryableAsync()).Where(r => r.NormalizedName == normalizedRoleName).OrderBy(r => r.Id).FirstOrDefaultAsync(cancellationToken);
}
