using System.Net;
using System.Text;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.AuditLogs;
using DoubleReductionGov.Host.Demonstration;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Verification;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Auditing;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.SettingManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.AuditLogs;

public sealed class AuditLogTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private const string Path = "/api/administration/audit-log";
    private const string AuditorName = "auditor";

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_command_is_recorded_with_what_it_changed()
    {
        var auditor = await AuditorOfAsync(Cast.Kecheng);
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);

        var item = (await ListAsync(auditor, $"entityId={task.Id}"))[0];
        var log = await auditor.GetAsync<AuditLogDto>($"{Path}/{item.Id}");

        (log.UserName, log.HttpMethod, log.HttpStatusCode, log.HasException, log.IsFromOutside).ShouldBe(("county.lead", "POST", 200, false, false));
        log.ActionName.ShouldBe("TaskAppService.AssignAsync");
        var change = log.EntityChanges.Single(c => c.EntityId == task.Id.ToString());
        (change.ChangeType, change.EntityTypeFullName).ShouldBe((EntityChangeType.Updated, "DoubleReductionGov.Programme.Tasks.CountyTask"));
        var person = change.PropertyChanges.Single(p => p.PropertyName == "PersonId");
        (person.OriginalValue, person.NewValue).ShouldBe((null, $"\"{task.PersonId}\""));
        var history = await auditor.GetAsync<PagedResultDto<EntityHistoryItem>>($"{Path}/entity-history?entityTypeFullName={change.EntityTypeFullName}&entityId={task.Id}");
        history.Items[0].UserName.ShouldBe("county.lead");
    }

    [Fact]
    public async Task A_refused_command_is_recorded_without_changes()
    {
        var auditor = await AuditorOfAsync(Cast.Longyou);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));
        var task = await _city.TaskAsync(Cast.Longyou, SpecialPlan.Notice, quzhou.Plan);

        var response = await lead.PostAsync(TaskVerbs.Path(task, "record-progress"), new { progress = 500, stepId = (Guid?)null });
        var told = response.Headers.GetValues("X-Correlation-Id").Single();
        await response.ShouldRefuseAsync(HttpStatusCode.BadRequest, null);

        var item = (await ListAsync(auditor, "httpStatusCode=400&hasException=true&correlationId=" + told)).ShouldHaveSingleItem();
        var log = await auditor.GetAsync<AuditLogDto>($"{Path}/{item.Id}");
        log.EntityChanges.ShouldBeEmpty();
        log.Exceptions.ShouldBe("Volo.Abp.Validation.AbpValidationException");
    }

    [Fact]
    public async Task Opening_the_line_for_notices_is_no_act()
    {
        var auditor = await AuditorOfAsync(Cast.Longyou);
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Longyou));

        (await staff.PostAsync("/hubs/notices/negotiate?negotiateVersion=1", new { })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await ListAsync(auditor, "url=/hubs")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_right_that_is_missing_is_recorded_also_when_reading()
    {
        var auditor = await AuditorOfAsync(Cast.Jiangshan);
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Jiangshan));

        (await staff.GetAsync(Path)).ShouldTurnAway(HttpStatusCode.Forbidden);

        (await ListAsync(auditor, "httpStatusCode=403")).ShouldContain(l => l.UserName == "county.staff" && l.Url == Path && l.HttpMethod == "GET");
    }

    [Fact]
    public async Task No_password_is_recorded()
    {
        using var client = _city.OpenPortal();
        using var answer = await _city.LogInAsync(client, Cast.LeadOf(Cast.Kecheng), DemonstrationOptions.Password + "x");

        var auditor = await AuditorOfAsync(null);
        var item = (await ListAsync(auditor, "url=/api/account/login&hasException=true"))[0];
        var parameters = (await auditor.GetAsync<AuditLogDto>($"{Path}/{item.Id}")).Actions.Single().Parameters;
        parameters.ShouldContain("\"***\"");
        parameters.ShouldContain("county.lead");
        parameters.ShouldNotContain(DemonstrationOptions.Password);
    }

    [Fact]
    public async Task A_county_reads_no_records_of_another_and_cannot_change_its_own()
    {
        var auditor = await AuditorOfAsync(Cast.Kaihua);
        var task = await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.Notice, quzhou.Plan);
        var foreign = (await ListAsync(await AuditorOfAsync(Cast.Qujiang), $"entityId={task.Id}"))[0];

        await _city.RefusesAsync(() => auditor.GetAsync($"{Path}/{foreign.Id}"), HttpStatusCode.NotFound, null);
        (await ListAsync(auditor, $"entityId={task.Id}")).ShouldBeEmpty();
        (await auditor.DeleteAsync($"{Path}/{foreign.Id}")).IsSuccessStatusCode.ShouldBeFalse();
        (await auditor.PutAsync($"{Path}/{foreign.Id}", new { })).IsSuccessStatusCode.ShouldBeFalse();
    }

    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_export_is_a_file_and_a_record(string format, string mediaType)
    {
        var auditor = await AuditorOfAsync(Cast.Changshan);
        await _city.AssignedTaskAsync(Cast.Changshan, SpecialPlan.Notice, quzhou.Plan);

        using var response = await auditor.GetAsync($"{Path}/export?format={format}");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        (format == "xlsx" ? bytes[0] == 'P' : Encoding.UTF8.GetString(bytes).Contains("county.lead")).ShouldBeTrue();
        (await ListAsync(auditor, "methodName=GetExportAsync")).ShouldContain(l => l.UserName == AuditorName);
    }

    [Fact]
    public async Task An_export_of_too_many_records_is_refused_and_the_number_is_named()
    {
        var auditor = await AuditorOfAsync(Cast.Jiangshan);
        await _city.AssignedTaskAsync(Cast.Jiangshan, SpecialPlan.Notice, quzhou.Plan);
        await using var scope = _city.Services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<ISettingManager>();
        var tenantId = await _city.IdOfAsync(Cast.Jiangshan);

        await settings.SetForTenantAsync(tenantId, "Administration.AuditLogs.MaximumExportRows", "0");
        try
        {
            await _city.RefusesAsync(() => auditor.GetAsync($"{Path}/export"), HttpStatusCode.Forbidden, AdministrationErrors.AuditLogExportTooLarge, "0");
        }
        finally
        {
            await settings.SetForTenantAsync(tenantId, "Administration.AuditLogs.MaximumExportRows", null);
        }
    }

    [Fact]
    public async Task What_the_city_does_in_a_county_is_recorded_there_and_copied_home_without_values()
    {
        var task = await _city.ClaimedTaskAsync(Cast.Longyou, quzhou.Plan);
        var staff = await _city.SignInAsync(Cast.CityStaff);
        using var answer = await staff.PostAsync(
            $"/api/programme/verification/{task.Id}/verify", new VerifyInput { CountyId = await _city.IdOfAsync(Cast.Longyou), ConcurrencyStamp = task.ConcurrencyStamp });
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());

        var there = (await ListAsync(await AuditorOfAsync(Cast.Longyou), "userName=city.staff&httpMethod=POST"))[0];
        var home = (await ListAsync(await AuditorOfAsync(null), $"userName=city.staff&url={there.Url}"))[0];

        (there.IsFromOutside, there.EntityChangeCount > 0).ShouldBe((true, true));
        (home.IsFromOutside, home.EntityChangeCount, home.ActionName).ShouldBe((false, 0, there.ActionName));
        (await (await AuditorOfAsync(null)).GetAsync<AuditLogDto>($"{Path}/{home.Id}")).Actions.ShouldAllBe(a => a.Parameters == "{}");
    }

    [Fact]
    public async Task Only_what_is_older_than_the_law_asks_for_is_deleted()
    {
        await AuditorOfAsync(Cast.Qujiang);
        await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.Advertisements, quzhou.Plan);
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync("Administration.AuditLogs.RetentionMonths", "1");
        var before = await _city.Database.CountAsync("AbpAuditLogs");

        (await scope.ServiceProvider.GetRequiredService<AuditLogRetention>().DeleteExpiredAsync()).ShouldBe(0);

        (await _city.Database.CountAsync("AbpAuditLogs")).ShouldBe(before);
    }

    [Theory]
    [InlineData("sorting=userName", "executionTime, executionDuration")]
    [InlineData("sorting=executionTime;--", "executionTime, executionDuration")]
    [InlineData("maxResultCount=10000", "MaxResultCount")]
    public async Task The_list_says_what_it_does_not_understand(string query, string named) =>
        await (await (await AuditorOfAsync(Cast.Kecheng)).GetAsync($"{Path}?{query}")).ShouldRefuseAsync(HttpStatusCode.BadRequest, null, named);

    private static async Task<IReadOnlyList<AuditLogItem>> ListAsync(HttpClient auditor, string query) =>
        (await auditor.GetAsync<PagedResultDto<AuditLogItem>>($"{Path}?maxResultCount=1000&from=2000-01-01&{query}")).Items;

    /// <summary>An account of a county, or of the city, that may read its records and nothing else.</summary>
    private async Task<HttpClient> AuditorOfAsync(County? county)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        Guid? tenantId = county is null ? null : await _city.IdOfAsync(county);
        using (scope.ServiceProvider.GetRequiredService<ICurrentTenant>().Change(tenantId))
        using (var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(isTransactional: true))
        {
            var users = scope.ServiceProvider.GetRequiredService<IdentityUserManager>();
            if (await users.FindByNameAsync(AuditorName) is null)
            {
                var user = new IdentityUser(Guid.CreateVersion7(), AuditorName, AuditorName + "@example.cn", tenantId);
                (await users.CreateAsync(user, DemonstrationOptions.Password)).Succeeded.ShouldBeTrue();
                (await users.AddToRoleAsync(user, "audit-admin")).Succeeded.ShouldBeTrue();
            }

            await unitOfWork.CompleteAsync();
        }

        return await _city.SignInAsync(new Official(county, AuditorName));
    }
}
