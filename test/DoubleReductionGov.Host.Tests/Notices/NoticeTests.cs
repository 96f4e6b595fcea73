using System.Net.WebSockets;
using System.Text;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Notices;
using DoubleReductionGov.Notices.Inbox;
using DoubleReductionGov.Programme.Verification;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Notices;

/// <summary>Whom the programme tells what.</summary>
public sealed class NoticeTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Inbox = "/api/notices/notice";

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_department_that_leads_issued_tasks_is_told_in_its_language()
    {
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Changshan));
        var before = await UnreadAsync(staff);

        var plan = await _city.IssueAsync(new SpecialPlan("told-of-issue"));

        var notice = (await NewestAsync(staff))!;
        notice.Name.ShouldBe("Programme.TasksIssued");
        notice.Title.ShouldContain(plan.Title);
        notice.Text.ShouldContain("牵头的任务");
        notice.Severity.ShouldBe(NoticeSeverity.Warning);
        (await UnreadAsync(staff)).ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_issuing_department_is_told_that_a_claim_waits_and_the_county_that_it_was_returned()
    {
        var plan = await _city.IssueAsync(new SpecialPlan("told-of-claim"));
        var verifier = await _city.SignInAsync(Cast.CityStaff);
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Jiangshan));
        var task = await _city.ClaimedTaskAsync(Cast.Jiangshan, plan);

        var waiting = (await NewestAsync(verifier))!;
        (waiting.Name, waiting.Link).ShouldBe(("Programme.ClaimWaits", "/verifications"));
        waiting.Title.ShouldContain("江山市");

        await verifier.DecideAsync(
            task, "return", new ReturnInput { CountyId = await _city.IdOfAsync(Cast.Jiangshan), Reason = "缺少公示照片", ConcurrencyStamp = task.ConcurrencyStamp });

        var people = await _city.SignInAsync(Cast.StaffOf(Cast.Jiangshan));
        var told = (await NewestAsync(lead))?.Name == "Programme.TaskReturned" ? (await NewestAsync(lead))! : (await NewestAsync(people))!;
        (told.Name, told.Link).ShouldBe(("Programme.TaskReturned", $"/tasks/{task.Id}"));
        told.Text.ShouldContain("缺少公示照片");
    }

    [Fact]
    public async Task An_open_browser_is_called_when_the_inbox_changes()
    {
        var staff = await _city.SignInAsync(Cast.StaffOf(Cast.Kaihua));
        using var socket = await ConnectAsync(staff);

        await _city.IssueAsync(new SpecialPlan("called-browser"));

        (await ReceiveUntilAsync(socket, "noticesChanged")).ShouldContain("\"arguments\":[]");
    }

    [Fact]
    public async Task Nobody_connects_without_signing_in()
    {
        var exception = await Should.ThrowAsync<InvalidOperationException>(() => ConnectAsync(_city.OpenPortal()));

        exception.Message.ShouldContain("401");
    }

    private static async Task<NoticeDto?> NewestAsync(HttpClient client) =>
        (await client.GetAsync<PagedResultDto<NoticeDto>>($"{Inbox}?maxResultCount=1")).Items.SingleOrDefault();

    private static async Task<int> UnreadAsync(HttpClient client) => (await client.GetAsync<UnreadCountDto>($"{Inbox}/unread-count")).Count;

    private async Task<WebSocket> ConnectAsync(HttpClient client)
    {
        using var probe = await client.GetAsync($"{Inbox}/unread-count");
        var cookie = probe.RequestMessage!.Headers.TryGetValues("Cookie", out var cookies) ? string.Join("; ", cookies) : "";
        var sockets = _city.Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request => request.Headers.Cookie = cookie;
        var socket = await sockets.ConnectAsync(new Uri(_city.Server.BaseAddress, "/hubs/notices"), CancellationToken.None);
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, CancellationToken.None);
        (await ReceiveUntilAsync(socket, "{}")).ShouldStartWith("{}");
        return socket;
    }

    private static async Task<string> ReceiveUntilAsync(WebSocket socket, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var received = new StringBuilder();
        var buffer = new byte[4096];
        while (!received.ToString().Contains(text, StringComparison.Ordinal))
        {
            var part = await socket.ReceiveAsync(buffer, patience.Token);
            received.Append(Encoding.UTF8.GetString(buffer, 0, part.Count));
        }

        return received.ToString();
    }
}
