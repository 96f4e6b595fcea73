using System.Collections.Concurrent;
using Volo.Abp.DependencyInjection;

namespace Volo.Abp.DistributedLocking;

/// <summary>A lock that only one holder in the whole installation has.</summary>
public interface IAbpDistributedLock
{
    /// <summary>Null if somebody else still holds it after the time; by default there is no waiting.</summary>
    Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default);
}

/// <summary>Held until it is disposed.</summary>
public interface IAbpDistributedLockHandle : IAsyncDisposable;

/// <summary>Locks within this process: enough where there is one node.</summary>
internal sealed class LocalAbpDistributedLock : IAbpDistributedLock, ISingletonDependency
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _locks = new();

    public async Task<IAbpDistributedLockHandle?> TryAcquireAsync(string name, TimeSpan timeout = default, CancellationToken cancellationToken = default)
    {
        Check.NotNullOrWhiteSpace(name, nameof(name));
        var semaphore = _locks.GetOrAdd(name, _ => new SemaphoreSlim(1, 1));
        return await semaphore.WaitAsync(timeout, cancellationToken) ? new Handle(semaphore) : null;
    }

    private sealed class Handle(SemaphoreSlim semaphore) : IAbpDistributedLockHandle
    {
        private int _released;

        public ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _released, 1) == 0)
            {
                semaphore.Release();
            }

            return ValueTask.CompletedTask;
        }
    }
}
