using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Administration.Rights;

/// <summary>Which permissions administer: those that any module puts into the group of this one.</summary>
internal sealed class AdministrationRights(IPermissionDefinitionManager definitions) : ITransientDependency
{
    public async Task<Func<string, bool>> FindAsync()
    {
        var group = (await definitions.GetGroupsAsync()).Single(g => g.Name == AdministrationPermissions.Group);
        return group.GetPermissionsWithChildren().Select(p => p.Name).ToHashSet().Contains;
    }
}
