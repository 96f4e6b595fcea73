using DoubleReductionGov.Platform.Exports;
using DoubleReductionGov.Platform.Sorting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Auditing;
using Volo.Abp.AuditLogging;
using Volo.Abp.Content;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Administration.AuditLogs;

/// <summary>What was done, by whom, when, from where and with which outcome. Records are read, never changed.</summary>
[Authorize(AdministrationPermissions.AuditLogs)]
public sealed class AuditLogAppService : ApplicationService
{
    private static readonly SortFields<AuditLog> SortFields =
        new SortFields<AuditLog>().Add("executionTime", l => l.ExecutionTime).Add("executionDuration", l => l.ExecutionDuration);

    public AuditLogAppService() => LocalizationResource = typeof(AdministrationResource);

    private IRepository<AuditLog, Guid> AuditLogs => LazyServiceProvider.LazyGetRequiredService<IRepository<AuditLog, Guid>>();

    private IRepository<EntityChange, Guid> EntityChanges => LazyServiceProvider.LazyGetRequiredService<IRepository<EntityChange, Guid>>();

    /// <summary>The records of a time, newest first.</summary>
    public async Task<PagedResultDto<AuditLogItem>> GetListAsync(AuditLogListInput input)
    {
        var query = (await AuditLogs.GetQueryableAsync()).Filter(input, Clock.Now);
        var total = await query.CountAsync();
        var page = Sort(query, input.Sorting).Skip(input.SkipCount).Take(input.MaxResultCount);
        return new PagedResultDto<AuditLogItem>(total, await ToItems(page).ToListAsync());
    }

    /// <summary>One record with what was called and what was changed.</summary>
    public async Task<AuditLogDto> GetAsync(Guid id)
    {
        var log = await (await AuditLogs.GetQueryableAsync()).AsNoTracking().AsSplitQuery()
            .Include(l => l.Actions).Include(l => l.EntityChanges).ThenInclude(c => c.PropertyChanges).OrderBy(l => l.Id).FirstOrDefaultAsync(l => l.Id == id)
            ?? throw new EntityNotFoundException(typeof(AuditLog), id);
        var actions = log.Actions.OrderBy(a => a.ExecutionTime).ThenBy(a => a.Id).ToList();
        return new AuditLogDto(
            log.Id, log.ExecutionTime, log.ExecutionDuration, log.UserId, log.UserName, log.ImpersonatorUserId != null, log.ClientIpAddress,
            log.HttpMethod, log.Url, log.HttpStatusCode, log.Exceptions != null, actions.Select(a => NameOf(a.ServiceName, a.MethodName)).FirstOrDefault(),
            log.EntityChanges.Count, log.TenantName, log.ClientId, log.CorrelationId, log.BrowserInfo, log.Exceptions, log.Comments,
            [.. actions.Select(a => new AuditLogActionDto(a.ServiceName, a.MethodName, a.Parameters, a.ExecutionTime, a.ExecutionDuration))],
            [.. log.EntityChanges.OrderBy(c => c.Id).Select(c => new EntityChangeDto(
                c.Id, c.ChangeTime, c.ChangeType, c.EntityTypeFullName, c.EntityId, [.. c.PropertyChanges.OrderBy(p => p.PropertyName, StringComparer.Ordinal).Select(ToDto)]))]);
    }

