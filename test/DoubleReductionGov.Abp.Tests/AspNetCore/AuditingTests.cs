using System.Net;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Volo.Abp.AspNetCore.Auditing;
using Volo.Abp.Auditing;
using Volo.Abp.Authorization;
using Volo.Abp.Modularity;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

/// <summary>What of a request is recorded, with a store that only remembers.</summary>
public sealed class AuditingTests : IAsyncLifetime
{
    private const string Somebody = "b0000000-0000-0000-0000-000000000002 a0000000-0000-0000-0000-000000000001 librarian";

    private readonly WebTestApplication _application = new();
    private readonly Remembered _records = new();

    public ValueTask InitializeAsync() => _application.StartAsync<AuditedWebTestModule>("none", services => services.Replace(ServiceDescriptor.Singleton<IAuditingStore>(_records)));

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_command_is_recorded_with_who_where_what_and_how_it_ended()
    {
        await _application.PostAsync("/api/app/form?note=private", new { name = "Ada", age = 36 }, Somebody);

        var record = _records.Single();
        (record.ApplicationName, record.HttpMethod, record.Url, record.HttpStatusCode).ShouldBe(("Library", "POST", "/api/app/form", 204));
        (record.UserId, record.TenantId, record.TenantName).ShouldBe((Cast.NoraId, Cast.North, "North"));
        var action = record.Actions.Single();
        (action.ServiceName, action.MethodName).ShouldBe((typeof(FormAppService).FullName!, nameof(FormAppService.CreateAsync)));
        action.Parameters.ShouldBe("""{"input":{"name":"Ada","age":36,"home":null}}""");
        record.Comments.ShouldBe(["before", "after 204"]);
    }

    [Fact]
    public async Task A_refusal_is_recorded_by_its_status_even_before_the_action()
    {
        (await _application.PostAsync("/api/app/where/check?policy=Web.Read", who: "b0000000-0000-0000-0000-000000000001")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);

        _records.Single().HttpStatusCode.ShouldBe(403);
    }

    [Theory]
    [InlineData("closed", "Volo.Feature:010003", "Web.Closed")]
    [InlineData("both", "Volo.Feature:010002", "Web.Open, Web.Closed")]
    public async Task A_refusal_in_the_action_is_recorded_with_its_code(string action, string code, string features)
    {
        await _application.GetAsync("/api/app/feature-probe/" + action, Somebody);

        var refusal = _records.Single().Exceptions.Single().ShouldBeOfType<AbpAuthorizationException>();
        (refusal.Code, refusal.Data["FeatureNames"]).ShouldBe((code, features));
    }

    [Fact]
    public async Task Reading_and_ignored_addresses_are_not_recorded()
    {
        await _application.GetAsync("/api/app/where", Somebody);
        await _application.PostAsync("/api/app/probe/do-it", who: Somebody);

        _records.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reading_that_a_selector_chooses_is_recorded()
    {
        await _application.GetAsync("/api/app/result/text", Somebody);

        _records.Single().Url.ShouldBe("/api/app/result/text");
    }

    private sealed class Remembered : List<AuditLogInfo>, IAuditingStore
    {
        public Task SaveAsync(AuditLogInfo auditInfo)
        {
            Add(auditInfo);
            return Task.CompletedTask;
        }
    }
}

public sealed class AuditedWebTestModule : WebTestModule
{
    public override void ConfigureServices(ServiceConfigurationContext context)
    {
        base.ConfigureServices(context);
        Configure<AbpAspNetCoreAuditingOptions>(options => options.IgnoredUrls.Add("/api/app/probe"));
        Configure<AbpAuditingOptions>(options =>
        {
            options.ApplicationName = "Library";
            options.AlwaysLogSelectors.Add(log => Task.FromResult(log.Url == "/api/app/result/text"));
            options.Contributors.Add(new Remarks());
        });
    }

    protected override void UseAuditing(IApplicationBuilder app) => app.UseAuditing();

    private sealed class Remarks : AuditLogContributor
    {
        public override void PreContribute(AuditLogContributionContext context) => context.AuditInfo.Comments.Add("before");

        public override void PostContribute(AuditLogContributionContext context) => context.AuditInfo.Comments.Add($"after {context.AuditInfo.HttpStatusCode}");
    }
}
