using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Data;
using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class ConcurrencyTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Every_change_renews_the_stamp()
    {
        var first = (await _application.SaveBookAsync("a")).ConcurrencyStamp;
        await ChangeAsync("b", first);
        var second = await StampAsync();

        second.ShouldNotBe(first);
        await ChangeAsync("c", second);
        (await StampAsync()).ShouldNotBe(second);
    }

    [Fact]
    public async Task A_stale_stamp_of_a_client_is_refused_and_nothing_is_saved()
    {
        var stale = (await _application.SaveBookAsync("a")).ConcurrencyStamp;
        await ChangeAsync("b", stale);

        (await Should.ThrowAsync<AbpDbConcurrencyException>(() => ChangeAsync("c", stale))).InnerException.ShouldBeOfType<DbUpdateConcurrencyException>();

        (await _application.AllAsync<Book>()).Single().Title.ShouldBe("b");
    }

    [Fact]
    public async Task A_stale_stamp_is_refused_also_when_nothing_else_was_changed()
    {
        var stale = (await _application.SaveBookAsync("a")).ConcurrencyStamp;
        await ChangeAsync("b", stale);

        await Should.ThrowAsync<AbpDbConcurrencyException>(() => ChangeAsync("b", stale));
    }

    [Fact]
    public async Task Without_a_stamp_the_one_that_was_loaded_is_compared()
    {
        var book = await _application.SaveBookAsync("a");
        var loaded = (await _application.AllAsync<Book>()).Single();
        await ChangeAsync("b", book.ConcurrencyStamp);

        loaded.Title = "c";
        await Should.ThrowAsync<AbpDbConcurrencyException>(() => _application.WithAsync<Book>(books => books.UpdateAsync(loaded)));
    }

    [Fact]
    public async Task A_stale_stamp_is_refused_when_deleting_too()
    {
        var stale = (await _application.SaveBookAsync("a")).ConcurrencyStamp;
        await ChangeAsync("b", stale);
        var publisher = await _application.SaveAsync(new Publisher(Guid.CreateVersion7(), "p"));

        await Should.ThrowAsync<AbpDbConcurrencyException>(() => _application.WithAsync<Book>(async books =>
        {
            var book = await books.GetAsync(b => b.Title == "b");
            book.SetConcurrencyStampIfNotNull(stale);
            await books.DeleteAsync(book);
        }));
        await Should.ThrowAsync<AbpDbConcurrencyException>(() => _application.WithAsync<Publisher>(async publishers =>
        {
            var found = await publishers.GetAsync(publisher.Id);
            found.SetConcurrencyStampIfNotNull("stale");
            await publishers.DeleteAsync(found);
        }));

        (await _application.AllAsync<Book>()).Single().IsDeleted.ShouldBeFalse();
        (await _application.AllAsync<Publisher>()).ShouldHaveSingleItem();
    }

    private Task ChangeAsync(string title, string stamp) => _application.WithAsync<Book>(async books =>
    {
        var book = (await books.GetListAsync()).Single();
        book.SetConcurrencyStampIfNotNull(stamp);
        book.Title = title;
        await books.UpdateAsync(book, autoSave: true);
    });

    private async Task<string> StampAsync() => (await _application.AllAsync<Book>()).Single().ConcurrencyStamp;
}
