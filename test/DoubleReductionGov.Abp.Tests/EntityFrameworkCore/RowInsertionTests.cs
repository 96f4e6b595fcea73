using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class RowInsertionTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Rows_of_several_tables_are_written_as_they_are_more_than_fit_into_one_statement()
    {
        var book = NewBook("a");
        book.PrintedAt = Cast.Monday;
        for (var i = 0; i < 1_500; i++)
        {
            book.Add($"chapter {i}");
        }

        await _application.InUnitOfWorkAsync(services => InsertAsync(services, [book, .. book.Chapters]));

        var (written, chapters) = ((await _application.AllAsync<Book>()).Single(), await _application.AllAsync<Chapter>());
        (written.Id, written.Title, written.PrintedAt, written.TenantId).ShouldBe((book.Id, "a", Cast.Monday, null));
        chapters.Select(c => (c.Id, c.BookId, c.Heading)).ShouldBe(book.Chapters.Select(c => (c.Id, c.BookId, c.Heading)), ignoreOrder: true);
    }

    [Fact]
    public async Task Nothing_to_write_is_no_command() => await _application.InUnitOfWorkAsync(services => InsertAsync(services, []));

    [Fact]
    public async Task They_come_and_go_with_the_transaction_that_another_context_has_begun()
    {
        await _application.InUnitOfWorkAsync(services => InsertAsync(services, [NewBook("known")]));

        foreach (var commits in new[] { true, false })
        {
            using var scope = _application.Services.CreateScope();
            using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(new AbpUnitOfWorkOptions(isTransactional: true), requiresNew: true);
            await scope.ServiceProvider.GetRequiredService<IDbContextProvider<WarehouseDbContext>>().GetDbContextAsync();
            await InsertAsync(scope.ServiceProvider, [NewBook(commits ? "kept" : "taken back")]);
            await (commits ? unitOfWork.CompleteAsync() : unitOfWork.RollbackAsync());
        }

        (await _application.AllAsync<Book>()).Select(b => b.Title).ShouldBe(["known", "kept"], ignoreOrder: true);
    }

    private static Book NewBook(string title) => new(title, Guid.CreateVersion7()) { ConcurrencyStamp = "stamp" };

    private static Task InsertAsync(IServiceProvider services, IEnumerable<object> rows) =>
        services.GetRequiredService<RowInsertion<LibraryDbContext>>().InsertAsync(rows);
}
