using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Volo.Abp.DistributedLocking;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Tracing;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>
/// Sends what lies in the outbox of the host's database and of each tenant's own one. One node at a time sends from a database. A row goes when all its handlers
/// are done; one that fails is tried again later and in the end parked, and what follows it in its aggregate waits.
/// </summary>
internal sealed class OutboxSender(
    IServiceScopeFactory scopeFactory, OutboxQueue queue, EventDelivery delivery, OutboxSignal signal, IAbpDistributedLock distributedLock,
    ICurrentTenant currentTenant, ICorrelationIdProvider correlationId, IClock clock, IOptions<OutboxOptions> options, ILogger<OutboxSender> logger)
    : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private DateTime _lastCleanUp;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while ((await SendRoundAsync(stoppingToken)).Sent > 0)
                {
                    // a handler may have raised more
                }

                await CleanUpWhenDueAsync(stoppingToken);
                await signal.WaitAsync(Period, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                logger.LogError(e, "Sending outgoing events failed; trying again in {Period}.", Period);
                await Task.Delay(Period, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>One round over all databases; returns how many events were sent. A failure in one does not keep the others waiting.</summary>
    /// <exception cref="AggregateException">Some events could not be handled or some databases not be read.</exception>
    internal async Task<int> SendAllAsync(CancellationToken cancellationToken)
    {
        var (sent, failures) = await SendRoundAsync(cancellationToken);
        return failures.Count == 0 ? sent : throw new AggregateException("Events could not be sent.", failures);
    }

    /// <summary>Forgets in every database what its inbox need not know any longer.</summary>
    internal Task<Round> CleanUpAsync(CancellationToken cancellationToken) => InEachDatabaseAsync(queue.CleanUpInboxAsync, cancellationToken);

    private async Task CleanUpWhenDueAsync(CancellationToken cancellationToken)
    {
        if (clock.Now - _lastCleanUp >= options.Value.CleanUpPeriod)
        {
            _lastCleanUp = clock.Now;
            await CleanUpAsync(cancellationToken);
        }
    }

    private async Task<Round> SendRoundAsync(CancellationToken cancellationToken)
    {
        var failures = new List<Exception>();
        var round = await InEachDatabaseAsync(token => SendFromCurrentDatabaseAsync(failures, token), cancellationToken);
        return round with { Failures = [.. failures, .. round.Failures] };
    }

    private async Task<Round> InEachDatabaseAsync(Func<CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        var (count, failures) = (0, new List<Exception>());
        foreach (var tenant in (await GetTenantsWithOwnDatabaseAsync()).Prepend(null))
        {
            using (currentTenant.Change(tenant?.Id, tenant?.Name))
            {
                try
                {
                    count += await act(cancellationToken);
                }
                catch (Exception e) when (!cancellationToken.IsCancellationRequested)
                {
                    logger.LogError(e, "The event boxes of {Database} could not be worked on.", tenant?.Id.ToString() ?? "the host");
                    failures.Add(e);
                }
            }
        }

        return new Round(count, failures);
    }

    private async Task<IEnumerable<TenantConfiguration?>> GetTenantsWithOwnDatabaseAsync()
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        var tenants = await scope.ServiceProvider.GetRequiredService<ITenantStore>().GetListAsync(includeDetails: true);
        return tenants.Where(t => !string.IsNullOrEmpty(t.ConnectionStrings?.Default));
    }

    private async Task<int> SendFromCurrentDatabaseAsync(List<Exception> failures, CancellationToken cancellationToken)
    {
        if (!await queue.IsAnythingDueAsync(cancellationToken))
        {
            return 0;
        }

        await using var handle = await distributedLock.TryAcquireAsync($"AbpEventOutbox:{currentTenant.Id}", cancellationToken: cancellationToken);
        return handle is null ? 0 : await SendBatchAsync(await queue.ReadAsync(cancellationToken), failures, cancellationToken);
    }

    private async Task<int> SendBatchAsync(List<OutgoingEventRecord> batch, List<Exception> failures, CancellationToken cancellationToken)
    {
        var (sent, held) = (new List<Guid>(), new HashSet<string>());
        try
        {
            foreach (var record in batch.Where(r => r.AggregateKey is null || !held.Contains(r.AggregateKey)))
            {
                cancellationToken.ThrowIfCancellationRequested();
                using var ofTheRequest = correlationId.Change(record.CorrelationId);
                try
                {
                    await delivery.DeliverAsync(record);
                    sent.Add(record.Id);
                }
                catch (Exception e)
                {
                    failures.Add(e);
                    held.Add(record.AggregateKey ?? "");
                    await PostponeAsync(record, e);
                }
            }
        }
        finally
        {
            await queue.RemoveAsync(sent);
        }

        return sent.Count;
    }

    // Not the exception itself: its words may tell of people.
    private async Task PostponeAsync(OutgoingEventRecord record, Exception e)
    {
        if (await queue.PostponeAsync(record, e) is { } nextTry)
        {
            logger.LogWarning("Event {Event} {Id} could not be handled; next try at {Time}. {Error} {Trace}", record.EventName, record.Id, nextTry, OutboxQueue.Describe(e), e.StackTrace);
        }
        else
        {
            logger.LogError("Event {Event} {Id} is parked after {Attempts} attempts. {Error} {Trace}", record.EventName, record.Id, record.Attempts + 1, OutboxQueue.Describe(e), e.StackTrace);
        }
    }

    internal sealed record Round(int Sent, IReadOnlyList<Exception> Failures);
}
