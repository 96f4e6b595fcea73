using DoubleReductionGov.Notices.Preferences;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;

namespace DoubleReductionGov.Notices.Delivery;

public sealed class DeliveryTests : IAsyncLifetime
{
    private NoticesApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await NoticesApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task What_is_only_good_to_know_stays_in_the_portal()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId);
        _application.Clock.Now = Cast.Monday.AddDays(2);

        (await _application.SendDueAsync()).ShouldBe(0);

        _application.Email.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_burst_leaves_as_one_message()
    {
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        _application.Clock.Now = Cast.Monday.AddMinutes(1);
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        (await _application.SendDueAsync()).ShouldBe(0);
        _application.Clock.Now = Cast.Monday.AddMinutes(2);

        (await _application.SendDueAsync()).ShouldBe(1);

        var message = _application.Email.Messages.ShouldHaveSingleItem();
        message.To.ShouldBe("li@example.cn");
        message.Subject.ShouldContain("3");
        message.Text.Split("https://sj.example/tasks/1").Length.ShouldBe(4);
        (await _application.SendDueAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task What_burns_leaves_at_once_also_in_quiet_hours_and_by_every_channel_with_an_address()
    {
        _application.Clock.Now = Cast.Monday.AddHours(14);
        await _application.SendAsync(NoticesApplication.Burning, Cast.LiId);

        (await _application.SendDueAsync()).ShouldBe(2);

        _application.Email.Messages.ShouldHaveSingleItem();
        _application.Sms.Messages.ShouldBeEmpty();
        (await DeliveriesAsync()).Single(d => d.Channel == MessageChannels.Sms).LastError.ShouldBe("NoAddress");
    }

    [Theory]
    [InlineData(Digest.AtOnce, "2021-12-06T02:00Z", "2021-12-06T02:02Z")]
    [InlineData(Digest.AtOnce, "2021-12-06T13:59Z", "2021-12-06T23:00Z")]
    [InlineData(Digest.Hourly, "2021-12-06T02:10Z", "2021-12-06T03:00Z")]
    [InlineData(Digest.Hourly, "2021-12-06T13:10Z", "2021-12-06T23:00Z")]
    [InlineData(Digest.Daily, "2021-12-06T02:00Z", "2021-12-07T00:30Z")]
    [InlineData(Digest.Daily, "2021-12-05T23:10Z", "2021-12-06T00:30Z")]
    [InlineData(Digest.Daily, "2021-12-31T16:30Z", "2022-01-01T00:30Z")]
    public void A_message_waits_for_its_digest_and_for_the_end_of_the_quiet_hours(Digest digest, string at, string earliest)
    {
        var quiet = new QuietHours(new TimeOnly(22, 0), new TimeOnly(7, 0));
        var preference = new NoticePreference(Guid.Empty, Cast.Kecheng, Cast.LiId, quiet);
        preference.Change(digest, quiet, new Dictionary<string, ChannelChoice>());

        var planned = DeliveryPlan.Earliest(preference, NoticeSeverity.Warning, DateTimeOffset.Parse(at).UtcDateTime, new TimeOnly(8, 30));

        planned.ShouldBe(DateTimeOffset.Parse(earliest).UtcDateTime);
    }

    [Fact]
    public async Task A_gateway_that_fails_is_asked_again_later_and_given_up_in_the_end()
    {
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        _application.Email.IsDown = true;
        _application.Clock.Now = Cast.Monday.AddMinutes(2);
        (await _application.SendDueAsync()).ShouldBe(0);
        var delivery = (await DeliveriesAsync()).ShouldHaveSingleItem();
        delivery.Attempts.ShouldBe(1);
        delivery.NotBefore.ShouldBe(Cast.Monday.AddMinutes(7));
        delivery.LastError.ShouldBe(nameof(IOException));

        for (var attempt = 2; attempt <= NoticeDelivery.MaximumAttempts; attempt++)
        {
            _application.Clock.Now = _application.Clock.Now.AddDays(1);
            await _application.SendDueAsync();
        }

        (await DeliveriesAsync()).ShouldHaveSingleItem().State.ShouldBe(DeliveryState.Failed);
        _application.Email.IsDown = false;
        _application.Clock.Now = _application.Clock.Now.AddDays(30);
        (await _application.SendDueAsync()).ShouldBe(0);
        _application.Email.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_gateway_that_comes_back_takes_what_waited()
    {
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId, Cast.WangId);
        _application.Email.IsDown = true;
        _application.Clock.Now = Cast.Monday.AddMinutes(2);
        await _application.SendDueAsync();
        _application.Email.IsDown = false;
        _application.Clock.Now = Cast.Monday.AddMinutes(7);

        (await _application.SendDueAsync()).ShouldBe(2);

        _application.Email.Messages.Select(m => m.To).Order().ShouldBe(["li@example.cn", "wang@example.cn"]);
        (await DeliveriesAsync()).ShouldAllBe(d => d.State == DeliveryState.Sent && d.SentTime == _application.Clock.Now);
    }

    [Fact]
    public async Task A_disabled_account_gets_no_message()
    {
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        await _application.AsAsync(Cast.Li, async provider =>
        {
            var users = (IRepository<IdentityUser, Guid>)provider.GetService(typeof(IRepository<IdentityUser, Guid>))!;
            var li = await users.GetAsync(Cast.LiId);
            li.SetIsActive(false);
            await users.UpdateAsync(li);
        });
        _application.Clock.Now = Cast.Monday.AddMinutes(2);

        await _application.SendDueAsync();

        _application.Email.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_takes_messages_where_no_server_is_configured()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("messages-").FullName;
        try
        {
            await new FileChannel(MessageChannels.Email, folder).SendAsync(new Message("li@example.cn", "主题", "正文"), CancellationToken.None);

            var text = await File.ReadAllTextAsync(System.IO.Directory.GetFiles(Path.Combine(folder, MessageChannels.Email)).ShouldHaveSingleItem());
            text.ShouldBe("To: li@example.cn\nSubject: 主题\n\n正文\n");
        }
        finally
        {
            System.IO.Directory.Delete(folder, true);
        }
    }

    private Task<List<NoticeDelivery>> DeliveriesAsync() => _application.AsAsync<IRepository<NoticeDelivery, Guid>, List<NoticeDelivery>>(Cast.Li, d => d.GetListAsync());
}
