using DoubleReductionGov.Platform.Outbox;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Entities;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration.ParkedEvents;

/// <summary>What to do with events that could not be handled: technical rows of an outbox, no business data.</summary>
[Authorize(AdministrationPermissions.ParkedEvents)]
public sealed class ParkedEventAppService : ApplicationService
{
    private Platform.Outbox.ParkedEvents Parked => LazyServiceProvider.LazyGetRequiredService<Platform.Outbox.ParkedEvents>();

    private ITenantStore Tenants => LazyServiceProvider.LazyGetRequiredService<ITenantStore>();

    /// <summary>Latest first.</summary>
    public Task<PagedResultDto<ParkedEventDto>> GetListAsync(ParkedEventListInput input) => InAsync(input.CountyId, async () =>
    {
        var (count, page) = await Parked.GetListAsync(input.SkipCount, input.MaxResultCount);
        var rows = page.Select(e => new ParkedEventDto(e.Id, e.EventName, e.Aggregate, e.CreationTime, e.ParkedTime, e.Attempts, e.LastError));
        return new PagedResultDto<ParkedEventDto>(count, rows.ToList());
    });

    /// <summary>Tries it again, and then what waits behind it.</summary>
    public Task RetryAsync(Guid id, RetryParkedEventInput input) => InAsync(input.CountyId, async () => EnsureFound(id, await Parked.RetryAsync(id)));

    /// <summary>Gives it up; what waits behind it goes on.</summary>
    public Task DeleteAsync(Guid id, DiscardParkedEventInput input) => InAsync(input.CountyId, async () => EnsureFound(id, await Parked.DiscardAsync(id)));

    private async Task<T> InAsync<T>(Guid? countyId, Func<Task<T>> act)
    {
        if (countyId is { } id && await Tenants.FindAsync(id) is null)
        {
            throw new EntityNotFoundException(typeof(TenantConfiguration), id);
        }

        using (CurrentTenant.Change(countyId))
        {
            return await act();
        }
    }

    private static bool EnsureFound(Guid id, bool found) => found ? found : throw new EntityNotFoundException(typeof(ParkedEvent), id);
}
