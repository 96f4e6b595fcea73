using DoubleReductionGov.Administration.SignIn;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Users;

namespace DoubleReductionGov.Administration.SignInLog;

/// <summary>The sign-in log of the own side, for the audit administrator. It can be read and exported, never changed.</summary>
[Authorize(SecurityPermissions.SecurityLogs)]
public sealed class SecurityLogAppService : ApplicationService
{
    /// <summary>More rows than this are for an export by month.</summary>
    private const int MaximumExportedRows = 100_000;

    public SecurityLogAppService() => LocalizationResource = typeof(AccountResource);

    private IRepository<IdentitySecurityLog, Guid> Logs => LazyServiceProvider.LazyGetRequiredService<IRepository<IdentitySecurityLog, Guid>>();

    /// <summary>Newest first.</summary>
    public async Task<PagedResultDto<SecurityLogDto>> GetListAsync(GetSecurityLogsInput input)
    {
        var logs = await FilterAsync(input);
        return await SecurityLogPage.ReadAsync(logs, input, L);
    }

    /// <summary>The same rows as a CSV file in UTF-8, at most 100,000.</summary>
    public async Task<IRemoteStreamContent> GetExportAsync(GetSecurityLogsInput input)
    {
        var text = new StringBuilder("creationTime,identity,action,userName,clientId,clientIpAddress,browserInfo,correlationId\r\n");
        await foreach (var log in SecurityLogPage.NewestFirst(await FilterAsync(input)).Take(MaximumExportedRows).AsAsyncEnumerable())
        {
            text.AppendJoin(',', new[] { log.CreationTime.ToString("O", CultureInfo.InvariantCulture), log.Identity, log.Action, log.UserName, log.ClientId, log.ClientIpAddress, log.BrowserInfo, log.CorrelationId }.Select(Field)).Append("\r\n");
        }

        return new RemoteStreamContent(new MemoryStream([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())]), "security-log.csv", "text/csv");
    }

    // A cell that begins like a formula is one to a spreadsheet; the apostrophe makes it text.
    private static string Field(string? value) =>
        string.IsNullOrEmpty(value) ? "" : $"\"{("=+-@\t\r".Contains(value[0], StringComparison.Ordinal) ? "'" : "")}{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private async Task<IQueryable<IdentitySecurityLog>> FilterAsync(GetSecurityLogsInput input)
    {
        var logs = (await Logs.GetQueryableAsync()).AsNoTracking();
        logs = input.From is { } from ? logs.Where(l => l.CreationTime >= from) : logs;
        logs = input.To is { } to ? logs.Where(l => l.CreationTime < to) : logs;
        logs = input.UserName is { } userName ? logs.Where(l => l.UserName == userName) : logs;
        logs = input.Action is { } action ? logs.Where(l => l.Action == action) : logs;
        logs = input.ClientId is { } clientId ? logs.Where(l => l.ClientId == clientId) : logs;
        logs = input.ClientIpAddress is { } address ? logs.Where(l => l.ClientIpAddress == address) : logs;
        return input.CorrelationId is { } correlationId ? logs.Where(l => l.CorrelationId == correlationId) : logs;
    }
}
