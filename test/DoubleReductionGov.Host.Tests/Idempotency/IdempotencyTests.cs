using System.Net;
using System.Net.Http.Json;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Platform;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Idempotency;

public sealed class IdempotencyTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_repeated_request_is_answered_again_and_done_once()
    {
        var (lead, task) = await AssignedAsync(Cast.Kecheng);

        var first = await SendAsync(lead, task, "key-1", "一");
        var again = await SendAsync(lead, task, "key-1", "一");

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        (await again.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        again.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        first.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
        (await StepsAsync(Cast.Kecheng)).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused_and_nothing_changes()
    {
        var (lead, task) = await AssignedAsync(Cast.Qujiang);
        (await SendAsync(lead, task, "key-2", "一")).EnsureSuccessStatusCode();

        await _city.RefusesAsync(() => SendAsync(lead, task, "key-2", "二"), HttpStatusCode.UnprocessableEntity, PlatformErrors.IdempotencyKeyReused);
    }

    [Fact]
    public async Task After_a_refusal_the_key_is_free()
    {
        var (lead, task) = await AssignedAsync(Cast.Longyou);

        (await SendAsync(lead, task, "key-3", "")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await SendAsync(lead, task, "key-3", "一")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_key_of_one_caller_is_not_another_callers()
    {
        var (lead, task) = await AssignedAsync(Cast.Jiangshan);
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Jiangshan));

        (await SendAsync(lead, task, "key-4", "一")).EnsureSuccessStatusCode();
        using var other = await SendAsync(staff, task, "key-4", "一");

        other.Headers.Contains("Idempotency-Replayed").ShouldBeFalse();
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("\u00e9")]
    public async Task A_key_that_is_not_printable_is_refused(string key)
    {
        var (lead, task) = await AssignedAsync(Cast.Changshan);

        await _city.RefusesAsync(() => SendAsync(lead, task, key, "一"), HttpStatusCode.BadRequest, PlatformErrors.IdempotencyKeyInvalid);
        await _city.RefusesAsync(() => SendAsync(lead, task, new string('k', 256), "一"), HttpStatusCode.BadRequest, PlatformErrors.IdempotencyKeyInvalid);
    }

    [Fact]
    public async Task Of_64_callers_with_one_key_one_takes_effect()
    {
        var (lead, task) = await AssignedAsync(Cast.Kaihua);

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => SendAsync(lead, task, "key-64", "一")));

        answers.Select(a => a.StatusCode).ShouldBeSubsetOf([HttpStatusCode.OK, HttpStatusCode.Conflict]);
        answers.Count(a => a.StatusCode == HttpStatusCode.OK && !a.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
        foreach (var conflict in answers.Where(a => a.StatusCode == HttpStatusCode.Conflict))
        {
            conflict.Headers.RetryAfter.ShouldNotBeNull();
            await conflict.ShouldRefuseAsync(HttpStatusCode.Conflict, PlatformErrors.IdempotencyKeyInFlight);
        }

        (await StepsAsync(Cast.Kaihua)).ShouldBe(1);
        (await SendAsync(lead, task, "key-64", "一")).Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
    }

    private async Task<(HttpClient Lead, TaskDto Task)> AssignedAsync(County county) =>
        (await _city.SignInAsync(Cast.LeadOf(county)), await _city.AssignedTaskAsync(county, SpecialPlan.Notice, quzhou.Plan));

    private async Task<int> StepsAsync(County county) => (await _city.TaskAsync(county, SpecialPlan.Notice, quzhou.Plan)).Steps.Count;

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, TaskDto task, string key, string title)
    {
        var input = new StepInput { Title = title, PersonId = task.PersonId!.Value, Start = task.Start, Due = task.Due, Weight = 10 };
        var request = new HttpRequestMessage(HttpMethod.Post, TaskVerbs.Path(task, "step")) { Content = JsonContent.Create(input, options: HttpVerbs.Json) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return client.SendAsync(request);
    }
}
