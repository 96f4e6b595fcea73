using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;

namespace DoubleReductionGov.Administration;

internal sealed class AdministrationPermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context) =>
        context.AddGroup(AdministrationPermissions.Group, Name(AdministrationPermissions.Group));

    private static LocalizableString Name(string permission) => LocalizableString.Create<AdministrationResource>("Permission:" + permission);
}
