using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Uow;

internal sealed class FakeDatabase : IDatabaseApi, ISupportsSavingChanges, ITransactionApi, ISupportsRollback
{
    public List<string> Log { get; } = [];

    public bool FailsToSave { get; set; }

    public Func<Task> OnSave { get; set; } = () => Task.CompletedTask;

    public static FakeDatabase In(IUnitOfWork unitOfWork)
    {
        var database = new FakeDatabase();
        unitOfWork.AddDatabaseApi("db", database);
        unitOfWork.AddTransactionApi("tx", new FakeTransaction(database));
        return database;
    }

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => FailsToSave ? throw new TimeoutException() : SaveAsync();

    private async Task SaveAsync()
    {
        await NoteAsync("saved");
        await OnSave();
    }

    public Task CommitAsync(CancellationToken cancellationToken = default) => NoteAsync("committed");

    public Task RollbackAsync(CancellationToken cancellationToken = default) => NoteAsync("rolled back");

    public void Dispose() => Log.Add("transaction disposed");

    public Task NoteAsync(string line)
    {
        Log.Add(line);
        return Task.CompletedTask;
    }
}

/// <summary>Commits and is disposed; rolling back is the database's.</summary>
internal sealed class FakeTransaction(FakeDatabase database, Action? onCommit = null) : ITransactionApi
{
    public Task CommitAsync(CancellationToken cancellationToken = default)
    {
        onCommit?.Invoke();
        return database.CommitAsync(cancellationToken);
    }

    public void Dispose() => database.Dispose();
}