    /// <summary>What became of one entity, newest first.</summary>
    public async Task<PagedResultDto<EntityHistoryItem>> GetEntityHistoryAsync(EntityHistoryInput input)
    {
        var changes = (await EntityChanges.GetQueryableAsync()).Where(c => c.EntityTypeFullName == input.EntityTypeFullName && c.EntityId == input.EntityId);
        var logs = await AuditLogs.GetQueryableAsync();
        var total = await changes.CountAsync();
        var items = await changes
            .OrderByDescending(c => c.ChangeTime).ThenByDescending(c => c.Id).Skip(input.SkipCount).Take(input.MaxResultCount)
            .Join(logs, c => c.AuditLogId, l => l.Id, (c, l) => new { Change = c, l.UserId, l.UserName, IsFromOutside = l.ImpersonatorUserId != null })
            .OrderByDescending(r => r.Change.ChangeTime).ThenByDescending(r => r.Change.Id)
            .Select(r => new EntityHistoryItem(
                r.Change.Id, r.Change.ChangeTime, r.Change.ChangeType, r.Change.EntityTypeFullName, r.Change.EntityId,
                r.Change.PropertyChanges.OrderBy(p => p.PropertyName).Select(p => new PropertyChangeDto(p.PropertyName, p.PropertyTypeFullName, p.OriginalValue, p.NewValue)).ToList(),
                r.Change.AuditLogId, r.UserId, r.UserName, r.IsFromOutside))
            .ToListAsync();
        return new PagedResultDto<EntityHistoryItem>(total, items);
    }

    /// <summary>The records of a time as a file, newest first; who took them is a record as well. Refuses: AuditLogExportTooLarge.</summary>
    [Audited]
    public async Task<IRemoteStreamContent> GetExportAsync(AuditLogListInput input, TableFormat format = TableFormat.Csv)
    {
        var query = (await AuditLogs.GetQueryableAsync()).Filter(input, Clock.Now);
        var maximum = await SettingProvider.GetAsync<int>(AuditLogSettings.MaximumExportRows);
        if (await query.Take(maximum + 1).CountAsync() > maximum)
        {
            throw new BusinessException(AdministrationErrors.AuditLogExportTooLarge).WithData("maximum", maximum);
        }

        return TableExport.Create(ToItems(Sort(query, input.Sorting)).AsAsyncEnumerable(), Columns(), format, L["AuditLog:FileName"]);
    }

    private List<ExportColumn<AuditLogItem>> Columns() =>
    [
        new(L["AuditLog:ExecutionTime"], l => l.ExecutionTime),
        new(L["AuditLog:UserName"], l => l.UserName),
        new(L["AuditLog:ClientIpAddress"], l => l.ClientIpAddress),
        new(L["AuditLog:ActionName"], l => l.ActionName),
        new(L["AuditLog:HttpMethod"], l => l.HttpMethod),
        new(L["AuditLog:Url"], l => l.Url),
        new(L["AuditLog:HttpStatusCode"], l => l.HttpStatusCode),
        new(L["AuditLog:ExecutionDuration"], l => l.ExecutionDuration),
        new(L["AuditLog:EntityChangeCount"], l => l.EntityChangeCount),
        new(L["AuditLog:HasException"], l => l.HasException ? L["AuditLog:Yes"].Value : ""),
        new(L["AuditLog:IsFromOutside"], l => l.IsFromOutside ? L["AuditLog:Yes"].Value : ""),
    ];

    private static IQueryable<AuditLog> Sort(IQueryable<AuditLog> logs, string? sorting) =>
        SortFields.Sort(logs, sorting, byDefault: all => all.OrderByDescending(l => l.ExecutionTime)).ThenByDescending(l => l.Id);

    private static IQueryable<AuditLogItem> ToItems(IQueryable<AuditLog> logs) => logs.Select(l => new AuditLogItem(
        l.Id, l.ExecutionTime, l.ExecutionDuration, l.UserId, l.UserName, l.ImpersonatorUserId != null, l.ClientIpAddress, l.HttpMethod, l.Url, l.HttpStatusCode,
        l.Exceptions != null, l.Actions.OrderBy(a => a.Id).Select(a => NameOf(a.ServiceName, a.MethodName)).FirstOrDefault(), l.EntityChanges.Count));

    private static string NameOf(string serviceName, string methodName) => $"{serviceName[(serviceName.LastIndexOf('.') + 1)..]}.{methodName}";

    private static PropertyChangeDto ToDto(EntityPropertyChange change) => new(change.PropertyName, change.PropertyTypeFullName, change.OriginalValue, change.NewValue);
}
