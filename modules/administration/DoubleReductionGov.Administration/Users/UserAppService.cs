using DoubleReductionGov.Administration.Roles;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.Confirmation;
using DoubleReductionGov.Platform.Exports;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Administration.Users;

/// <summary>Accounts of the own side: the city's or a county's. An account is switched off, never deleted. A stale stamp is refused with 409.</summary>
[Authorize(AdministrationPermissions.Users)]
public sealed class UserAppService : ApplicationService
{
    private const int MaximumPeople = 50;

    public UserAppService() => LocalizationResource = typeof(AdministrationResource);

    private UserList List => LazyServiceProvider.LazyGetRequiredService<UserList>();

    private UserDesk Desk => LazyServiceProvider.LazyGetRequiredService<UserDesk>();

    private UserImport Import => LazyServiceProvider.LazyGetRequiredService<UserImport>();

    private IDirectoryIntegrationService Directory => LazyServiceProvider.LazyGetRequiredService<IDirectoryIntegrationService>();

    private IDirectoryAccounts Accounts => LazyServiceProvider.LazyGetRequiredService<IDirectoryAccounts>();

    private IRepository<IdentityRole, Guid> Roles => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentityRole, Guid>>();

    private RoleNames RoleNames => LazyServiceProvider.LazyGetRequiredService<RoleNames>();

    public async Task<PagedResultDto<UserListItem>> GetListAsync(UserListInput input)
    {
        var query = await List.FilterAsync(input);
        var total = await query.CountAsync();
        var page = await List.ReadAsync(UserList.Sort(query, input.Sorting).Skip(input.SkipCount).Take(input.MaxResultCount));
        return new PagedResultDto<UserListItem>(total, [.. page.Select(u => new UserListItem(
            u.Id, u.UserName, u.Name, UserRules.MaskedPhone(u.PhoneNumber), u.Email, u.IsActive, u.IsLocked, u.LockoutEnd, u.MustChangePassword,
            u.TwoFactorEnabled, u.OrganisationId, u.OrganisationName, u.Roles, u.CreationTime, u.ConcurrencyStamp))]);
    }

    public Task<UserDto> GetAsync(Guid id) => List.GetAsync(id);

    /// <summary>Creates an account and tells its password for one sign-in. Refuses: UserNameExists, EmailExists, Directory:PersonHasAccount.</summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    [NeedsConfirmation]
    public Task<OneTimePasswordDto> CreateAsync(CreateUserInput input) => Desk.CreateAsync(input);

    /// <summary>Refuses: EmailExists, Directory:PersonHasAccount.</summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    public async Task<UserDto> UpdateAsync(Guid id, UpdateUserInput input)
    {
        await Desk.UpdateAsync(id, input);
        return await List.GetAsync(id);
    }

    [Authorize(AdministrationPermissions.UsersManage)]
    [NeedsConfirmation]
    public async Task<UserDto> ActivateAsync(Guid id, UserStepInput input)
    {
        await Desk.ActivateAsync(id, input.ConcurrencyStamp);
        return await List.GetAsync(id);
    }

    /// <summary>Switches an account off; its sessions end. Refuses: CannotDeactivateOneself, LastOfficer.</summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    [NeedsConfirmation]
    public async Task<UserDto> DeactivateAsync(Guid id, UserStepInput input)
    {
        await Desk.DeactivateAsync(id, input.ConcurrencyStamp);
        return await List.GetAsync(id);
    }

    /// <summary>Tells a new password for one sign-in; the old one is gone. Refuses: OwnPasswordCannotBeReset, UserIsInactive.</summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    [NeedsConfirmation]
    public Task<OneTimePasswordDto> ResetPasswordAsync(Guid id) => Desk.ResetPasswordAsync(id);

    [Authorize(AdministrationPermissions.UsersUnlock)]
    public async Task<UserDto> UnlockAsync(Guid id)
    {
        await Desk.UnlockAsync(id);
        return await List.GetAsync(id);
    }

