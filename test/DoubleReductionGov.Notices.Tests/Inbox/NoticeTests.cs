using DoubleReductionGov.Notices.Delivery;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Notices.Inbox;

public sealed class NoticeTests : IAsyncLifetime
{
    private NoticesApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await NoticesApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_notice_lies_in_the_inbox_of_each_receiver_once()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId, Cast.WangId, Cast.LiId);

        var notice = (await ListAsync()).Items.ShouldHaveSingleItem();
        notice.Name.ShouldBe(NoticesApplication.Good);
        notice.Link.ShouldBe("/tasks/1");
        notice.Time.ShouldBe(Cast.Monday);
        notice.ReadAt.ShouldBeNull();
        (await UnreadAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task The_receivers_browsers_are_called_after_the_commit()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId);

        _application.Hub.Called.ShouldBe([Cast.LiId.ToString()]);
    }

    [Fact]
    public async Task What_is_rolled_back_is_neither_told_nor_pushed()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _application.AsAsync(Cast.Wang, async provider =>
        {
            await ((INoticeSender)provider.GetService(typeof(INoticeSender))!).SendAsync(new NoticeToSend(NoticesApplication.Pressing, Cast.Matter), [Cast.LiId]);
            throw new InvalidOperationException("The command failed.");
        }));

        (await UnreadAsync()).ShouldBe(0);
        _application.Hub.Called.ShouldBeEmpty();
        (await _application.AsAsync<IRepository<NoticeDelivery, Guid>, long>(Cast.Li, d => d.GetCountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task The_newest_comes_first_and_read_ones_can_be_left_out()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId);
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);
        var newest = (await ListAsync()).Items[0];
        newest.Name.ShouldBe(NoticesApplication.Pressing);

        await _application.AsAsync(Cast.Li, provider => Service(provider).MarkReadAsync(newest.Id));

        (await ListAsync(unreadOnly: true)).Items.ShouldHaveSingleItem().Name.ShouldBe(NoticesApplication.Good);
        (await ListAsync()).TotalCount.ShouldBe(2);
        (await UnreadAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Reading_again_keeps_the_first_time()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId);
        var id = (await ListAsync()).Items[0].Id;
        await _application.AsAsync(Cast.Li, provider => Service(provider).MarkReadAsync(id));
        _application.Clock.Now = Cast.Monday.AddHours(1);

        await _application.AsAsync(Cast.Li, provider => Service(provider).MarkReadAsync(id));

        (await ListAsync()).Items[0].ReadAt.ShouldBe(Cast.Monday);
    }

    [Fact]
    public async Task All_are_marked_as_read_at_once_and_nobody_elses()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId, Cast.WangId);
        await _application.SendAsync(NoticesApplication.Pressing, Cast.LiId);

        await _application.AsAsync(Cast.Li, provider => Service(provider).MarkAllReadAsync());

        (await UnreadAsync()).ShouldBe(0);
        (await _application.AsAsync(Cast.Wang, provider => Service(provider).GetUnreadCountAsync())).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Anothers_notice_does_not_exist_for_me()
    {
        await _application.SendAsync(NoticesApplication.Good, Cast.LiId);
        var id = (await ListAsync()).Items[0].Id;

        await Should.ThrowAsync<EntityNotFoundException>(() => _application.AsAsync(Cast.Wang, provider => Service(provider).MarkReadAsync(id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => _application.AsAsync(Cast.Zhao, provider => Service(provider).MarkReadAsync(id)));

        (await ListAsync()).Items[0].ReadAt.ShouldBeNull();
        (await _application.AsAsync(Cast.Zhao, provider => Service(provider).GetListAsync(new NoticeListInput()))).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_notice_that_no_module_declared_is_a_mistake_of_the_programmer()
    {
        var exception = await Should.ThrowAsync<ArgumentException>(() => _application.SendAsync("Test.Unknown", Cast.LiId));

        exception.Message.ShouldContain("Test.Unknown");
        (await UnreadAsync()).ShouldBe(0);
    }

    private Task<PagedResultDto<NoticeDto>> ListAsync(bool unreadOnly = false) =>
        _application.AsAsync(Cast.Li, provider => Service(provider).GetListAsync(new NoticeListInput { UnreadOnly = unreadOnly }));

    private async Task<int> UnreadAsync() => (await _application.AsAsync(Cast.Li, provider => Service(provider).GetUnreadCountAsync())).Count;

    private static NoticeAppService Service(IServiceProvider provider) => (NoticeAppService)provider.GetService(typeof(NoticeAppService))!;
}
