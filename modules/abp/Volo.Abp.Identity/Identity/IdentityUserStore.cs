using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;

namespace Volo.Abp.Identity;

/// <summary>ASP.NET Core Identity's user store over the repositories of the current tenant.</summary>
[ExposeServices(typeof(IUserStore<IdentityUser>))]
internal sealed partial class IdentityUserStore(IRepository<IdentityUser, Guid> users, IRepository<IdentityRole, Guid> roles, TimeProvider timeProvider) :
    IUserEmailStore<IdentityUser>, IUserPhoneNumberStore<IdentityUser>, IUserTwoFactorStore<IdentityUser>, IUserPasswordStore<IdentityUser>, IUserRoleStore<IdentityUser>, IUserSecurityStampStore<IdentityUser>, IUserLockoutStore<IdentityUser>, ITransientDependency
{
    public void Dispose() { }

    public Task<string> GetUserIdAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id.ToString());

    public Task<string?> GetUserNameAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.UserName);

    public Task SetUserNameAsync(IdentityUser user, string? userName, CancellationToken cancellationToken) => Set(() => user.UserName = userName!);

    public Task<string?> GetNormalizedUserNameAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedUserName);

    public Task SetNormalizedUserNameAsync(IdentityUser user, string? normalizedName, CancellationToken cancellationToken) =>
        Set(() => user.NormalizedUserName = normalizedName!);

    public async Task<IdentityResult> CreateAsync(IdentityUser user, CancellationToken cancellationToken)
    {
        await users.InsertAsync(user, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> UpdateAsync(IdentityUser user, CancellationToken cancellationToken)
    {
        await users.UpdateAsync(user, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityResult> DeleteAsync(IdentityUser user, CancellationToken cancellationToken)
    {
        await users.DeleteAsync(user, autoSave: true, cancellationToken);
        return IdentityResult.Success;
    }

    public async Task<IdentityUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
        Guid.TryParse(userId, out var id) ? await users.FindAsync(id, cancellationToken: cancellationToken) : null;

    public Task<IdentityUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
        users.FindAsync(u => u.NormalizedUserName == normalizedUserName, cancellationToken: cancellationToken);

    public async Task<IdentityUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
        await (await users.WithDetailsAsync()).Where(u => u.NormalizedEmail == normalizedEmail).OrderBy(u => u.Id).FirstOrDefaultAsync(cancellationToken);

    public Task SetEmailAsync(IdentityUser user, string? email, CancellationToken cancellationToken) => Set(() => user.Email = email!);

    public Task<string?> GetEmailAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.Email);

    public Task<bool> GetEmailConfirmedAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.EmailConfirmed);

    public Task SetEmailConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken cancellationToken) => Set(() => user.SetEmailConfirmed(confirmed));

    public Task<string?> GetNormalizedEmailAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.NormalizedEmail);

    public Task SetNormalizedEmailAsync(IdentityUser user, string? normalizedEmail, CancellationToken cancellationToken) =>
        Set(() => user.NormalizedEmail = normalizedEmail!);

    public Task SetPhoneNumberAsync(IdentityUser user, string? phoneNumber, CancellationToken cancellationToken) => Set(() => user.PhoneNumber = phoneNumber);

    public Task<string?> GetPhoneNumberAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PhoneNumber);

    public Task<bool> GetPhoneNumberConfirmedAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PhoneNumberConfirmed);

    public Task SetPhoneNumberConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken cancellationToken) =>
        Set(() => user.PhoneNumberConfirmed = confirmed);

    public Task SetTwoFactorEnabledAsync(IdentityUser user, bool enabled, CancellationToken cancellationToken) => Set(() => user.TwoFactorEnabled = enabled);

    public Task<bool> GetTwoFactorEnabledAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.TwoFactorEnabled);

    public Task SetPasswordHashAsync(IdentityUser user, string? passwordHash, CancellationToken cancellationToken) => Set(() =>
    {
        user.PasswordHash = passwordHash;
        user.SetLastPasswordChangeTime(timeProvider.GetUtcNow());
    });

    public Task<string?> GetPasswordHashAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash);

    public Task<bool> HasPasswordAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.PasswordHash is not null);

    public Task SetSecurityStampAsync(IdentityUser user, string stamp, CancellationToken cancellationToken) => Set(() => user.SecurityStamp = stamp);

    public Task<string?> GetSecurityStampAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult<string?>(user.SecurityStamp);

    public Task<DateTimeOffset?> GetLockoutEndDateAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnd);

    public Task SetLockoutEndDateAsync(IdentityUser user, DateTimeOffset? lockoutEnd, CancellationToken cancellationToken) => Set(() => user.LockoutEnd = lockoutEnd);

    public Task<int> IncrementAccessFailedCountAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(++user.AccessFailedCount);

    public Task ResetAccessFailedCountAsync(IdentityUser user, CancellationToken cancellationToken) => Set(() => user.AccessFailedCount = 0);

    public Task<int> GetAccessFailedCountAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.AccessFailedCount);

    public Task<bool> GetLockoutEnabledAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.LockoutEnabled);

    public Task SetLockoutEnabledAsync(IdentityUser user, bool enabled, CancellationToken cancellationToken) => Set(() => user.LockoutEnabled = enabled);

    public async Task AddToRoleAsync(IdentityUser user, string roleName, CancellationToken cancellationToken) =>
        user.AddRole((await RoleAsync(roleName, cancellationToken) ?? throw new InvalidOperationException($"Role {roleName} does not exist!")).Id);

    public async Task RemoveFromRoleAsync(IdentityUser user, string roleName, CancellationToken cancellationToken)
    {
        if (await RoleAsync(roleName, cancellationToken) is { } role)
        {
            user.RemoveRole(role.Id);
        }
    }

    public async Task<IList<string>> GetRolesAsync(IdentityUser user, CancellationToken cancellationToken)
    {
        var ids = user.Roles.Select(r => r.RoleId).ToList();
        return await (await roles.GetQueryableAsync()).Where(r => ids.Contains(r.Id)).Select(r => r.Name).ToListAsync(cancellationToken);
    }

    public async Task<bool> IsInRoleAsync(IdentityUser user, string roleName, CancellationToken cancellationToken) =>
        await RoleAsync(roleName, cancellationToken) is { } role && user.IsInRole(role.Id);

    public async Task<IList<IdentityUser>> GetUsersInRoleAsync(string roleName, CancellationToken cancellationToken) =>
        await RoleAsync(roleName, cancellationToken) is { } role ? await users.GetListAsync(u => u.Roles.Any(r => r.RoleId == role.Id), cancellationToken: cancellationToken) : [];

    private Task<IdentityRole?> RoleAsync(string roleName, CancellationToken cancellationToken)
    {
        var normalized = roleName.ToUpperInvariant();
        return roles.FindAsync(r => r.NormalizedName == normalized, cancellationToken: cancellationToken);
    }

    private static Task Set(Action action)
    {
        action();
        return Task.CompletedTask;
    }
}
