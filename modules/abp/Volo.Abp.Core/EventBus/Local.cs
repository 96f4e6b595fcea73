using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.DependencyInjection;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace Volo.Abp.EventBus
{
    /// <summary>An event that may know its tenant, such as one of a generic entity.</summary>
    public interface IEventDataMayHaveTenantId
    {
        /// <summary>False: the event says nothing of a tenant, and the result means nothing either.</summary>
        bool IsMultiTenant(out Guid? tenantId);
    }

    /// <summary>An event with one generic argument that is also raised for the argument's base classes.</summary>
    public interface IEventDataWithInheritableGenericArgument
    {
        object[] GetConstructorArgs();
    }
}

namespace Volo.Abp.EventBus.Local
{
    /// <summary>Handles an event in the process and, as a rule, in the transaction in which it was raised: what it throws, refuses the commit.</summary>
    public interface ILocalEventHandler<in TEvent> : IEventHandler
    {
        Task HandleEventAsync(TEvent eventData);
    }

    public interface ILocalEventBus : IEventBus;

    /// <summary>Handlers with a smaller number run first; without the attribute it is 0.</summary>
    [AttributeUsage(AttributeTargets.Class)]
    public class LocalEventHandlerOrderAttribute(int order) : Attribute
    {
        public int Order { get; set; } = order;
    }

    public class AbpLocalEventBusOptions
    {
        public List<Type> Handlers { get; } = [];
    }

    /// <summary>Which handlers wait for an event of a type or of one of its base types and interfaces.</summary>
    internal sealed class LocalEventSubscriptions(IEnumerable<Type> handlers)
    {
        private readonly List<Subscription> _all = [.. handlers.Distinct().SelectMany(Of)];
        private readonly ConcurrentDictionary<Type, IReadOnlyList<Subscription>> _byEventType = new();

        public bool IsEmpty => _all.Count == 0;

        /// <summary>In the order in which they run.</summary>
        public IReadOnlyList<Subscription> For(Type eventType) =>
            _byEventType.GetOrAdd(eventType, type => [.. _all.Where(s => s.EventType.IsAssignableFrom(type)).OrderBy(s => s.Order)]);

        /// <summary>Whether anybody waits for the event or for what is raised for the base classes of its argument.</summary>
        public bool AreThereFor(Type eventType)
        {
            for (var type = eventType; type is not null; type = BaseOf(type))
            {
                if (For(type).Count > 0)
                {
                    return true;
                }
            }

            return false;
        }

        /// <summary>The same event of the argument's base class, if there is one.</summary>
        public static Type? BaseOf(Type eventType) =>
            eventType is { IsGenericType: true, GenericTypeArguments: [{ BaseType: { } baseType }] } && typeof(IEventDataWithInheritableGenericArgument).IsAssignableFrom(eventType)
                ? eventType.GetGenericTypeDefinition().MakeGenericType(baseType)
                : null;

        private static IEnumerable<Subscription> Of(Type handlerType) =>
            handlerType.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ILocalEventHandler<>))
                .Select(i => new Subscription(
                    i.GenericTypeArguments[0], handlerType, handlerType.GetCustomAttribute<LocalEventHandlerOrderAttribute>(true)?.Order ?? 0,
                    i.GetMethod(nameof(ILocalEventHandler<object>.HandleEventAsync))!));

        internal sealed record Subscription(Type EventType, Type HandlerType, int Order, MethodInfo Method)
        {
            public Task HandleAsync(object handler, object eventData) =>
                (Task)Method.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [eventData], null)!;
        }
    }

    internal sealed class LocalEventBus(
        LocalEventSubscriptions subscriptions, IUnitOfWorkManager unitOfWorkManager, IServiceScopeFactory scopeFactory, ICurrentTenant currentTenant)
        : ILocalEventBus, ISingletonDependency
    {
        public Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class =>
            PublishAsync(typeof(TEvent), eventData, onUnitOfWorkComplete);

        public Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true)
        {
            if (!onUnitOfWorkComplete || unitOfWorkManager.Current is not { } unitOfWork)
            {
                return TriggerAsync(eventType, eventData);
            }

            unitOfWork.AddOrReplaceLocalEvent(new UnitOfWorkEventRecord(eventType, eventData, EventOrderGenerator.GetNext()));
            return Task.CompletedTask;
        }

        /// <summary>All handlers run, also after one has failed; then the failure is thrown.</summary>
        private async Task TriggerAsync(Type eventType, object eventData)
        {
            var failures = new List<Exception>();
            await TriggerAsync(eventType, eventData, failures);
            if (failures.Count == 1)
            {
                ExceptionDispatchInfo.Throw(failures[0]);
            }

            if (failures.Count > 1)
            {
                throw new AggregateException($"More than one error has occurred while triggering the event: {eventType}", failures);
            }
        }

        private async Task TriggerAsync(Type eventType, object eventData, List<Exception> failures)
        {
            foreach (var subscription in subscriptions.For(eventType))
            {
                try
                {
                    await HandleAsync(subscription, eventData);
                }
                catch (Exception e)
                {
                    failures.Add(e);
                }
            }

            if (LocalEventSubscriptions.BaseOf(eventType) is { } baseType && subscriptions.AreThereFor(baseType))
            {
                var arguments = ((IEventDataWithInheritableGenericArgument)eventData).GetConstructorArgs();
                await TriggerAsync(baseType, Activator.CreateInstance(baseType, arguments)!, failures);
            }
        }

        private async Task HandleAsync(LocalEventSubscriptions.Subscription subscription, object eventData)
        {
            await using var scope = scopeFactory.CreateAsyncScope();
            using (EnterTenantOf(eventData))
            {
                await subscription.HandleAsync(scope.ServiceProvider.GetRequiredService(subscription.HandlerType), eventData);
            }
        }

        private IDisposable? EnterTenantOf(object eventData) => eventData switch
        {
            IMultiTenant multiTenant => currentTenant.Change(multiTenant.TenantId),
            IEventDataMayHaveTenantId mayHaveTenant when mayHaveTenant.IsMultiTenant(out var tenantId) => currentTenant.Change(tenantId),
            _ => null,
        };
    }
}
