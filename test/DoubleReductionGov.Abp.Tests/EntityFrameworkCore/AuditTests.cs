using System.Security.Claims;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.TenantManagement;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class AuditTests : IAsyncLifetime
{
    private static readonly DateTime Tuesday = Cast.Monday.AddDays(1);

    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Who_inserts_is_the_creator()
    {
        await _application.SaveBookAsync("a", who: Cast.Ada);

        var book = await BookAsync();
        (book.CreationTime, book.CreatorId).ShouldBe((Cast.Monday, Cast.AdaId));
        (book.LastModificationTime, book.LastModifierId, book.DeletionTime, book.DeleterId).ShouldBe((null, null, null, null));
        await _application.SaveAsync(new Note("n"), who: Cast.Ada);
        (await _application.AllAsync<Note>()).Single().CreatorId.ShouldBe(Cast.AdaId);
    }

    [Fact]
    public async Task Who_changes_is_the_modifier_and_the_creator_stays()
    {
        await _application.SaveBookAsync("a", who: Cast.Ada);
        _application.Clock.Now = Tuesday;
        await RenameAsync(Cast.Ada);

        var book = await BookAsync();
        (book.CreationTime, book.LastModificationTime, book.LastModifierId).ShouldBe((Cast.Monday, Tuesday, Cast.AdaId));

        await RenameAsync(Cast.Nobody);
        (await BookAsync()).LastModifierId.ShouldBeNull();
    }

    [Fact]
    public async Task Who_deletes_is_the_deleter_and_the_row_stays()
    {
        await _application.SaveBookAsync("a", who: Cast.Ada);
        _application.Clock.Now = Tuesday;
        await _application.WithAsync<Book>(books => books.DeleteAsync(b => b.Title == "a"), who: Cast.Ada);

        var book = await BookAsync();
        (book.IsDeleted, book.DeletionTime, book.DeleterId, book.LastModificationTime).ShouldBe((true, Tuesday, Cast.AdaId, null));
    }

    [Fact]
    public async Task Deleting_by_hand_is_deleting_and_is_stamped_once()
    {
        await _application.SaveBookAsync("a");
        _application.Clock.Now = Tuesday;
        await _application.WithAsync<Book>(async books => (await books.GetAsync(b => b.Title == "a")).IsDeleted = true, who: Cast.Ada);

        var book = await BookAsync();
        (book.DeletionTime, book.DeleterId).ShouldBe((Tuesday, Cast.AdaId));
    }

    [Fact]
    public async Task Deleting_softly_forgets_other_changes_of_the_same_entity()
    {
        await _application.SaveBookAsync("a");
        await _application.WithAsync<Book>(async books =>
        {
            var book = await books.GetAsync(b => b.Title == "a");
            book.Title = "changed in passing";
            await books.DeleteAsync(book);
        });

        (await BookAsync()).Title.ShouldBe("a");
    }

    [Fact]
    public async Task Deleting_a_root_softly_leaves_its_children()
    {
        var book = new Book("a");
        book.Add("one");
        await _application.SaveAsync(book);

        await _application.WithAsync<Book>(books => books.DeleteAsync(book.Id));
        await _application.WithAsync<Book>(async books =>
        {
            using (_application.Services.GetRequiredService<IDataFilter>().Disable<ISoftDelete>())
            {
                await books.DeleteAsync(await books.GetAsync(book.Id));
            }
        });

        (await BookAsync()).IsDeleted.ShouldBeTrue();
        (await _application.AllAsync<Chapter>()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_user_of_another_tenant_is_not_named_in_a_tenants_row()
    {
        await _application.SaveBookAsync("a", Cast.North, Cast.Ada);
        var book = await BookAsync();
        (book.CreationTime, book.CreatorId).ShouldBe((Cast.Monday, null));

        await RenameAsync(Cast.Nora, Cast.North);
        (await BookAsync()).LastModifierId.ShouldBe(Cast.NoraId);

        await RenameAsync(Cast.Ada, Cast.North);
        (await BookAsync()).LastModifierId.ShouldBeNull();
    }

    [Fact]
    public async Task A_row_that_belongs_to_no_tenant_names_any_user()
    {
        var note = new Note("n");
        await _application.SaveAsync(note, Cast.North, Cast.Nora);

        note.CreatorId.ShouldBe(Cast.NoraId);
    }

    [Fact]
    public async Task Times_come_back_as_utc_however_they_were_given()
    {
        var times = new[] { Cast.Monday, DateTime.SpecifyKind(Cast.Monday, DateTimeKind.Unspecified), Cast.Monday.ToLocalTime() };
        await _application.WithAsync<Book>(books => books.InsertManyAsync(times.Select((t, i) => new Book($"{i}") { PrintedAt = t })));

        foreach (var book in await _application.AllAsync<Book>())
        {
            book.PrintedAt.ShouldBe(Cast.Monday);
            book.PrintedAt!.Value.Kind.ShouldBe(DateTimeKind.Utc);
            book.CreationTime.Kind.ShouldBe(DateTimeKind.Utc);
        }

        (await _application.WithAsync<Book, Book?>(books => books.FindAsync(b => b.PrintedAt > Cast.Monday))).ShouldBeNull();
        (await _application.WithAsync<Book, List<Book>>(books => books.GetListAsync(b => b.PrintedAt == Cast.Monday))).Count.ShouldBe(3);
    }

    private async Task<Book> BookAsync() => (await _application.AllAsync<Book>()).ShouldHaveSingleItem();

    private Task RenameAsync(ClaimsPrincipal who, Guid? tenant = null) =>
        _application.WithAsync<Book>(async books => (await books.GetListAsync()).Single().Title += "!", tenant, who);
}
