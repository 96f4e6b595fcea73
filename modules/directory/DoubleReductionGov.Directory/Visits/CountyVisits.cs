using DoubleReductionGov.Directory.Counties;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Settings;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace DoubleReductionGov.Directory.Visits;

internal sealed class CountyVisits(
    IRepository<CountyVisit, Guid> visits,
    IRepository<County, Guid> counties,
    IRepository<Person, Guid> people,
    IRepository<Organisation, Guid> organisations,
    IPermissionChecker permissionChecker,
    ISettingProvider settings,
    ICurrentUser currentUser,
    ICurrentTenant currentTenant,
    IAuditingManager auditingManager,
    IGuidGenerator guidGenerator,
    IClock clock) : ICountyVisits, ITransientDependency
{
    public Task<IDisposable> EnterAsync(Guid countyId, string purpose, string subject)
    {
        Check.NotNullOrWhiteSpace(subject, nameof(subject), CountyVisit.SubjectMaxLength);

        // A change made by an async method is undone when that method returns. This one is not async, so that the change is the caller's.
        var entered = currentTenant.Change(countyId);
        return AdmitAsync(entered, countyId, purpose, subject);
    }

    private async Task<IDisposable> AdmitAsync(IDisposable entered, Guid countyId, string purpose, string subject)
    {
        var visitor = await AdmitToCountyAsync(countyId, purpose);
        await RecordAsync(visitor, purpose, subject);
        return entered;
    }

    /// <summary>Permissions of a city account, the list of counties and the city's people are all found in the city.</summary>
    private async Task<Visitor> AdmitToCountyAsync(Guid countyId, string purpose)
    {
        using (currentTenant.Change(null))
        {
            if (currentUser.Id is not { } userId || currentUser.TenantId is not null
                || !await permissionChecker.IsGrantedAsync(DirectoryPermissions.EnterCounty))
            {
                throw new AbpAuthorizationException("Only a city account with the permission to do so enters a county.");
            }

            CountyVisit.StatePurpose(purpose);
            var county = await counties.FindAsync(countyId);
            if (county is not { IsActive: true })
            {
                throw new EntityNotFoundException(typeof(County), countyId);
            }

            MoveAuditLog(county);
            return new Visitor(userId, currentUser.Name ?? currentUser.UserName ?? userId.ToString(), await FindOrganisationNameAsync(userId));
        }
    }

    /// <summary>What the city does in a county is recorded where the county can read it.</summary>
    private void MoveAuditLog(County county)
    {
        if (auditingManager.Current?.Log is { } log)
        {
            (log.ImpersonatorUserId, log.ImpersonatorUserName, log.ImpersonatorTenantId) = (currentUser.Id, currentUser.UserName, currentUser.TenantId);
            (log.TenantId, log.TenantName) = (county.Id, county.Name);
        }
    }

    private async Task<string?> FindOrganisationNameAsync(Guid userId)
    {
        var names =
            from person in await people.GetQueryableAsync()
            join organisation in await organisations.GetQueryableAsync() on person.OrganisationId equals organisation.Id
            where person.UserId == userId
            select organisation.Name;
        return await names.SingleOrDefaultAsync();
    }

    /// <summary>Saved at once: the row must be there before the first row of the county is read.</summary>
    private async Task RecordAsync(Visitor visitor, string purpose, string subject)
    {
        var visit = new CountyVisit(guidGenerator.Create(), visitor, purpose, subject, clock.Now);
        if (!await IsRepeatedAsync(visit))
        {
            await visits.InsertAsync(visit, autoSave: true);
        }
    }

    private async Task<bool> IsRepeatedAsync(CountyVisit visit)
    {
        var since = visit.Time.AddMinutes(-await settings.GetAsync<int>(DirectorySettings.VisitRepeatMinutes));
        var earlier = await visits.GetQueryableAsync();
        return await earlier.AnyAsync(v =>
            v.VisitorId == visit.VisitorId && v.Time > since && v.Subject == visit.Subject && v.Purpose == visit.Purpose);
    }
}
