using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration;

internal sealed class AdministrationPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(AdministrationPermissions.Group, Name(AdministrationPermissions.Group));

        var users = group.AddPermission(AdministrationPermissions.Users, Name(AdministrationPermissions.Users));
        users.AddChild(AdministrationPermissions.UsersManage, Name(AdministrationPermissions.UsersManage));
        users.AddChild(AdministrationPermissions.UsersUnlock, Name(AdministrationPermissions.UsersUnlock));
        users.AddChild(AdministrationPermissions.UsersAssignRoles, Name(AdministrationPermissions.UsersAssignRoles));

        group.AddPermission(AdministrationPermissions.Roles, Name(AdministrationPermissions.Roles))
            .AddChild(AdministrationPermissions.RolesManage, Name(AdministrationPermissions.RolesManage));
        group.AddPermission(AdministrationPermissions.Rights, Name(AdministrationPermissions.Rights))
            .AddChild(AdministrationPermissions.RightsManage, Name(AdministrationPermissions.RightsManage));
        group.AddPermission(AdministrationPermissions.Duties, Name(AdministrationPermissions.Duties));
        group.AddPermission(AdministrationPermissions.Counties, Name(AdministrationPermissions.Counties), MultiTenancySides.Host)
            .AddChild(AdministrationPermissions.CountiesManage, Name(AdministrationPermissions.CountiesManage), MultiTenancySides.Host);
        group.AddPermission(AdministrationPermissions.AuditLogs, Name(AdministrationPermissions.AuditLogs));
        SignIn.SecurityPermissionDefinitions.AddTo(group);
        group.AddPermission(AdministrationPermissions.ParkedEvents, Name(AdministrationPermissions.ParkedEvents), MultiTenancySides.Host);
    }

    private static LocalizableString Name(string permission) => LocalizableString.Create<AdministrationResource>("Permission:" + permission);
}
