using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class RepositoryTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Inserting_gives_an_id_of_version_7_unless_there_is_one()
    {
        var given = Guid.CreateVersion7();

        (await _application.SaveBookAsync("a")).Id.Version.ShouldBe(7);
        (await _application.SaveAsync(new Book("b", given))).Id.ShouldBe(given);
    }

    [Fact]
    public async Task Nothing_is_written_before_it_is_saved()
    {
        await _application.WithAsync<Book>(async books =>
        {
            await books.InsertAsync(new Book("later"));
            (await books.GetCountAsync()).ShouldBe(0);
            await books.InsertAsync(new Book("at once"), autoSave: true);
            (await books.GetCountAsync()).ShouldBe(2);
        });
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var id = Guid.CreateVersion7();
        await _application.WithAsync<Book>(async books =>
        {
            (await books.FindAsync(id)).ShouldBeNull();
            (await books.FindAsync(b => b.Title == "x")).ShouldBeNull();
            (await Should.ThrowAsync<EntityNotFoundException>(() => books.GetAsync(id))).Id.ShouldBe(id);
            (await Should.ThrowAsync<EntityNotFoundException>(() => books.GetAsync(b => b.Title == "x"))).Id.ShouldBeNull();
        });
    }

    [Fact]
    public async Task One_is_found_by_id_or_by_a_predicate_that_only_one_fulfils()
    {
        var book = await _application.SaveBookAsync("a");
        await _application.SaveBookAsync("b");
        await _application.SaveBookAsync("b");

        await _application.WithAsync<Book>(async books =>
        {
            (await books.GetAsync(book.Id)).Title.ShouldBe("a");
            (await books.GetAsync(b => b.Title == "a")).Id.ShouldBe(book.Id);
            await Should.ThrowAsync<InvalidOperationException>(() => books.FindAsync(b => b.Title == "b"));
        });
    }

    [Fact]
    public async Task Details_come_with_one_and_not_with_a_list_unless_asked()
    {
        var book = new Book("a");
        book.Add("chapter");
        await _application.SaveAsync(book);

        (await ChaptersAsync(async books => [await books.GetAsync(book.Id)])).ShouldBe([1]);
        (await ChaptersAsync(async books => [await books.GetAsync(b => b.Title == "a")])).ShouldBe([1]);
        (await ChaptersAsync(async books => [await books.GetAsync(book.Id, includeDetails: false)])).ShouldBe([0]);
        (await ChaptersAsync(books => books.GetListAsync())).ShouldBe([0]);
        (await ChaptersAsync(books => books.GetListAsync(b => b.Title == "a"))).ShouldBe([0]);
        (await ChaptersAsync(books => books.GetListAsync(includeDetails: true))).ShouldBe([1]);
        (await ChaptersAsync(async books => await (await books.WithDetailsAsync()).ToListAsync())).ShouldBe([1]);
        (await ChaptersAsync(async books => await (await books.GetQueryableAsync()).ToListAsync())).ShouldBe([0]);
    }

    [Fact]
    public async Task A_tracked_change_is_saved_and_a_detached_one_is_taken_up()
    {
        var book = await _application.SaveBookAsync("a");
        await _application.WithAsync<Book>(async books => (await books.GetAsync(book.Id)).Title = "tracked");
        (await TitlesAsync()).ShouldBe(["tracked"]);

        var detached = (await _application.AllAsync<Book>()).Single();
        detached.Title = "detached";
        await _application.WithAsync<Book>(books => books.UpdateAsync(detached, autoSave: true));
        (await TitlesAsync()).ShouldBe(["detached"]);
    }

    [Fact]
    public async Task A_child_that_is_added_is_inserted_and_one_that_is_removed_is_deleted()
    {
        var book = new Book("a");
        book.Add("one");
        await _application.SaveAsync(book);

        await _application.WithAsync<Book>(async books =>
        {
            var found = await books.GetAsync(book.Id);
            found.Chapters.RemoveAll(c => c.Heading == "one");
            found.Add("two");
            await books.UpdateAsync(found);
        });

        (await _application.AllAsync<Chapter>()).Select(c => c.Heading).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Deleting_what_is_not_there_is_no_mistake()
    {
        await _application.WithAsync<Publisher>(publishers => publishers.DeleteAsync(Guid.CreateVersion7()));
    }

    [Fact]
    public async Task Deleting_works_by_id_by_entity_and_by_predicate()
    {
        var one = await _application.SaveAsync(new Publisher(Guid.CreateVersion7(), "one"));
        var two = await _application.SaveAsync(new Publisher(Guid.CreateVersion7(), "two"));
        await _application.SaveAsync(new Publisher(Guid.CreateVersion7(), "three"));

        await _application.WithAsync<Publisher>(publishers => publishers.DeleteAsync(one.Id));
        await _application.WithAsync<Publisher>(async publishers => await publishers.DeleteAsync(await publishers.GetAsync(two.Id), autoSave: true));
        (await _application.AllAsync<Publisher>()).Select(p => p.Name).ShouldBe(["three"]);
        await _application.WithAsync<Publisher>(publishers => publishers.DeleteAsync(p => p.Name != ""));
        (await _application.AllAsync<Publisher>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Many_are_inserted_at_once()
    {
        await _application.WithAsync<Book>(books => books.InsertManyAsync([new Book("a"), new Book("b")], autoSave: true));

        (await TitlesAsync()).ShouldBe(["a", "b"], ignoreOrder: true);
        (await _application.AllAsync<Book>()).ShouldAllBe(b => b.Id.Version == 7);
    }

    [Fact]
    public async Task Outside_a_unit_of_work_there_is_no_context()
    {
        using var scope = _application.Services.CreateScope();
        var books = scope.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>();

        (await Should.ThrowAsync<AbpException>(() => books.GetListAsync())).Message.ShouldBe("A DbContext can only be created inside a unit of work!");
        Should.Throw<AbpException>(() => scope.ServiceProvider.GetRequiredService<LibraryDbContext>());
    }

    [Fact]
    public async Task In_one_unit_of_work_there_is_one_context_of_a_kind()
    {
        await _application.InUnitOfWorkAsync(async services =>
        {
            var first = await services.GetRequiredService<IDbContextProvider<LibraryDbContext>>().GetDbContextAsync();
            using (var child = _application.UnitOfWorkManager.Begin(requiresNew: false))
            {
                (await services.GetRequiredService<IDbContextProvider<LibraryDbContext>>().GetDbContextAsync()).ShouldBeSameAs(first);
            }

            using var other = _application.UnitOfWorkManager.Begin(requiresNew: true, isTransactional: false);
            (await services.GetRequiredService<IDbContextProvider<LibraryDbContext>>().GetDbContextAsync()).ShouldNotBeSameAs(first);
        }, isTransactional: false);
    }

    [Fact]
    public async Task The_short_repository_type_is_the_same_kind()
    {
        await _application.SaveBookAsync("a");

        (await _application.InUnitOfWorkAsync(services => services.GetRequiredService<IRepository<Book>>().GetCountAsync())).ShouldBe(1);
    }

    private Task<List<int>> ChaptersAsync(Func<IRepository<Book, Guid>, Task<List<Book>>> load) =>
        _application.WithAsync<Book, List<int>>(async books => (await load(books)).ConvertAll(b => b.Chapters.Count));

    private async Task<IEnumerable<string>> TitlesAsync() => (await _application.AllAsync<Book>()).Select(b => b.Title);
}
