using System.Net;
using System.Text;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Http;

public sealed class RequestTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{")]
    [InlineData("[1, 2]")]
    [InlineData("progress=50")]
    [InlineData("""{"progress": "50"}""")]
    [InlineData("""{"progress": 50.5}""")]
    [InlineData("""{"progress": 1e400}""")]
    [InlineData("""{"stepId": "3.1", "progress": 50}""")]
    [InlineData("""{"progress": 50, "note": "a\u0000b"}""")]
    public async Task A_body_that_is_not_understood_changes_nothing(string body)
    {
        var task = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));

        await _city.RefusesAsync(() => SendAsync(lead, task, body), HttpStatusCode.BadRequest, null, "不符合要求");
    }

    [Fact]
    public async Task A_body_nested_without_end_is_refused()
    {
        var task = await _city.TaskAsync(Cast.Qujiang, SpecialPlan.Notice, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Qujiang));

        await _city.RefusesAsync(() => SendAsync(lead, task, new string('[', 100_000)), HttpStatusCode.BadRequest, null, "不符合要求");
    }

    [Theory]
    [InlineData("maxResultCount=5000", "MaxResultCount")]
    [InlineData("maxResultCount=0", "maxResultCount")]
    [InlineData("maxResultCount=ten", "ten")]
    [InlineData("skipCount=-1", "skipCount")]
    [InlineData("skipCount=99999999999", "99999999999")]
    [InlineData("light=Purple", "Purple")]
    [InlineData("state=9", "state")]
    [InlineData("planId=newest", "newest")]
    [InlineData("sorting=password", "sorting")]
    [InlineData("sorting=due;DROP TABLE ProgrammeCountyTasks", "sorting")]
    [InlineData("sorting=due desc, (SELECT 1)", "sorting")]
    [InlineData("sorting=due downwards", "sorting")]
    public async Task A_list_says_what_it_does_not_understand(string query, string named)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));

        await _city.RefusesAsync(() => lead.GetAsync($"{TaskVerbs.Tasks}?{query}"), HttpStatusCode.BadRequest, null, named);
    }

    [Theory]
    [InlineData("sorting=state")]
    [InlineData("sorting=code--")]
    [InlineData("maxResultCount=1001")]
    public async Task The_list_of_plans_says_so_too(string query)
    {
        var staff = await _city.SignInAsync(Cast.CityStaff);

        await _city.RefusesAsync(() => staff.GetAsync($"{PlanVerbs.Plans}?{query}"), HttpStatusCode.BadRequest, null, query.Split('=')[0]);
    }

    [Fact]
    public async Task Lists_are_sorted_by_the_fields_they_name()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var staff = await _city.SignInAsync(Cast.CityStaff);

        var byProgress = await lead.GetAsync<PagedResultDto<TaskListItem>>($"{TaskVerbs.Tasks}?sorting=Progress DESC&maxResultCount=1000");
        var byCode = await staff.GetAsync<PagedResultDto<PlanListItem>>($"{PlanVerbs.Plans}?sorting=code");

        byProgress.Items.Select(t => t.Progress).ShouldBeInOrder(SortDirection.Descending);
        byCode.Items.Select(p => p.Code).ShouldBe(["quzhou-2021", "special-plan"]);
    }

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("\\")]
    public async Task A_filter_is_text_and_nothing_else(string filter)
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));

        (await lead.GetAsync<PagedResultDto<TaskListItem>>($"{TaskVerbs.Tasks}?filter={Uri.EscapeDataString(filter)}")).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task Markup_is_kept_and_returned_as_text()
    {
        const string Script = "<script>alert('1')</script><img src=x onerror=alert(2)>";
        var task = await _city.AssignedTaskAsync(Cast.Longyou, SpecialPlan.Notice, quzhou.Plan);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));
        var input = new StepInput { Title = Script, PersonId = task.PersonId!.Value, Start = task.Start, Due = task.Due, Weight = 50 };

        using var response = await lead.PostAsync(TaskVerbs.Path(task, "step"), input);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await _city.TaskAsync(Cast.Longyou, SpecialPlan.Notice, quzhou.Plan)).Steps.Single().Title.ShouldBe(Script);
    }

    [Fact]
    public async Task An_address_that_does_not_exist_is_answered_as_an_api_answers()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));

        using var unknown = await lead.GetAsync("/api/programme/no-such-thing");
        unknown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        unknown.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        await _city.RefusesAsync(() => lead.DeleteAsync("/api/programme/task"), HttpStatusCode.MethodNotAllowed, null, "GET");
        await _city.RefusesAsync(() => lead.GetAsync($"{TaskVerbs.Tasks}/not-an-id"), HttpStatusCode.BadRequest, null, "not-an-id");
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, TaskDto task, string body) =>
        client.PostAsync(TaskVerbs.Path(task, "record-progress"), new StringContent(body, Encoding.UTF8, "application/json"));
}
