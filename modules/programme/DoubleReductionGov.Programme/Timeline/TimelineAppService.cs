using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Services;

namespace DoubleReductionGov.Programme.Timeline;

/// <summary>时间表和路线图: one address for both sides; each reads its own rows.</summary>
[Authorize]
public sealed class TimelineAppService : ApplicationService
{
    private CityTimeline City => LazyServiceProvider.LazyGetRequiredService<CityTimeline>();

    private CountyTimeline County => LazyServiceProvider.LazyGetRequiredService<CountyTimeline>();

    /// <summary>The timetable of a plan, of the newest by default (TASK-01). City: needs the wall chart; county: needs its tasks.</summary>
    public async Task<TimelineDto> GetAsync(Guid? planId = null)
    {
        await CheckPolicyAsync(CurrentTenant.IsAvailable ? ProgrammePermissions.Tasks : ProgrammePermissions.WallChart);
        return CurrentTenant.IsAvailable ? await County.GetAsync(planId) : await City.GetAsync(planId);
    }
}
