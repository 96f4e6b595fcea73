using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.Security;

/// <summary>A password that an account had before, as its hash.</summary>
internal sealed class PastPassword : Entity<Guid>, IMultiTenant
{
    private PastPassword() => Hash = default!;

    public PastPassword(Guid id, IdentityUser user, string hash, DateTime endedAt) : base(id)
    {
        TenantId = user.TenantId;
        UserId = user.Id;
        Hash = hash;
        EndedAt = endedAt;
    }

    public Guid? TenantId { get; private set; }

    public Guid UserId { get; private set; }

    public string Hash { get; private set; }

    public DateTime EndedAt { get; private set; }
}

/// <summary>A person chooses a new password: neither the present one nor one of the last few.</summary>
internal sealed class PasswordChange(
    IdentityUserManager users, IPasswordHasher<IdentityUser> hasher, IRepository<PastPassword, Guid> past, SecurityPolicy policy, IGuidGenerator guidGenerator, IClock clock)
    : ITransientDependency
{
    public async Task ChangeAsync(IdentityUser user, string newPassword)
    {
        await EnsureNotUsedBeforeAsync(user, newPassword);
        if (user.PasswordHash is { } hash)
        {
            await past.InsertAsync(new PastPassword(guidGenerator.Create(), user, hash, clock.Now));
        }

        user.SetShouldChangePasswordOnNextLogin(false);
        await SetAsync(user, newPassword);
    }

    private async Task EnsureNotUsedBeforeAsync(IdentityUser user, string password)
    {
        var count = await policy.GetAsync(SecurityRules.PasswordHistoryLength);
        var hashes = await (await past.GetQueryableAsync())
            .Where(p => p.UserId == user.Id).OrderByDescending(p => p.EndedAt).ThenByDescending(p => p.Id).Take(count).Select(p => p.Hash).ToListAsync();
        if (user.PasswordHash is { } present)
        {
            hashes.Add(present);
        }

        if (hashes.Exists(hash => hasher.VerifyHashedPassword(user, hash, password) != PasswordVerificationResult.Failed))
        {
            throw new BusinessException(AccountErrors.PasswordUsedBefore).WithData("count", count);
        }
    }

    // With a new stamp, which ends every session of the account.
    private async Task SetAsync(IdentityUser user, string password)
    {
        var removed = await users.RemovePasswordAsync(user);
        var added = removed.Succeeded ? await users.AddPasswordAsync(user, password) : removed;
        if (!added.Succeeded)
        {
            throw new AbpException(string.Join(" ", added.Errors.Select(error => error.Code)));
        }
    }
}
