using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Users;

namespace DoubleReductionGov.Directory;

internal sealed class CurrentOrganisation(ICurrentUser currentUser, ICurrentTenant currentTenant) : ICurrentOrganisation, ITransientDependency
{
    public Guid? Id
    {
        get
        {
            if (!currentUser.Roles.Contains(DirectoryRoles.Department) || currentUser.TenantId != currentTenant.Id)
            {
                return null;
            }

            return Guid.TryParse(currentUser.FindClaim(DirectoryClaims.OrganisationId)?.Value, out var id) ? id : Guid.Empty;
        }
    }
}
