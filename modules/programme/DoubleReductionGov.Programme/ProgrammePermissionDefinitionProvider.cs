using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme;

internal sealed class ProgrammePermissionDefinitionProvider : PermissionDefinitionProvider
{
    public override void Define(IPermissionDefinitionContext context)
    {
        var group = context.AddGroup(ProgrammePermissions.Group, Name(ProgrammePermissions.Group));
        Add(group, MultiTenancySides.Host, ProgrammePermissions.Plans,
            ProgrammePermissions.PlansImport, ProgrammePermissions.PlansEdit, ProgrammePermissions.PlansApprove, ProgrammePermissions.PlansPublish);
        Add(group, MultiTenancySides.Host, ProgrammePermissions.WallChart);
        Add(group, MultiTenancySides.Host, ProgrammePermissions.Verifications, ProgrammePermissions.VerificationsDecide);
        Add(group, MultiTenancySides.Host, ProgrammePermissions.ReferenceDate);
        Add(group, MultiTenancySides.Tenant, ProgrammePermissions.Tasks,
            ProgrammePermissions.TasksAssign, ProgrammePermissions.TasksSteps, ProgrammePermissions.TasksProgress,
            ProgrammePermissions.TasksClaim, ProgrammePermissions.TasksAskExtension);
    }

    private static void Add(PermissionGroupDefinition group, MultiTenancySides side, string permission, params string[] children)
    {
        var parent = group.AddPermission(permission, Name(permission), side);
        foreach (var child in children)
        {
            parent.AddChild(child, Name(child), side);
        }
    }

    private static LocalizableString Name(string permission) => LocalizableString.Create<ProgrammeResource>("Permission:" + permission);
}