    /// <summary>
    /// Gives the account these roles and no others; its sessions end. Refuses: OwnRolesCannotChange, OfficerHoldsTwoDuties,
    /// OfficerHoldsBusinessRole, OfficerHoldsBusinessPermission, AdministrationIsForOfficers, LastOfficer.
    /// </summary>
    [Authorize(AdministrationPermissions.UsersAssignRoles)]
    [NeedsConfirmation]
    public async Task<UserDto> UpdateRolesAsync(Guid id, UpdateUserRolesInput input)
    {
        await Desk.SetRolesAsync(id, [.. input.RoleIds.Distinct()], input.ConcurrencyStamp);
        return await List.GetAsync(id);
    }

    /// <summary>The roles from which <see cref="UpdateRolesAsync"/> may choose.</summary>
    public async Task<ListResultDto<UserRole>> GetAssignableRolesAsync()
    {
        var roles = await (await Roles.GetQueryableAsync()).OrderBy(r => r.NormalizedName).Select(r => new { r.Id, r.Name }).ToListAsync();
        return new ListResultDto<UserRole>(roles.ConvertAll(r => new UserRole(r.Id, r.Name, RoleNames.Of(r.Name), OfficerSeparation.IsOfficer(r.Name))));
    }

    /// <summary>The organisations to which an account can belong.</summary>
    public async Task<ListResultDto<UserOrganisation>> GetOrganisationsAsync() =>
        new([.. (await Directory.GetOrganisationsAsync()).Select(o => new UserOrganisation(o.Id, o.Name))]);

    /// <summary>People of the directory who have no account yet, the first fifty.</summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    public async Task<ListResultDto<UserPerson>> GetPeopleAsync(UserPersonInput input)
    {
        var names = (await Directory.GetOrganisationsAsync()).ToDictionary(o => o.Id, o => o.Name);
        var people = await Accounts.GetPeopleWithoutUserAsync(input.Filter?.Trim(), input.OrganisationId, MaximumPeople);
        return new ListResultDto<UserPerson>([.. people.Select(p => new UserPerson(p.Id, p.Name, p.Post, p.OrganisationId, names[p.OrganisationId]))]);
    }

    /// <summary>An empty file with the columns that <see cref="ImportAsync"/> reads.</summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    public IRemoteStreamContent GetImportTemplate() => Import.Template();

    /// <summary>
    /// Creates the accounts of a CSV or xlsx file, all or none; with errors, each is told with its row and column. Roles cannot be
    /// imported: they are the security administrator's to give. Refuses: ImportFileIsInvalid, TableFileUnreadable, TableFileTooLarge, TableFileHasTooManyRows.
    /// </summary>
    [Authorize(AdministrationPermissions.UsersManage)]
    [NeedsConfirmation]
    public async Task<UserImportResult> ImportAsync(IRemoteStreamContent file, bool isDryRun)
    {
        using (file)
        {
            return await Import.ImportAsync(file.GetStream(), isDryRun);
        }
    }

    /// <summary>The accounts that the list would show, all pages, as CSV; telephone numbers are masked.</summary>
    public async Task<IRemoteStreamContent> GetExportAsync(UserListInput input)
    {
        var users = await List.ReadAllAsync(UserList.Sort(await List.FilterAsync(input), input.Sorting)).ToListAsync();
        var titles = Import.Columns;
        return TableExport.Create<UserDto>(
            users.ToAsyncEnumerable(),
            [
                new(titles.UserName, u => u.UserName), new(titles.Name, u => u.Name), new(titles.PhoneNumber, u => UserRules.MaskedPhone(u.PhoneNumber)),
                new(titles.Email, u => u.Email), new(titles.Organisation, u => u.OrganisationName), new(titles.Post, u => u.Post),
            ],
            TableFormat.Csv, L["Users:ExportFileName"]);
    }
}
