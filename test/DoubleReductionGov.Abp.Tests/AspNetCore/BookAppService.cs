using DoubleReductionGov.Abp.Tests.Samples;
using Volo.Abp;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.AspNetCore;

/// <summary>Writes, and fails at every moment at which a request can.</summary>
public sealed class BookAppService : ApplicationService
{
    private IRepository<Book, Guid> Books => LazyServiceProvider.LazyGetRequiredService<IRepository<Book, Guid>>();

    public string Get() => $"transactional: {CurrentUnitOfWork!.Options.IsTransactional}";

    public string Check() => $"transactional: {CurrentUnitOfWork!.Options.IsTransactional}";

    public async Task<string> CreateAsync(string title)
    {
        await Books.InsertAsync(new Book(title));
        return "created";
    }

    public async Task<string> RefuseAsync(string title)
    {
        await Books.InsertAsync(new Book(title), autoSave: true);
        throw new UserFriendlyException("refused after saving");
    }

    public async Task<string> BreakAtCommitAsync(string title)
    {
        CurrentUnitOfWork!.AddTransactionApi("broken", new BrokenTransaction());
        await Books.InsertAsync(new Book(title));
        return "never told";
    }

    public async Task<string> GiveUpAsync(string title)
    {
        await Books.InsertAsync(new Book(title), autoSave: true);
        await CurrentUnitOfWork!.RollbackAsync();
        return "given up";
    }

    public async Task<string> FinishEarlyAsync(string title)
    {
        await Books.InsertAsync(new Book(title));
        using (var own = UnitOfWorkManager.Begin())
        {
            await own.CompleteAsync();
        }

        return "still open";
    }

    private sealed class BrokenTransaction : ITransactionApi
    {
        public Task CommitAsync(CancellationToken cancellationToken = default) => throw new TimeoutException("The database went away.");

        public void Dispose()
        {
        }
    }
}
