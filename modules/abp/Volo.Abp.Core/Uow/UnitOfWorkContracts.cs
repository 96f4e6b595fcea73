using System.Data;

namespace Volo.Abp.Uow;

public interface IAbpUnitOfWorkOptions
{
    bool IsTransactional { get; }

    IsolationLevel? IsolationLevel { get; }

    /// <summary>Milliseconds.</summary>
    int? Timeout { get; }
}

public class AbpUnitOfWorkOptions(bool isTransactional = false, IsolationLevel? isolationLevel = null, int? timeout = null) : IAbpUnitOfWorkOptions
{
    public bool IsTransactional { get; set; } = isTransactional;

    public IsolationLevel? IsolationLevel { get; set; } = isolationLevel;

    public int? Timeout { get; set; } = timeout;
}

/// <summary>One database's part of a unit of work.</summary>
public interface IDatabaseApi;

public interface ISupportsSavingChanges
{
    Task SaveChangesAsync(CancellationToken cancellationToken = default);
}

public interface ISupportsRollback
{
    Task RollbackAsync(CancellationToken cancellationToken = default);
}

/// <summary>One database transaction of a unit of work.</summary>
public interface ITransactionApi : IDisposable
{
    Task CommitAsync(CancellationToken cancellationToken = default);
}

public interface IUnitOfWork : IDisposable
{
    Guid Id { get; }

    IAbpUnitOfWorkOptions Options { get; }

    IUnitOfWork? Outer { get; }

    bool IsReserved { get; }

    bool IsDisposed { get; }

    bool IsCompleted { get; }

    string? ReservationName { get; }

    IServiceProvider ServiceProvider { get; }

    Dictionary<string, object> Items { get; }

    event EventHandler<UnitOfWorkFailedEventArgs> Failed;

    event EventHandler<UnitOfWorkEventArgs> Disposed;

    void SetOuter(IUnitOfWork? outer);

    void Initialize(AbpUnitOfWorkOptions options);

    void Reserve(string reservationName);

    Task SaveChangesAsync(CancellationToken cancellationToken = default);

    /// <summary>Saves, publishes the events that wait for it (and saves again), commits, then runs what waits for the commit.</summary>
    Task CompleteAsync(CancellationToken cancellationToken = default);

    Task RollbackAsync(CancellationToken cancellationToken = default);

    void OnCompleted(Func<Task> handler);

    /// <summary>Published when the unit of work completes, before the commit. A record that the selector finds is replaced, but not in its order.</summary>
    void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null);

    /// <summary>As with local events, after them.</summary>
    void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null);

    IDatabaseApi? FindDatabaseApi(string key);

    void AddDatabaseApi(string key, IDatabaseApi api);

    ITransactionApi? FindTransactionApi(string key);

    void AddTransactionApi(string key, ITransactionApi api);
}

public class UnitOfWorkEventArgs(IUnitOfWork unitOfWork) : EventArgs
{
    public IUnitOfWork UnitOfWork { get; } = unitOfWork;
}

public class UnitOfWorkFailedEventArgs(IUnitOfWork unitOfWork, Exception? exception, bool isRolledback) : UnitOfWorkEventArgs(unitOfWork)
{
    public Exception? Exception { get; } = exception;

    public bool IsRolledback { get; } = isRolledback;
}

public interface IUnitOfWorkManager
{
    IUnitOfWork? Current { get; }

    /// <summary>A child of the current unit of work, or a new one when there is none or <paramref name="requiresNew"/> asks for it.</summary>
    IUnitOfWork Begin(AbpUnitOfWorkOptions options, bool requiresNew = false);

    IUnitOfWork Reserve(string reservationName, bool requiresNew = false);

    void BeginReserved(string reservationName, AbpUnitOfWorkOptions options);

    bool TryBeginReserved(string reservationName, AbpUnitOfWorkOptions options);
}

public interface IUnitOfWorkAccessor
{
    IUnitOfWork? UnitOfWork { get; }

    void SetUnitOfWork(IUnitOfWork? unitOfWork);
}

/// <summary>Marks types whose methods run in a unit of work.</summary>
public interface IUnitOfWorkEnabled;

public static class UnitOfWorkManagerExtensions
{
    public static IUnitOfWork Begin(
        this IUnitOfWorkManager unitOfWorkManager, bool requiresNew = false, bool isTransactional = false, IsolationLevel? isolationLevel = null, int? timeout = null) =>
        unitOfWorkManager.Begin(new AbpUnitOfWorkOptions(isTransactional, isolationLevel, timeout), requiresNew);
}
