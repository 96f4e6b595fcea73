using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>Issues a plan to all counties at once, if every county has the departments that the plan needs.</summary>
internal sealed class PlanPublication(IDirectoryIntegrationService directory, ICurrentTenant currentTenant) : ITransientDependency
{
    public async Task PublishAsync(Plan plan, Actor who, DateTime time)
    {
        plan.EnsureApproved();
        var counties = await directory.GetCountiesAsync();
        var needed = plan.Items
            .Where(i => i.ParentId is null)
            .SelectMany(i => i.Support.Append(i.Lead!))
            .DistinctBy(d => d.Code)
            .ToList();
        foreach (var county in counties)
        {
            await EnsureDepartmentsAsync(county, needed);
        }

        plan.Publish(counties, who, time);
    }

    /// <summary>Reads no work of the county, only which departments it has; that is why no visit is recorded.</summary>
    private async Task EnsureDepartmentsAsync(CountyInfo county, IEnumerable<PlanDepartment> needed)
    {
        using (currentTenant.Change(county.Id))
        {
            var codes = (await directory.GetOrganisationsAsync()).Select(o => o.Code).ToHashSet();
            var lacking = needed.Where(d => !codes.Contains(d.Code)).Select(d => d.Name).ToList();
            if (lacking.Count > 0)
            {
                throw new BusinessException(ProgrammeErrors.CountyLacksDepartment)
                    .WithData("county", county.Name).WithData("departments", string.Join('、', lacking));
            }
        }
    }
}
