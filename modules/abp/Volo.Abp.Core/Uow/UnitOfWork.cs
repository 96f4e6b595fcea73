
namespace Volo.Abp.Uow;

internal sealed class UnitOfWork(IServiceProvider serviceProvider) : IUnitOfWork
{
    private readonly Dictionary<string, IDatabaseApi> _databaseApis = [];
    private readonly OrderedDictionary<string, ITransactionApi> _transactionApis = [];
    private readonly List<Func<Task>> _completedHandlers = [];
    private readonly UnitOfWorkEvents _events = new(serviceProvider);
    private AbpUnitOfWorkOptions? _options;
    private Exception? _exception;
    private bool _isCompleting;
    private bool _isRolledback;
    private int _committedLast;

    public event EventHandler<UnitOfWorkFailedEventArgs>? Failed;

    public event EventHandler<UnitOfWorkEventArgs>? Disposed;

    public Guid Id { get; } = Guid.NewGuid(); // exempt(guid): tells units of work apart in memory, is never stored

    public IAbpUnitOfWorkOptions Options => _options ?? throw new AbpException("This unit of work has not been initialized.");

    public IUnitOfWork? Outer { get; private set; }

    public bool IsReserved { get; private set; }

    public bool IsDisposed { get; private set; }

    public bool IsCompleted { get; private set; }

    public string? ReservationName { get; private set; }

    public IServiceProvider ServiceProvider { get; } = serviceProvider;

    public Dictionary<string, object> Items { get; } = [];

    public void SetOuter(IUnitOfWork? outer) => Outer = outer;

    public void Initialize(AbpUnitOfWorkOptions options)
    {
        if (_options is not null)
        {
            throw new AbpException("This unit of work has already been initialized.");
        }

        _options = options;
        IsReserved = false;
    }

    public void Reserve(string reservationName)
    {
        ReservationName = Check.NotNullOrWhiteSpace(reservationName, nameof(reservationName));
        IsReserved = true;
    }

    public async Task SaveChangesAsync(CancellationToken cancellationToken = default)
    {
        if (_isRolledback)
        {
            return;
        }

        foreach (var api in _databaseApis.Values.ToList())
        {
            if (api is ISupportsSavingChanges saving)
            {
                await saving.SaveChangesAsync(cancellationToken);
            }
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken = default)
    {
        if (_isRolledback)
        {
            return;
        }

        if (IsCompleted || _isCompleting)
        {
            throw new AbpException("Completion has already been requested for this unit of work.");
        }

        try
        {
            _isCompleting = true;
            await SaveAndPublishAsync(cancellationToken);
            if (_isRolledback)
            {
                return;
            }

            await CommitAsync(cancellationToken);
            IsCompleted = true;
        }
        catch (Exception e)
        {
            _exception = e;
            throw;
        }

        await TellCompletedAsync();
    }

    private async Task TellCompletedAsync()
    {
        foreach (var handler in _completedHandlers)
        {
            await handler();
        }
    }

    /// <summary>What was begun so far is committed after what is begun from now on.</summary>
    internal void CommitLast() => _committedLast = _transactionApis.Count;

    private async Task SaveAndPublishAsync(CancellationToken cancellationToken)
    {
        await SaveChangesAsync(cancellationToken);
        while (_events.AreWaiting && !_isRolledback)
        {
            await _events.PublishAsync();
            await SaveChangesAsync(cancellationToken);
        }
    }

    private async Task CommitAsync(CancellationToken cancellationToken)
    {
        var transactions = _transactionApis.Values.ToList();
        foreach (var transaction in transactions.Skip(_committedLast).Concat(transactions.Take(_committedLast)))
        {
            await transaction.CommitAsync(cancellationToken);
        }
    }

    public async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (_isRolledback)
        {
            return;
        }

        _isRolledback = true;
        foreach (var api in _databaseApis.Values.OfType<ISupportsRollback>().Concat(_transactionApis.Values.OfType<ISupportsRollback>()).ToList())
        {
            await api.RollbackAsync(cancellationToken);
        }
    }

    public void AddOrReplaceLocalEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        _events.AddLocal(eventRecord, replacementSelector);

    public void AddOrReplaceDistributedEvent(UnitOfWorkEventRecord eventRecord, Predicate<UnitOfWorkEventRecord>? replacementSelector = null) =>
        _events.AddDistributed(eventRecord, replacementSelector);

    public void OnCompleted(Func<Task> handler) => _completedHandlers.Add(handler);

    public IDatabaseApi? FindDatabaseApi(string key) => _databaseApis.GetValueOrDefault(key);

    public void AddDatabaseApi(string key, IDatabaseApi api)
    {
        if (!_databaseApis.TryAdd(key, api))
        {
            throw new AbpException("This unit of work already contains a database API for the given key.");
        }
    }

    public ITransactionApi? FindTransactionApi(string key) => _transactionApis.GetValueOrDefault(key);

    public void AddTransactionApi(string key, ITransactionApi api)
    {
        if (!_transactionApis.TryAdd(key, api))
        {
            throw new AbpException("This unit of work already contains a transaction API for the given key.");
        }
    }

    public void Dispose()
    {
        if (IsDisposed)
        {
            return;
        }

        IsDisposed = true;
        foreach (var transaction in _transactionApis.Values)
        {
            transaction.Dispose();
        }

        if (!IsCompleted || _exception is not null)
        {
            Failed?.Invoke(this, new UnitOfWorkFailedEventArgs(this, _exception, _isRolledback));
        }

        Disposed?.Invoke(this, new UnitOfWorkEventArgs(this));
    }
}
