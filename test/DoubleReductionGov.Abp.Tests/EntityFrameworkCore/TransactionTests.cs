using System.Data;
using DoubleReductionGov.Abp.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.EntityFrameworkCore;
using Volo.Abp.Uow;
using Volo.Abp.Uow.EntityFrameworkCore;

namespace DoubleReductionGov.Abp.Tests.EntityFrameworkCore;

public sealed class TransactionTests : IAsyncLifetime
{
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await KernelApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Two_contexts_on_one_database_share_the_transaction()
    {
        await _application.InUnitOfWorkAsync(async services =>
        {
            var library = await ContextAsync<LibraryDbContext>(services);
            var warehouse = await ContextAsync<WarehouseDbContext>(services);

            warehouse.Database.GetDbConnection().ShouldBeSameAs(library.Database.GetDbConnection());
            warehouse.Database.CurrentTransaction!.GetDbTransaction().ShouldBeSameAs(library.Database.CurrentTransaction!.GetDbTransaction());
        });
    }

    [Fact]
    public async Task If_one_of_two_contexts_cannot_save_the_other_has_not()
    {
        var pallet = new Pallet(Guid.CreateVersion7(), "one");
        await _application.SaveAsync(pallet);

        await Should.ThrowAsync<DbUpdateException>(() => _application.InUnitOfWorkAsync(async services =>
        {
            await services.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("saved first"), autoSave: true);
            await services.GetRequiredService<IRepository<Pallet, Guid>>().InsertAsync(new Pallet(pallet.Id, "the same id"));
        }));

        (await _application.AllAsync<Book>()).ShouldBeEmpty();
        (await _application.AllAsync<Pallet>()).ShouldHaveSingleItem().Label.ShouldBe("one");
    }

    [Fact]
    public async Task Both_are_there_after_the_commit_and_not_before()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("a"), autoSave: true);
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Pallet, Guid>>().InsertAsync(new Pallet(Guid.CreateVersion7(), "p"), autoSave: true);
            (await CountOutsideAsync()).ShouldBe(0);
            await unitOfWork.CompleteAsync();
        }

        (await CountOutsideAsync()).ShouldBe(1);
        (await _application.AllAsync<Pallet>()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_completing_nothing_stays()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("a"), autoSave: true);
        }

        (await _application.AllAsync<Book>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rollback_undoes_what_was_saved()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("a"), autoSave: true);
            await unitOfWork.RollbackAsync();
            await unitOfWork.CompleteAsync();
        }

        (await _application.AllAsync<Book>()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_transaction_what_was_saved_stays()
    {
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: false))
        {
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("saved"), autoSave: true);
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("not saved"));
        }

        (await _application.AllAsync<Book>()).ShouldHaveSingleItem().Title.ShouldBe("saved");
    }

    [Fact]
    public async Task Who_waits_for_the_commit_sees_what_was_committed()
    {
        var seen = -1;
        using (var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true))
        {
            unitOfWork.OnCompleted(async () => seen = await CountOutsideAsync());
            await unitOfWork.ServiceProvider.GetRequiredService<IRepository<Book, Guid>>().InsertAsync(new Book("a"));
            await unitOfWork.CompleteAsync();
        }

        seen.ShouldBe(1);
    }

    [Fact]
    public async Task Isolation_and_timeout_are_those_that_were_asked_for()
    {
        using var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true, isolationLevel: IsolationLevel.Serializable, timeout: 7000);

        var context = await ContextAsync<LibraryDbContext>(unitOfWork.ServiceProvider);

        context.Database.CurrentTransaction!.GetDbTransaction().IsolationLevel.ShouldBe(IsolationLevel.Serializable);
        context.Database.GetCommandTimeout().ShouldBe(7);
    }

    [Fact]
    public async Task The_unit_of_work_knows_its_databases_and_transactions()
    {
        using var unitOfWork = _application.UnitOfWorkManager.Begin(isTransactional: true);
        var context = await ContextAsync<LibraryDbContext>(unitOfWork.ServiceProvider);
        var connectionString = await unitOfWork.ServiceProvider.GetRequiredService<Volo.Abp.Data.IConnectionStringResolver>().ResolveAsync();

        ((EfCoreDatabaseApi)unitOfWork.FindDatabaseApi($"{typeof(LibraryDbContext).FullName}_{connectionString}")!).DbContext.ShouldBeSameAs(context);
        var transaction = (EfCoreTransactionApi)unitOfWork.FindTransactionApi("EntityFrameworkCore_" + connectionString)!;
        transaction.StarterDbContext.ShouldBeSameAs(context);
        transaction.DbContextTransaction.ShouldBeSameAs(context.Database.CurrentTransaction);
    }

    [Fact]
    public async Task An_event_in_a_context_without_outbox_is_a_mistake()
    {
        (await Should.ThrowAsync<AbpException>(() => _application.WithAsync<Pallet>(pallets =>
        {
            var pallet = new Pallet(Guid.CreateVersion7(), "p");
            pallet.Announce();
            return pallets.InsertAsync(pallet);
        }))).Message.ShouldContain("IHasEventOutbox");
    }

    // On SQLite a transactional one would wait for the one that is still open.
    private Task<int> CountOutsideAsync() =>
        _application.InUnitOfWorkAsync(async services => (await services.GetRequiredService<IRepository<Book, Guid>>().GetListAsync()).Count, isTransactional: false);

    private static Task<TContext> ContextAsync<TContext>(IServiceProvider services) where TContext : IEfCoreDbContext =>
        services.GetRequiredService<IDbContextProvider<TContext>>().GetDbContextAsync();
}
