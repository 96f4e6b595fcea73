using DoubleReductionGov.Administration.Roles;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.Sorting;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Administration.Users;

/// <summary>Accounts of the current tenant as administrators read them.</summary>
internal sealed class UserList(
    IRepository<IdentityUser, Guid> users, IRepository<IdentityRole, Guid> roles, IDirectoryIntegrationService directory, IDirectoryAccounts accounts,
    RoleNames roleNames, TimeProvider timeProvider)
    : ITransientDependency
{
    private const int RowsReadAtOnce = 500;

    private static readonly SortFields<IdentityUser> SortFields = new SortFields<IdentityUser>()
        .Add("userName", u => u.NormalizedUserName).Add("name", u => u.Name)
        .Add("creationTime", u => u.CreationTime).Add("lastPasswordChangeTime", u => u.LastPasswordChangeTime);

    /// <summary>The accounts that the input asks for, in no order.</summary>
    public async Task<IQueryable<IdentityUser>> FilterAsync(UserListInput input)
    {
        var query = await users.GetQueryableAsync();
        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            var part = input.Filter.Trim();
            var normalized = part.ToUpperInvariant();
            query = query.Where(u => u.NormalizedUserName.Contains(normalized) || (u.Name != null && u.Name.Contains(part)));
        }

        if (input.OrganisationId is { } organisationId)
        {
            var ids = await accounts.GetUserIdsAsync(organisationId);
            query = query.Where(u => ids.Contains(u.Id));
        }

        if (input.IsLocked is { } isLocked)
        {
            DateTimeOffset? now = timeProvider.GetUtcNow();
            query = isLocked ? query.Where(u => u.LockoutEnd > now) : query.Where(u => u.LockoutEnd == null || u.LockoutEnd <= now);
        }

        query = input.IsActive is { } isActive ? query.Where(u => u.IsActive == isActive) : query;
        return input.RoleId is { } roleId ? query.Where(u => u.Roles.Any(r => r.RoleId == roleId)) : query;
    }

    public static IQueryable<IdentityUser> Sort(IQueryable<IdentityUser> query, string? sorting)
    {
        return SortFields.Sort(query, sorting, byDefault: all => all.OrderBy(u => u.NormalizedUserName)).ThenBy(u => u.Id);
    }

    /// <summary>One page of accounts with their roles and organisations, in the order of the query.</summary>
    public async Task<IReadOnlyList<UserDto>> ReadAsync(IQueryable<IdentityUser> page)
    {
        var found = await page.Include(u => u.Roles).AsNoTracking().ToListAsync();
        var known = await RolesAsync(found.SelectMany(u => u.Roles).Select(r => r.RoleId).Distinct().ToList());
        var people = (await accounts.GetPeopleOfUsersAsync(found.ConvertAll(u => u.Id))).ToDictionary(p => p.UserId!.Value);
        var organisations = (await directory.GetOrganisationsAsync()).ToDictionary(o => o.Id, o => o.Name);
        return found.ConvertAll(user => Describe(user, known, people.GetValueOrDefault(user.Id), organisations));
    }

    /// <summary>All of them, some at a time.</summary>
    public async IAsyncEnumerable<UserDto> ReadAllAsync(IQueryable<IdentityUser> sorted)
    {
        for (var read = 0; ;)
        {
            var page = await ReadAsync(sorted.Skip(read).Take(RowsReadAtOnce));
            foreach (var user in page)
            {
                yield return user;
            }

            read += page.Count;
            if (page.Count < RowsReadAtOnce)
            {
                yield break;
            }
        }
    }

    public async Task<UserDto> GetAsync(Guid id) =>
        (await ReadAsync((await users.GetQueryableAsync()).Where(u => u.Id == id))) is [var user]
            ? user
            : throw new Volo.Abp.Domain.Entities.EntityNotFoundException(typeof(IdentityUser), id);

    private async Task<Dictionary<Guid, UserRole>> RolesAsync(List<Guid> ids)
    {
        var found = await (await roles.GetQueryableAsync()).Where(r => ids.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToListAsync();
        return found.ToDictionary(r => r.Id, r => new UserRole(r.Id, r.Name, roleNames.Of(r.Name), OfficerSeparation.IsOfficer(r.Name)));
    }

    private UserDto Describe(IdentityUser user, Dictionary<Guid, UserRole> known, PersonInfo? person, Dictionary<Guid, string> organisations) => new(
        user.Id, user.UserName, user.Name, user.PhoneNumber, UserRules.ShownEmail(user.Email), user.IsActive,
        user.LockoutEnd > timeProvider.GetUtcNow(), user.LockoutEnd, user.ShouldChangePasswordOnNextLogin, user.TwoFactorEnabled,
        person?.OrganisationId, person is null ? null : organisations.GetValueOrDefault(person.OrganisationId), person?.Id, person?.Post,
        [.. user.Roles.Select(r => known[r.RoleId]).OrderBy(r => r.Name, StringComparer.Ordinal)],
        user.CreationTime, user.LastPasswordChangeTime, user.ConcurrencyStamp);
}
