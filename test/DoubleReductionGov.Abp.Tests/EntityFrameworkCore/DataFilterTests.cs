using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Data;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class DataFilterTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await AddTenantAsync(Cast.North, "North");
        await AddTenantAsync(Cast.South, "South");
        await _application.SaveBookAsync("host's");
        await _application.SaveBookAsync("north's", Cast.North);
        await _application.SaveBookAsync("south's", Cast.South);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task A_tenant_sees_its_own_rows_and_the_host_those_of_no_tenant()
    {
        (await TitlesAsync(Cast.North)).ShouldBe(["north's"]);
        (await TitlesAsync(Cast.South)).ShouldBe(["south's"]);
        (await TitlesAsync(null)).ShouldBe(["host's"]);
    }

    [Fact]
    public async Task One_context_follows_a_change_of_tenant()
    {
        await _application.InUnitOfWorkAsync(async services =>
        {
            var books = services.GetRequiredService<IRepository<Book, Guid>>();
            foreach (var (tenant, title) in ((Guid?, string)[])[(Cast.North, "north's"), (Cast.South, "south's"), (null, "host's")])
            {
                using (_application.CurrentTenant.Change(tenant))
                {
                    (await books.GetListAsync()).ShouldHaveSingleItem().Title.ShouldBe(title);
                }
            }
        });
    }

    [Fact]
    public async Task Another_tenants_row_is_not_found_by_its_id()
    {
        var foreign = (await _application.AllAsync<Book>()).Single(b => b.TenantId == Cast.South);

        (await _application.WithAsync<Book, Book?>(books => books.FindAsync(foreign.Id), Cast.North)).ShouldBeNull();
        await _application.WithAsync<Book>(books => books.DeleteAsync(foreign.Id), Cast.North);
        await _application.WithAsync<Book>(books => books.DeleteDirectAsync(b => b.Id == foreign.Id), Cast.North);
        (await _application.AllAsync<Book>()).ShouldContain(b => b.Id == foreign.Id && !b.IsDeleted);
    }

    [Fact]
    public async Task With_the_filter_switched_off_all_tenants_rows_are_seen_until_it_is_on_again()
    {
        var filter = _application.Services.GetRequiredService<IDataFilter>();
        await _application.WithAsync<Book>(async books =>
        {
            using (filter.Disable<IMultiTenant>())
            {
                (await books.GetListAsync()).Count.ShouldBe(3);
                (await books.GetCountAsync()).ShouldBe(3);
                using (filter.Enable<IMultiTenant>())
                {
                    (await books.GetListAsync()).Count.ShouldBe(1);
                }
            }

            (await books.GetListAsync()).Count.ShouldBe(1);
        }, Cast.North);
    }

    [Fact]
    public async Task A_deleted_row_is_seen_only_with_its_own_filter_switched_off()
    {
        await _application.WithAsync<Book>(books => books.DeleteAsync(b => b.Title == "north's"), Cast.North);
        (await TitlesAsync(Cast.North)).ShouldBeEmpty();

        await _application.WithAsync<Book>(async books =>
        {
            using (_application.Services.GetRequiredService<IDataFilter>().Disable<ISoftDelete>())
            {
                (await books.GetListAsync()).ShouldHaveSingleItem().ShouldSatisfyAllConditions(b => b.Title.ShouldBe("north's"), b => b.IsDeleted.ShouldBeTrue());
            }
        }, Cast.North);
    }

    [Fact]
    public async Task Deleting_directly_obeys_the_filters_as_they_are()
    {
        var filter = _application.Services.GetRequiredService<IDataFilter>();

        await _application.WithAsync<Book>(books => books.DeleteDirectAsync(b => b.Title != ""), Cast.North);
        (await _application.AllAsync<Book>()).Count.ShouldBe(2);

        await _application.WithAsync<Book>(async books =>
        {
            using (filter.Disable<IMultiTenant>())
            {
                await books.DeleteDirectAsync(b => b.Title == "south's");
            }
        }, Cast.North);
        (await _application.AllAsync<Book>()).ShouldHaveSingleItem().Title.ShouldBe("host's");
    }

    [Fact]
    public async Task Queries_that_join_children_are_filtered_too()
    {
        var book = new Book("with chapters");
        book.Add("one");
        await _application.SaveAsync(book);
        await _application.WithAsync<Book>(async books =>
        {
            (await (await books.GetQueryableAsync()).SelectMany(b => b.Chapters).CountAsync()).ShouldBe(0);
        }, Cast.North);

        (await _application.WithAsync<Chapter, long>(chapters => chapters.GetCountAsync())).ShouldBe(1);
        (await _application.WithAsync<Chapter, long>(chapters => chapters.GetCountAsync(), Cast.North)).ShouldBe(0);
    }

    [Fact]
    public async Task What_belongs_to_no_tenant_is_the_same_for_all_and_lies_in_the_hosts_database()
    {
        await using var own = await TestDatabase.CreateAsync();
        await SetDatabaseAsync(Cast.North, own);

        await _application.SaveAsync(new Publisher(Guid.CreateVersion7(), "p"), Cast.North);
        await _application.SaveBookAsync("in its own database", Cast.North);

        (await _application.WithAsync<Publisher, long>(publishers => publishers.GetCountAsync())).ShouldBe(1);
        (await _application.WithAsync<Publisher, long>(publishers => publishers.GetCountAsync(), Cast.South)).ShouldBe(1);
        (await _application.AllAsync<Book>()).ShouldNotContain(b => b.Title == "in its own database");
        (await TitlesAsync(Cast.North)).ShouldBe(["in its own database"]);
    }

    private async Task<List<string>> TitlesAsync(Guid? tenant) =>
        await _application.WithAsync<Book, List<string>>(async books => (await books.GetListAsync()).ConvertAll(b => b.Title), tenant);

    private Task AddTenantAsync(Guid id, string name) => _application.SaveAsync(new Tenant(id, name, name.ToUpperInvariant()));

    private Task SetDatabaseAsync(Guid tenant, TestDatabase database) =>
        _application.WithAsync<Tenant>(async tenants => (await tenants.GetAsync(tenant)).SetDefaultConnectionString(database.ConnectionString));
}
