using DoubleReductionGov.Administration;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Data;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Identity;
using Volo.Abp.PermissionManagement;

namespace DoubleReductionGov.Host.Data;

/// <summary>The roles of the city and of a county with what they may do. Rights that were taken away later are given again only to a new role.</summary>
internal sealed class RoleSeeder(
    IRepository<IdentityRole, Guid> roles, IPermissionDataSeeder permissions, IPermissionDefinitionManager definitions, IGuidGenerator guidGenerator)
    : IDataSeedContributor, ITransientDependency
{
    private static readonly Dictionary<string, string[]> CityRoles = new()
    {
        [DirectoryRoles.CityLead] =
        [
            ProgrammePermissions.Plans, ProgrammePermissions.PlansApprove, ProgrammePermissions.PlansPublish, ProgrammePermissions.WallChart,
            ProgrammePermissions.Verifications, ProgrammePermissions.ReferenceDate,
            DirectoryPermissions.Organisations, DirectoryPermissions.People, DirectoryPermissions.EnterCounty,
        ],
        [DirectoryRoles.CityStaff] =
        [
            ProgrammePermissions.Plans, ProgrammePermissions.PlansImport, ProgrammePermissions.PlansEdit, ProgrammePermissions.WallChart,
            ProgrammePermissions.Verifications, ProgrammePermissions.VerificationsDecide,
            DirectoryPermissions.Organisations, DirectoryPermissions.People, DirectoryPermissions.EnterCounty,
        ],
        [DirectoryRoles.Department] =
        [
            ProgrammePermissions.Plans, ProgrammePermissions.WallChart,
            ProgrammePermissions.Verifications, ProgrammePermissions.VerificationsDecide,
            DirectoryPermissions.Organisations, DirectoryPermissions.People, DirectoryPermissions.EnterCounty,
        ],
        [AdministrationRoles.SystemAdmin] =
        [
            AdministrationPermissions.Users, AdministrationPermissions.UsersManage,
            AdministrationPermissions.Counties, AdministrationPermissions.CountiesManage, AdministrationPermissions.ParkedEvents,
        ],
        [AdministrationRoles.SecurityAdmin] =
        [
            AdministrationPermissions.Users, AdministrationPermissions.UsersUnlock, AdministrationPermissions.UsersAssignRoles,
            AdministrationPermissions.Roles, AdministrationPermissions.RolesManage, AdministrationPermissions.Rights, AdministrationPermissions.RightsManage,
            AdministrationPermissions.Duties,
            SecurityPermissions.Sessions, SecurityPermissions.SecondFactors, SecurityPermissions.ApiClients, SecurityPermissions.SecurityPolicy,
        ],
        [AdministrationRoles.AuditAdmin] = [AdministrationPermissions.AuditLogs, SecurityPermissions.SecurityLogs],
    };

    private static readonly Dictionary<string, string[]> CountyRoles = new()
    {
        [DirectoryRoles.CountyLead] =
        [
            ProgrammePermissions.Tasks, ProgrammePermissions.TasksAssign, ProgrammePermissions.TasksSteps, ProgrammePermissions.TasksProgress,
            ProgrammePermissions.TasksClaim, ProgrammePermissions.TasksAskExtension,
            DirectoryPermissions.Organisations, DirectoryPermissions.People, DirectoryPermissions.PeopleManage, DirectoryPermissions.Visits,
        ],
        [DirectoryRoles.CountyStaff] =
        [
            ProgrammePermissions.Tasks, ProgrammePermissions.TasksSteps, ProgrammePermissions.TasksProgress,
            ProgrammePermissions.TasksClaim, ProgrammePermissions.TasksAskExtension,
            DirectoryPermissions.Organisations, DirectoryPermissions.People,
        ],
        [DirectoryRoles.Department] =
        [
            ProgrammePermissions.Tasks, ProgrammePermissions.TasksProgress, ProgrammePermissions.TasksClaim, ProgrammePermissions.TasksAskExtension,
            DirectoryPermissions.Organisations, DirectoryPermissions.People,
        ],
        [AdministrationRoles.SystemAdmin] =
        [
            AdministrationPermissions.Users, AdministrationPermissions.UsersManage,
        ],
        [AdministrationRoles.SecurityAdmin] =
        [
            AdministrationPermissions.Users, AdministrationPermissions.UsersUnlock, AdministrationPermissions.UsersAssignRoles,
            AdministrationPermissions.Roles, AdministrationPermissions.RolesManage, AdministrationPermissions.Rights, AdministrationPermissions.RightsManage,
            AdministrationPermissions.Duties,
            SecurityPermissions.Sessions, SecurityPermissions.SecondFactors, SecurityPermissions.ApiClients,
        ],
        [AdministrationRoles.AuditAdmin] = [AdministrationPermissions.AuditLogs, SecurityPermissions.SecurityLogs],
    };

    public async Task SeedAsync(DataSeedContext context)
    {
        var administration = (await definitions.GetGroupsAsync()).Single(group => group.Name == AdministrationPermissions.Group);
        var administers = administration.GetPermissionsWithChildren().Select(permission => permission.Name).ToHashSet();
        var existing = (await roles.GetListAsync()).Select(role => role.Name).ToHashSet();
        foreach (var (name, granted) in context.TenantId is null ? CityRoles : CountyRoles)
        {
            if (existing.Contains(name))
            {
                continue;
            }

            OfficerSeparation.EnsurePermissions([name], granted, administers.Contains);
            await roles.InsertAsync(new IdentityRole(guidGenerator.Create(), name, context.TenantId) { IsStatic = true });
            await permissions.SeedAsync(RolePermissionValueProvider.ProviderName, name, granted, context.TenantId);
        }
    }
}
