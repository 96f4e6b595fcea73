using System.Globalization;
using System.Net.Http.Json;
using DoubleReductionGov.Administration.AuditLogs;
using DoubleReductionGov.Directory.Organisations;
using DoubleReductionGov.Directory.People;
using DoubleReductionGov.Host.Faults;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Platform.Idempotency;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.BackgroundJobs;
using Volo.Abp.BackgroundWorkers;

namespace DoubleReductionGov.Host.Workers;

/// <summary>Each worker of the host is run once, as the scheduler runs it.</summary>
public sealed class WorkerTests(QuzhouWithClock quzhou) : IClassFixture<QuzhouWithClock>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task Records_go_after_their_months_and_sessions_after_their_hours_and_young_ones_stay()
    {
        var begin = quzhou.Clock.Now;
        await _city.SignInAnewAsync(Cast.LeadOf(Cast.Kecheng));
        await _city.SignInAnewAsync(Cast.CityLead);
        quzhou.Clock.Now = begin.AddMonths(8);
        await CreatePersonAsync(Cast.Longyou, "worker-young");
        await RunAsync<AuditLogRetentionWorker>();
        (await SignInsBeforeAsync(begin.AddMonths(1))).ShouldBeGreaterThan(0);
        (await RequestsBeforeAsync(begin.AddMonths(1))).ShouldBeGreaterThan(0);

        quzhou.Clock.Now = begin.AddMonths(13);
        await RunAsync<AuditLogRetentionWorker>();

        (await SignInsBeforeAsync(begin.AddMonths(1)), await RequestsBeforeAsync(begin.AddMonths(1))).ShouldBe((0, 0));
        (await SignInsBeforeAsync(quzhou.Clock.Now)).ShouldBeGreaterThan(0);
        (await RequestsBeforeAsync(quzhou.Clock.Now)).ShouldBeGreaterThan(0);
        (await _city.Database.CountAsync("AbpSessions")).ShouldBe(0);
    }

    [Fact]
    public async Task Answers_are_forgotten_after_their_hours_and_young_ones_are_kept()
    {
        await CreatePersonAsync(Cast.Kecheng, "worker-old");
        quzhou.Clock.Now += TimeSpan.FromHours(20);
        await CreatePersonAsync(Cast.Qujiang, "worker-new");
        quzhou.Clock.Now += TimeSpan.FromHours(5);

        await RunAsync<IdempotencyKeyWorker>();

        (await KeysAsync("worker-old"), await KeysAsync("worker-new")).ShouldBe((0, 1));
    }

    [Theory]
    [InlineData("DoubleReductionGov.Administration.AuditLogs.AuditLogRetentionWorker")]
    [InlineData("DoubleReductionGov.Platform.Idempotency.IdempotencyKeyWorker")]
    [InlineData("DoubleReductionGov.Notices.Delivery.DeliveryWorker")]
    [InlineData("DoubleReductionGov.Notices.Inbox.NoticeRetentionWorker")]
    public void The_host_knows_each_worker(string name) => _city.Services.GetRequiredService<QuartzBackgroundWorkerManager>().Find(name).ShouldNotBeNull();

    private Task RunAsync<TWorker>() where TWorker : AsyncPeriodicBackgroundWorkerBase => _city.Services.GetRequiredService<TWorker>().RunAsync(CancellationToken.None);

    private async Task CreatePersonAsync(County county, string key)
    {
        var lead = await _city.SignInAnewAsync(Cast.LeadOf(county));
        var bureau = (await lead.GetAsync<ListResultDto<OrganisationDto>>("/api/directory/organisation")).Items.Single(o => o.Code == Cast.EducationBureau);
        var input = new CreatePersonInput { Name = "王小明", OrganisationId = bureau.Id };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/directory/person") { Content = JsonContent.Create(input, options: HttpVerbs.Json), Headers = { { "Idempotency-Key", key } } };
        await HttpVerbs.ReadAsync<PersonDto>(await lead.SendAsync(request));
    }

    private Task<long> KeysAsync(string key) => _city.Database.ScalarAsync($"""SELECT COUNT(*) FROM "IdempotencyKeys" WHERE "Key" = '{key}' """);

    private Task<long> SignInsBeforeAsync(DateTimeOffset time) => BeforeAsync("AbpSecurityLogs", "CreationTime", time);

    private Task<long> RequestsBeforeAsync(DateTimeOffset time) => BeforeAsync("AbpAuditLogs", "ExecutionTime", time);

    private Task<long> BeforeAsync(string table, string column, DateTimeOffset time) => _city.Database.ScalarAsync(
        $"""SELECT COUNT(*) FROM "{table}" WHERE "{column}" < '{time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)}' """);
}
