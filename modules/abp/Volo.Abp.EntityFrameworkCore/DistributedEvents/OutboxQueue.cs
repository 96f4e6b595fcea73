using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;
using Volo.Abp.ExceptionHandling;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

internal sealed class OutboxOptions
{
    public int BatchSize { get; set; } = 200;

    /// <summary>After so many failures an event is parked.</summary>
    public int MaxAttempts { get; set; } = 8;

    /// <summary>Before the second attempt; doubles from attempt to attempt.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan LongestDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the inbox remembers what was handled.</summary>
    public TimeSpan InboxMemory { get; set; } = TimeSpan.FromDays(7);

    public TimeSpan CleanUpPeriod { get; set; } = TimeSpan.FromHours(6);
}

internal sealed record OutboxState(long Waiting, DateTime? Oldest, long Parked);

/// <summary>The outbox of the current tenant's database as a queue. Each verb belongs to the current unit of work, or is one of its own.</summary>
internal sealed partial class OutboxQueue(IUnitOfWorkManager unitOfWorkManager, IClock clock, IOptions<OutboxOptions> options) : ISingletonDependency
{
    /// <summary>Later than any retry: what is parked is never due, and what follows it in its aggregate waits.</summary>
    private static readonly DateTime Never = new(9999, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public Task<bool> IsAnythingDueAsync(CancellationToken cancellationToken) => InAsync(context => Due(context).AnyAsync(cancellationToken));

    /// <summary>In order; without what waits for its next try and what follows such a one in its aggregate.</summary>
    public Task<List<OutgoingEventRecord>> ReadAsync(CancellationToken cancellationToken) =>
        InAsync(context => Due(context).AsNoTracking().OrderBy(e => e.Position).ThenBy(e => e.Id).Take(options.Value.BatchSize).ToListAsync(cancellationToken));

    /// <summary>Not cancelled: what was handled and stays is asked for again, for nothing.</summary>
    public Task RemoveAsync(IReadOnlyCollection<Guid> ids) =>
        InAsync(context => context.OutgoingEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync());

    /// <summary>Returns the time of the next try; null if the event was parked.</summary>
    public async Task<DateTime?> PostponeAsync(OutgoingEventRecord record, Exception reason)
    {
        var now = clock.Now;
        var attempts = record.Attempts + 1;
        var isParked = attempts >= options.Value.MaxAttempts && !IsOfTheDatabase(reason);
        var delay = options.Value.FirstDelay * Math.Pow(2, Math.Min(attempts - 1, 20));
        var nextTry = isParked ? Never : now + (delay < options.Value.LongestDelay ? delay : options.Value.LongestDelay);
        DateTime? parkedTime = isParked ? now : null;
        var error = Describe(reason);
        await InAsync(context => context.OutgoingEvents.Where(e => e.Id == record.Id).ExecuteUpdateAsync(row => row
            .SetProperty(e => e.Attempts, attempts)
            .SetProperty(e => e.LastError, error)
            .SetProperty(e => e.NextTryTime, nextTry)
            .SetProperty(e => e.ParkedTime, parkedTime)));
        return isParked ? null : nextTry;
    }

    public Task<(int Count, List<OutgoingEventRecord> Page)> GetParkedAsync(int skip, int take, CancellationToken cancellationToken) => InAsync(async context =>
    {
        var parked = context.OutgoingEvents.AsNoTracking().Where(e => e.ParkedTime != null);
        var page = await parked.OrderByDescending(e => e.ParkedTime).ThenBy(e => e.Position).Skip(skip).Take(take).ToListAsync(cancellationToken);
        return (await parked.CountAsync(cancellationToken), page);
    });

    /// <summary>False: no such event is parked.</summary>
    public Task<bool> RetryAsync(Guid id, CancellationToken cancellationToken) => InAsync(async context =>
        await context.OutgoingEvents.Where(e => e.Id == id && e.ParkedTime != null).ExecuteUpdateAsync(
            row => row.SetProperty(e => e.Attempts, 0).SetProperty(e => e.NextTryTime, (DateTime?)null).SetProperty(e => e.ParkedTime, (DateTime?)null),
            cancellationToken) > 0);

    /// <summary>False: no such event is parked.</summary>
    public Task<bool> DiscardAsync(Guid id, CancellationToken cancellationToken) => InAsync(async context =>
        await context.OutgoingEvents.Where(e => e.Id == id && e.ParkedTime != null).ExecuteDeleteAsync(cancellationToken) > 0);

    public Task<OutboxState> GetStateAsync(CancellationToken cancellationToken) => InAsync(async context =>
    {
        var waiting = context.OutgoingEvents.Where(e => e.ParkedTime == null);
        return new OutboxState(
            await waiting.LongCountAsync(cancellationToken),
            await waiting.OrderBy(e => e.Position).Select(e => (DateTime?)e.CreationTime).FirstOrDefaultAsync(cancellationToken),
            await context.OutgoingEvents.LongCountAsync(e => e.ParkedTime != null, cancellationToken));
    });

    /// <summary>Forgets what the inbox need not know any longer; returns how many rows went.</summary>
    public Task<int> CleanUpInboxAsync(CancellationToken cancellationToken)
    {
        var before = clock.Now - options.Value.InboxMemory;
        return InAsync(context => context.IncomingEvents.Where(e => e.CreationTime < before).ExecuteDeleteAsync(cancellationToken));
    }

    private IQueryable<OutgoingEventRecord> Due(EventBoxDbContext context)
    {
        var now = clock.Now;
        return context.OutgoingEvents.Where(e =>
            (e.NextTryTime == null || e.NextTryTime <= now)
            && (e.AggregateKey == null || !context.OutgoingEvents.Any(other => other.AggregateKey == e.AggregateKey && other.NextTryTime > now)));
    }

    private async Task<T> InAsync<T>(Func<EventBoxDbContext, Task<T>> act)
    {
        using var unitOfWork = unitOfWorkManager.Begin();
        var context = await unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<EventBoxDbContext>>().GetDbContextAsync();
        var result = await act(context);
        await unitOfWork.CompleteAsync();
        return result;
    }

    /// <summary>A database that does not answer is no fault of the event: it is tried for as long as it takes.</summary>
    private static bool IsOfTheDatabase(Exception? e) => e is DbException { IsTransient: true } || (e?.InnerException is { } inner && IsOfTheDatabase(inner));

    /// <summary>The kind of failure, and its words without what may be data: text in quotation marks and long numbers.</summary>
    internal static string Describe(Exception e)
    {
        var words = e is IHasErrorCode { Code: { Length: > 0 } code } ? code : Data().Replace(e.Message, "…");
        var text = $"{e.GetType().Name}: {words}";
        return text.Length <= OutgoingEventRecord.LastErrorMaxLength ? text : text[..OutgoingEventRecord.LastErrorMaxLength];
    }

    [GeneratedRegex("""'[^']*'|"[^"]*"|“[^”]*”|「[^」]*」|《[^》]*》|\d{5,}|\S+@\S+""")]
    private static partial Regex Data();
}
