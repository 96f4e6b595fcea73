using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Timeline;
using Volo.Abp.Application.Dtos;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

namespace DoubleReductionGov.Host.Isolation;

public sealed class TenantTests(QuzhouWithMarkers quzhou) : IClassFixture<QuzhouWithMarkers>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("cookie")]
    public async Task Nobody_who_is_signed_in_moves_to_another_tenant(string means)
    {
        var qujiang = await _city.IdOfAsync(Cast.Qujiang);
        var county = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var city = await _city.SignInAsync(Cast.CityLead);

        var own = await county.GetAsync<PagedResultDto<TaskListItem>>($"{TaskVerbs.Tasks}?maxResultCount=1000");
        var asked = await HttpVerbs.ReadAsync<PagedResultDto<TaskListItem>>(await AskAsync(county, $"{TaskVerbs.Tasks}?maxResultCount=1000", means, qujiang));
        asked.Items.Select(t => t.Id).ShouldBe(own.Items.Select(t => t.Id));

        (await AskAsync(city, TaskVerbs.Tasks, means, qujiang)).ShouldTurnAway(HttpStatusCode.Forbidden);
        var configuration = await HttpVerbs.ReadAsync<ApplicationConfigurationDto>(await AskAsync(county, "/api/abp/application-configuration", means, qujiang));
        configuration.CurrentTenant.Name.ShouldBe("柯城区");
    }

    [Fact]
    public async Task Requests_of_several_tenants_at_once_are_not_mixed_up()
    {
        var desks = new List<(HttpClient Client, HashSet<Guid> Own)>();
        foreach (var county in Cast.Counties)
        {
            var client = await _city.SignInAsync(Cast.LeadOf(county));
            desks.Add((client, [.. (await ListAsync(client)).Items.Select(t => t.Id)]));
        }

        desks.SelectMany(d => d.Own).Distinct().Count().ShouldBe(desks.Sum(d => d.Own.Count));
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () => (Desk: desks[i % desks.Count], List: await ListAsync(desks[i % desks.Count].Client)))));

        answers.ShouldAllBe(a => a.Desk.Own.SetEquals(a.List.Items.Select(t => t.Id)));
    }

    [Fact]
    public async Task A_department_sees_exactly_the_tasks_it_leads_or_supports()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Qujiang));
        var bureau = await _city.SignInAsync(Cast.DepartmentOf(Cast.Qujiang));
        var shared = new List<TaskDto>();
        foreach (var listed in (await ListAsync(lead)).Items)
        {
            var task = await lead.GetAsync<TaskDto>($"{TaskVerbs.Tasks}/{listed.Id}");
            if (task.LeadName == "市场监管局" || task.Support.Any(s => s.Name == "市场监管局"))
            {
                shared.Add(task);
            }
        }

        shared.Count.ShouldBeInRange(5, 20);
        (await ListAsync(bureau)).Items.Select(t => t.Id).ShouldBe(shared.Select(t => t.Id), ignoreOrder: true);
        (await bureau.GetAsync<TaskSummary>($"{TaskVerbs.Tasks}/summary")).Total.ShouldBe(shared.Count);
        var ofPlan = shared.Where(t => t.PlanId == quzhou.Plan.Id).ToList();
        (await bureau.GetAsync<TimelineDto>($"/api/programme/timeline?planId={quzhou.Plan.Id}")).Rows
            .Select(r => r.Id).ShouldBe(ofPlan.SelectMany(t => t.Steps.Select(s => s.Id).Prepend(t.Id)), ignoreOrder: true);
    }

    [Fact]
    public async Task A_person_of_another_county_becomes_nobody_here()
    {
        var task = await _city.TaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var stranger = quzhou.Ids["personId"];

        await _city.RefusesAsync(
            () => lead.PostAsync(TaskVerbs.Path(task, "assign"), new AssignInput { PersonId = stranger }), HttpStatusCode.Forbidden, Programme.ProgrammeErrors.PersonNotFound, "责任人");
        await _city.RefusesAsync(
            () => lead.PostAsync("/api/directory/person", new { name = "张三", organisationId = quzhou.Ids["organisationId"] }), HttpStatusCode.NotFound, null, quzhou.Ids["organisationId"].ToString());
        await _city.RefusesAsync(
            () => lead.PutAsync($"/api/directory/person/{stranger}", new { name = "张三", organisationId = quzhou.Ids["organisationId"] }), HttpStatusCode.NotFound, null, stranger.ToString());
    }

    private static Task<PagedResultDto<TaskListItem>> ListAsync(HttpClient client) => client.GetAsync<PagedResultDto<TaskListItem>>($"{TaskVerbs.Tasks}?maxResultCount=1000");

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string path, string means, Guid tenant)
    {
        const string Key = "__tenant";
        using var request = new HttpRequestMessage(HttpMethod.Get, means != "query" ? path : $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Key}={tenant}");
        if (means == "header")
        {
            request.Headers.Add(Key, tenant.ToString());
        }
        else if (means == "cookie")
        {
            request.Headers.Add("Cookie", $"{Key}={tenant}");
        }

        return await client.SendAsync(request);
    }
}
