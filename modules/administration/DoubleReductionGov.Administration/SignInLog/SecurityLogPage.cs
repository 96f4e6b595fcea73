using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Administration.SignInLog;

internal static class SecurityLogPage
{
    public static IQueryable<IdentitySecurityLog> NewestFirst(IQueryable<IdentitySecurityLog> logs) =>
        logs.OrderByDescending(l => l.CreationTime).ThenByDescending(l => l.Id);

    public static async Task<PagedResultDto<SecurityLogDto>> ReadAsync(IQueryable<IdentitySecurityLog> logs, PagedResultRequestDto page, IStringLocalizer texts)
    {
        var rows = await NewestFirst(logs).Skip(page.SkipCount).Take(page.MaxResultCount).ToListAsync();
        return new PagedResultDto<SecurityLogDto>(await logs.LongCountAsync(), rows.ConvertAll(row => Describe(row, texts)));
    }

    private static SecurityLogDto Describe(IdentitySecurityLog log, IStringLocalizer texts) => new(
        log.Id, log.CreationTime, log.Identity, log.Action, texts["SignInAction:" + log.Action], log.UserId, log.UserName,
        log.ClientId, log.ClientIpAddress, log.BrowserInfo, log.CorrelationId);
}
