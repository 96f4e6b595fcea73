using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace Volo.Abp.Identity;

/// <summary>An account of another system by which a person signs in here.</summary>
public class IdentityUserLogin : Entity, IMultiTenant
{
    protected IdentityUserLogin() => LoginProvider = ProviderKey = default!;

    protected internal IdentityUserLogin(Guid userId, string loginProvider, string providerKey, string? providerDisplayName, Guid? tenantId)
    {
        UserId = userId;
        LoginProvider = Check.NotNullOrWhiteSpace(loginProvider, nameof(loginProvider), 64);
        ProviderKey = Check.NotNullOrWhiteSpace(providerKey, nameof(providerKey), 196);
        ProviderDisplayName = providerDisplayName;
        TenantId = tenantId;
    }

    public virtual Guid? TenantId { get; protected set; }

    public virtual Guid UserId { get; protected set; }

    public virtual string LoginProvider { get; protected set; }

    public virtual string ProviderKey { get; protected set; }

    public virtual string? ProviderDisplayName { get; protected set; }

    public override object?[] GetKeys() => [UserId, LoginProvider];
}

internal sealed partial class IdentityUserStore : IUserLoginStore<IdentityUser>
{
    public async Task AddLoginAsync(IdentityUser user, UserLoginInfo login, CancellationToken cancellationToken)
    {
        await ReadLoginsAsync(user, cancellationToken);
        user.Logins.Add(new IdentityUserLogin(user.Id, login.LoginProvider, login.ProviderKey, login.ProviderDisplayName, user.TenantId));
    }

    public async Task RemoveLoginAsync(IdentityUser user, string loginProvider, string providerKey, CancellationToken cancellationToken)
    {
        await ReadLoginsAsync(user, cancellationToken);
        if (user.Logins.FirstOrDefault(l => l.LoginProvider == loginProvider && l.ProviderKey == providerKey) is { } login)
        {
            user.Logins.Remove(login);
        }
    }

    public async Task<IList<UserLoginInfo>> GetLoginsAsync(IdentityUser user, CancellationToken cancellationToken)
    {
        await ReadLoginsAsync(user, cancellationToken);
        return user.Logins.Select(l => new UserLoginInfo(l.LoginProvider, l.ProviderKey, l.ProviderDisplayName)).ToList();
    }

    public async Task<IdentityUser?> FindByLoginAsync(string loginProvider, string providerKey, CancellationToken cancellationToken) =>
        await (await users.WithDetailsAsync()).SingleOrDefaultAsync(
            u => u.Logins.Any(l => l.LoginProvider == loginProvider && l.ProviderKey == providerKey), cancellationToken);

    // Few accounts have any; who reads an account does not read them along.
    private async Task ReadLoginsAsync(IdentityUser user, CancellationToken cancellationToken) =>
        await (await users.GetQueryableAsync()).Include(u => u.Logins).SingleOrDefaultAsync(u => u.Id == user.Id, cancellationToken);
}
