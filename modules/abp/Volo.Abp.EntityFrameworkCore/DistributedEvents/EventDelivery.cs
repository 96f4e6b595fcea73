using System.Runtime.ExceptionServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.EventBus;
using Volo.Abp.EventBus.Distributed;
using Volo.Abp.Guids;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Timing;
using Volo.Abp.Uow;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>Calls the handlers of an event, each in its own scope and in the event's tenant.</summary>
internal sealed class EventDelivery(
    DistributedEventSubscriptions subscriptions, IServiceScopeFactory scopeFactory, IUnitOfWorkManager unitOfWorkManager, ICurrentTenant currentTenant,
    IClock clock, IGuidGenerator guidGenerator)
    : ISingletonDependency
{
    /// <summary>
    /// Each handler works in a transaction of its own, which also remembers that it has: asked again, it does nothing. One that fails keeps no other from working.
    /// </summary>
    public Task DeliverAsync(OutgoingEventRecord record) => ForEachAsync(subscriptions.For(record.EventName), subscription => HandleOnceAsync(subscription, record));

    /// <summary>In the current unit of work, without a trace in the boxes.</summary>
    public Task DeliverInProcessAsync(Type eventType, object eventData) =>
        ForEachAsync(subscriptions.For(EventNameAttribute.GetNameOrDefault(eventType)), async subscription =>
        {
            using (currentTenant.Change((eventData as IMultiTenant)?.TenantId))
            {
                await HandleAsync(subscription, eventData);
            }
        });

    private async Task HandleOnceAsync(DistributedEventSubscriptions.Subscription subscription, OutgoingEventRecord record)
    {
        var eventData = JsonSerializer.Deserialize(record.EventData, subscription.EventType, OutboxWriter.Json)
            ?? throw new AbpException($"The event {record.EventName} ({record.Id}) has no content.");
        using (currentTenant.Change((eventData as IMultiTenant)?.TenantId))
        using (var unitOfWork = unitOfWorkManager.Begin(requiresNew: true, isTransactional: true))
        {
            if (!await ClaimAsync(unitOfWork, subscription, record))
            {
                return;
            }

            // A handler that works in another database too has its work committed first: rather twice than not at all.
            ((UnitOfWork)unitOfWork).CommitLast();
            await HandleAsync(subscription, eventData);
            await unitOfWork.CompleteAsync();
        }
    }

    /// <summary>
    /// False: the handler has already dealt with the event. While another sender is at it, this waits for its commit.
    /// </summary>
    private async Task<bool> ClaimAsync(IUnitOfWork unitOfWork, DistributedEventSubscriptions.Subscription subscription, OutgoingEventRecord record)
    {
        var context = await unitOfWork.ServiceProvider.GetRequiredService<IDbContextProvider<EventBoxDbContext>>().GetDbContextAsync();
        var (id, messageId, handler, now) = (guidGenerator.Create(), record.Id.ToString("N"), subscription.HandlerType.FullName, clock.Now);
        return await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "AbpEventInbox" ("Id", "MessageId", "HandlerName", "EventName", "CreationTime")
            VALUES ({id}, {messageId}, {handler}, {record.EventName}, {now}) ON CONFLICT DO NOTHING
            """) > 0;
    }

    private async Task HandleAsync(DistributedEventSubscriptions.Subscription subscription, object eventData)
    {
        await using var scope = scopeFactory.CreateAsyncScope();
        await subscription.HandleAsync(scope.ServiceProvider.GetRequiredService(subscription.HandlerType), eventData);
    }

    private static async Task ForEachAsync(
        IEnumerable<DistributedEventSubscriptions.Subscription> subscriptions, Func<DistributedEventSubscriptions.Subscription, Task> handle)
    {
        var failures = new List<Exception>();
        foreach (var subscription in subscriptions)
        {
            try
            {
                await handle(subscription);
            }
            catch (Exception e)
            {
                failures.Add(e);
            }
        }

        if (failures.Count == 1)
        {
            ExceptionDispatchInfo.Throw(failures[0]);
        }

        if (failures.Count > 1)
        {
            throw new AggregateException("More than one handler has failed.", failures);
        }
    }
}

/// <summary>Puts events into the outbox of the current tenant's database, in the current unit of work.</summary>
internal sealed class DistributedEventBus(
    IUnitOfWorkManager unitOfWorkManager, IDbContextProvider<EventBoxDbContext> contexts, IGuidGenerator guidGenerator, OutboxSignal signal, EventDelivery delivery)
    : IDistributedEventBus, ITransientDependency
{
    public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class =>
        PublishAsync(eventData, onUnitOfWorkComplete, useOutbox: true);

    public Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true) =>
        PublishAsync(eventType, eventData, onUnitOfWorkComplete, useOutbox: true);

    public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true) where TEvent : class =>
        PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete, useOutbox);

    public Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true)
    {
        if (useOutbox)
        {
            return WriteAsync(eventType, eventData, saveAtOnce: !onUnitOfWorkComplete);
        }

        if (!onUnitOfWorkComplete || unitOfWorkManager.Current is not { } unitOfWork)
        {
            return delivery.DeliverInProcessAsync(eventType, eventData);
        }

        unitOfWork.AddOrReplaceDistributedEvent(new UnitOfWorkEventRecord(eventType, eventData, EventOrderGenerator.GetNext(), useOutbox: false));
        return Task.CompletedTask;
    }

    // The row is made now: at the end of the unit of work another tenant may be current, and with it another database.
    private async Task WriteAsync(Type eventType, object eventData, bool saveAtOnce)
    {
        using var unitOfWork = unitOfWorkManager.Begin(isTransactional: true);
        var context = await contexts.GetDbContextAsync();
        context.AddToOutbox(guidGenerator.Create(), eventType, eventData, aggregateKey: null);
        signal.SetAfterCommit();
        if (saveAtOnce)
        {
            await context.SaveChangesAsync();
        }

        await unitOfWork.CompleteAsync();
    }
}
