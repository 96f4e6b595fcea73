using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Directory;

internal sealed class DirectoryPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(DirectoryPermissions.Group, Name(DirectoryPermissions.Group));
        group.AddPermission(DirectoryPermissions.Organisations, Name(DirectoryPermissions.Organisations));
        group.AddPermission(DirectoryPermissions.People, Name(DirectoryPermissions.People))
            .AddChild(DirectoryPermissions.PeopleManage, Name(DirectoryPermissions.PeopleManage));
        group.AddPermission(DirectoryPermissions.Visits, Name(DirectoryPermissions.Visits), MultiTenancySides.Tenant);
        group.AddPermission(DirectoryPermissions.EnterCounty, Name(DirectoryPermissions.EnterCounty), MultiTenancySides.Host);
    }

    private static LocalizableString Name(string permission) => LocalizableString.Create<DirectoryResource>("Permission:" + permission);
}
