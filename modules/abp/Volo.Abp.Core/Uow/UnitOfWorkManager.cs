using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.Uow;

/// <summary>The unit of work of the current asynchronous flow.</summary>
[ExposeServices(typeof(IUnitOfWorkAccessor), IncludeSelf = true)]
internal sealed class AmbientUnitOfWork : IUnitOfWorkAccessor, ISingletonDependency
{
    private readonly AsyncLocal<IUnitOfWork?> _current = new();

    public IUnitOfWork? UnitOfWork => _current.Value;

    public void SetUnitOfWork(IUnitOfWork? unitOfWork) => _current.Value = unitOfWork;

    /// <summary>Reserved, disposed and completed ones do not count.</summary>
    public IUnitOfWork? GetCurrentByChecking()
    {
        var unitOfWork = UnitOfWork;
        while (unitOfWork is not null && (unitOfWork.IsReserved || unitOfWork.IsDisposed || unitOfWork.IsCompleted))
        {
            unitOfWork = unitOfWork.Outer;
        }

        return unitOfWork;
    }
}

internal sealed class UnitOfWorkManager(AmbientUnitOfWork ambient, IServiceScopeFactory scopeFactory) : IUnitOfWorkManager, ISingletonDependency
{
    public IUnitOfWork? Current => ambient.GetCurrentByChecking();

    public IUnitOfWork Begin(AbpUnitOfWorkOptions options, bool requiresNew = false)
    {
        if (Current is { } current && !requiresNew)
        {
            return new ChildUnitOfWork(current);
        }

        var unitOfWork = Create();
        unitOfWork.Initialize(options);
        return unitOfWork;
    }

    public IUnitOfWork Reserve(string reservationName, bool requiresNew = false)
    {
        if (!requiresNew && ambient.UnitOfWork is { } current && current.ReservationName == reservationName && current.IsReserved)
        {
            return new ChildUnitOfWork(current);
        }

        var unitOfWork = Create();
        unitOfWork.Reserve(reservationName);
        return unitOfWork;
    }

    public void BeginReserved(string reservationName, AbpUnitOfWorkOptions options)
    {
        if (!TryBeginReserved(reservationName, options))
        {
            throw new AbpException($"Could not find a reserved unit of work with reservation name: {reservationName}");
        }
    }

    public bool TryBeginReserved(string reservationName, AbpUnitOfWorkOptions options)
    {
        var unitOfWork = ambient.UnitOfWork;
        while (unitOfWork is not null && !(unitOfWork.IsReserved && unitOfWork.ReservationName == reservationName))
        {
            unitOfWork = unitOfWork.Outer;
        }

        unitOfWork?.Initialize(options);
        return unitOfWork is not null;
    }

    private UnitOfWork Create()
    {
        var scope = scopeFactory.CreateScope();
        var unitOfWork = new UnitOfWork(scope.ServiceProvider);
        var outer = ambient.UnitOfWork;
        unitOfWork.SetOuter(outer);
        ambient.SetUnitOfWork(unitOfWork);
        unitOfWork.Disposed += (_, _) =>
        {
            ambient.SetUnitOfWork(outer);
            scope.Dispose();
        };
        return unitOfWork;
    }
}

/// <summary>A unit of work begun inside another: saves with it, leaves completion to it.</summary>
internal sealed class ChildUnitOfWork(IUnitOfWork parent) : IUnitOfWork
{
    public event EventHandler<UnitOfWorkFailedEventArgs>? Failed { add => parent.Failed += value; remove => parent.Failed -= value; }

    public event EventHandler<UnitOfWorkEventArgs>? Disposed { add => parent.Disposed += value; remove => parent.Disposed -= value; }

    public Guid Id => parent.Id;

    public IAbpUnitOfWorkOptions Options => parent.Options;

    public IUnitOfWork? Outer => parent.Outer;

    public bool IsReserved => parent.IsReserved;

    public bool IsDisposed => parent.IsDisposed;

    public bool IsCompleted => parent.IsCompleted;

    public string? ReservationName => parent.ReservationName;

    public IServiceProvider ServiceProvider => parent.ServiceProvider;

    public Dictionary<string, object> Items => parent.Items;

    public void SetOuter(IUnitOfWork? outer) => parent.SetOuter(outer);

    public void Initialize(AbpUnitOfWorkOptions options) => parent.Initialize(options);

    public void Reserve(string reservationName) => parent.Reserve(reservationName);

    public Task SaveChangesAsync(CancellationToken cancellationToken = default) => parent.SaveChangesAsync(cancellationToken);

    public Task CompleteAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task RollbackAsync(CancellationToken cancellationToken = default) => parent.RollbackAsync(cancellationToken);

    public void OnCompleted(Func<Task> handler) => parent.OnCompleted(handler);

    public void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        parent.AddOrReplaceLocalEvent(eventRecord, replacementSelector);

    public void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        parent.AddOrReplaceDistributedEvent(eventRecord, replacementSelector);

    public IDatabaseApi? FindDatabaseApi(string key) => parent.FindDatabaseApi(key);

    public void AddDatabaseApi(string key, IDatabaseApi api) => parent.AddDatabaseApi(key, api);

    public ITransactionApi? FindTransactionApi(string key) => parent.FindTransactionApi(key);

    public void AddTransactionApi(string key, ITransactionApi api) => parent.AddTransactionApi(key, api);

    public void Dispose() { }
}
