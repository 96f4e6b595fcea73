using DoubleReductionGov.Administration.Officers;
using DoubleReductionGov.Directory;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Users;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Administration.Users;

/// <summary>What is done with accounts of the current tenant. Whatever narrows an account's rights ends its sessions.</summary>
internal sealed class UserDesk(
    IdentityUserManager users, IRepository<IdentityRole, Guid> roles, IDirectoryAccounts directory, OfficerRegister officers,
    ICurrentUser currentUser, ICurrentTenant currentTenant, IGuidGenerator guidGenerator, ISettingProvider settings, TimeProvider timeProvider)
    : ITransientDependency
{
    /// <summary>Refuses: UserNameExists, EmailExists, Directory:PersonHasAccount.</summary>
    public async Task<OneTimePasswordDto> CreateAsync(CreateUserInput input)
    {
        var id = guidGenerator.Create();
        await EnsureEmailIsFreeAsync(input.Email, id);
        var user = new IdentityUser(id, input.UserName, UserRules.EmailOrNone(input.Email, id), currentTenant.Id) { Name = input.Name.Trim() };
        user.SetPhoneNumber(input.PhoneNumber, confirmed: false);
        user.SetShouldChangePasswordOnNextLogin(true);
        var password = OneTimePassword.Create();
        var created = await users.CreateAsync(user, password);
        if (created.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.DuplicateUserName)))
        {
            throw new BusinessException(AdministrationErrors.UserNameExists).WithData("userName", input.UserName);
        }

        Ensure(created);
        await LinkAsync(user, input, null);
        return await HandOutAsync(user, password);
    }

    /// <summary>Refuses: EmailExists, Directory:PersonHasAccount. Another person or organisation ends the sessions.</summary>
    public async Task UpdateAsync(Guid id, UpdateUserInput input)
    {
        var user = await GetAsync(id, input.ConcurrencyStamp);
        await EnsureEmailIsFreeAsync(input.Email, id);
        user.Name = input.Name.Trim();
        user.SetPhoneNumber(input.PhoneNumber, confirmed: false);
        Ensure(await users.UpdateAsync(user));
        if (UserRules.EmailOrNone(input.Email, id) is var email && !string.Equals(email, user.Email, StringComparison.OrdinalIgnoreCase))
        {
            Ensure(await users.SetEmailAsync(user, email));
        }

        var before = (await directory.GetPeopleOfUsersAsync([id])) is [var person] ? person : null;
        if (await LinkAsync(user, input, before) != before?.Id)
        {
            await EndSessionsAsync(user);
        }
    }

    public async Task ActivateAsync(Guid id, string? concurrencyStamp)
    {
        var user = await GetAsync(id, concurrencyStamp);
        user.SetIsActive(true);
        Ensure(await users.UpdateAsync(user));
    }

    /// <summary>Refuses: CannotDeactivateOneself, LastOfficer.</summary>
    public async Task DeactivateAsync(Guid id, string? concurrencyStamp)
    {
        var user = await GetAsync(id, concurrencyStamp);
        EnsureOther(user, AdministrationErrors.CannotDeactivateOneself);
        await officers.EnsureNotLastAsync(user, await users.GetRolesAsync(user));

        user.SetIsActive(false);
        await EndSessionsAsync(user);
    }

    public async Task UnlockAsync(Guid id)
    {
        var user = await GetAsync(id, null);
        Ensure(await users.SetLockoutEndDateAsync(user, null));
        Ensure(await users.ResetAccessFailedCountAsync(user));
    }

    /// <summary>A new password for one sign-in; nobody chooses it. Refuses: OwnPasswordCannotBeReset, UserIsInactive.</summary>
    public async Task<OneTimePasswordDto> ResetPasswordAsync(Guid id)
    {
        var user = await GetAsync(id, null);
        EnsureOther(user, AdministrationErrors.OwnPasswordCannotBeReset);
        if (!user.IsActive)
        {
            throw new BusinessException(AdministrationErrors.UserIsInactive).WithData("userName", user.UserName);
        }

        var password = OneTimePassword.Create();
        user.SetShouldChangePasswordOnNextLogin(true);
        Ensure(await users.RemovePasswordAsync(user));
        Ensure(await users.AddPasswordAsync(user, password));
        return await HandOutAsync(user, password);
    }

    /// <summary>
    /// The account has these roles and no others. Refuses: OwnRolesCannotChange, OfficerHoldsTwoDuties, OfficerHoldsBusinessRole,
    /// OfficerHoldsBusinessPermission, AdministrationIsForOfficers, LastOfficer.
    /// </summary>
    public async Task SetRolesAsync(Guid id, IReadOnlyCollection<Guid> roleIds, string? concurrencyStamp)
    {
        var user = await GetAsync(id, concurrencyStamp);
        EnsureOther(user, AdministrationErrors.OwnRolesCannotChange);
        var before = await users.GetRolesAsync(user);
        var after = await NamesAsync(roleIds);
        OfficerSeparation.EnsureRoles(after);
        await officers.EnsureOwnRightsFitAsync(user, after);
        if (user.IsActive)
        {
            await officers.EnsureNotLastAsync(user, [.. before.Except(after)]);
        }

        foreach (var roleId in user.Roles.Select(r => r.RoleId).Except(roleIds).ToList())
        {
            user.RemoveRole(roleId);
        }

        roleIds.ToList().ForEach(user.AddRole);
        await EndSessionsAsync(user);
    }

    /// <summary>Also saves the account: a new stamp is no longer that of any cookie.</summary>
    private async Task EndSessionsAsync(IdentityUser user) => Ensure(await users.UpdateSecurityStampAsync(user));

    private async Task<IdentityUser> GetAsync(Guid id, string? concurrencyStamp)
    {
        var user = await users.GetByIdAsync(id);
        user.SetConcurrencyStampIfNotNull(concurrencyStamp);
        return user;
    }

    private async Task<Guid?> LinkAsync(IdentityUser user, UserInput input, PersonInfo? before)
    {
        var stays = input.PersonId is { } personId ? personId == before?.Id : input.OrganisationId == before?.OrganisationId;
        if (stays)
        {
            return before?.Id;
        }

        await directory.UnlinkAsync(user.Id);
        return input.PersonId is { } other ? (await directory.LinkAsync(user.Id, other)).Id
            : input.OrganisationId is { } organisationId ? (await directory.LinkAsync(user.Id, input.Name.Trim(), input.Post, organisationId)).Id
            : null;
    }

    private async Task<OneTimePasswordDto> HandOutAsync(IdentityUser user, string password) =>
        new(user.Id, user.UserName, password, timeProvider.GetUtcNow().AddDays(await settings.GetAsync<int>(UserSettings.InitialPasswordDays)));

    private async Task<List<string>> NamesAsync(IReadOnlyCollection<Guid> roleIds)
    {
        var found = await (await roles.GetQueryableAsync()).Where(r => roleIds.Contains(r.Id)).Select(r => new { r.Id, r.Name }).ToListAsync();
        var unknown = roleIds.Except(found.Select(r => r.Id)).ToList();
        return unknown.Count == 0 ? found.ConvertAll(r => r.Name) : throw new EntityNotFoundException(typeof(IdentityRole), unknown[0]);
    }

    private async Task EnsureEmailIsFreeAsync(string? email, Guid ownId)
    {
        if (!string.IsNullOrWhiteSpace(email) && await users.FindByEmailAsync(email.Trim()) is { } other && other.Id != ownId)
        {
            throw new BusinessException(AdministrationErrors.EmailExists).WithData("email", email);
        }
    }

    private void EnsureOther(IdentityUser user, string refusal)
    {
        if (user.Id == currentUser.Id)
        {
            throw new BusinessException(refusal);
        }
    }

    // What an official can get wrong was refused above; what is left is a mistake of ours.
    private static void Ensure(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new AbpException(string.Join(" ", result.Errors.Select(error => error.Code)));
        }
    }
}
