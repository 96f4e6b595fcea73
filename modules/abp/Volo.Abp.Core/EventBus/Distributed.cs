using System.Collections.Frozen;
using System.Reflection;

namespace Volo.Abp.EventBus
{
    public interface IEventHandler;

    public interface IEventBus
    {
        /// <summary>With a current unit of work the event waits for its completion, unless told otherwise.</summary>
        Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true) where TEvent : class;

        Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true);
    }

    public interface IEventNameProvider
    {
        string GetName(Type eventType);
    }

    [AttributeUsage(AttributeTargets.Class)]
    public class EventNameAttribute(string name) : Attribute, IEventNameProvider
    {
        public virtual string Name { get; } = Check.NotNullOrWhiteSpace(name, nameof(name));

        public string GetName(Type eventType) => Name;

        public static string GetNameOrDefault<TEvent>() => GetNameOrDefault(typeof(TEvent));

        public static string GetNameOrDefault(Type eventType) =>
            eventType.GetCustomAttributes(true).OfType<IEventNameProvider>().FirstOrDefault()?.GetName(eventType) ?? eventType.FullName!;
    }
}

namespace Volo.Abp.EventBus.Distributed
{
    /// <summary>Handles an event of another module. Events arrive at least once: a handler must be idempotent.</summary>
    public interface IDistributedEventHandler<in TEvent> : IEventHandler
    {
        Task HandleEventAsync(TEvent eventData);
    }

    /// <summary>Tells other modules that something has happened, after the commit and at least once.</summary>
    public interface IDistributedEventBus : IEventBus
    {
        /// <summary>
        /// Through the outbox the event is a row of the current unit of work in the database of the current tenant (without one it is saved at once).
        /// Without it the handlers are called in the process: before the commit, or now.
        /// </summary>
        Task PublishAsync<TEvent>(TEvent eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true) where TEvent : class;

        Task PublishAsync(Type eventType, object eventData, bool onUnitOfWorkComplete = true, bool useOutbox = true);
    }

    public class AbpDistributedEventBusOptions
    {
        public List<Type> Handlers { get; } = [];
    }

    /// <summary>Which handlers wait for an event name; found when types are registered.</summary>
    internal sealed class DistributedEventSubscriptions
    {
        private readonly FrozenDictionary<string, List<Subscription>> _byName;

        public DistributedEventSubscriptions(IEnumerable<Type> handlers) =>
            _byName = handlers.Distinct().SelectMany(Of).GroupBy(s => EventNameAttribute.GetNameOrDefault(s.EventType)).ToFrozenDictionary(g => g.Key, g => g.ToList());

        public IReadOnlyList<Subscription> For(string eventName) => _byName.GetValueOrDefault(eventName) ?? [];

        private static IEnumerable<Subscription> Of(Type handlerType) =>
            handlerType.GetInterfaces()
                .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IDistributedEventHandler<>))
                .Select(i => new Subscription(i.GenericTypeArguments[0], handlerType, i.GetMethod(nameof(IDistributedEventHandler<object>.HandleEventAsync))!));

        internal sealed record Subscription(Type EventType, Type HandlerType, MethodInfo Method)
        {
            public Task HandleAsync(object handler, object eventData) =>
                (Task)Method.Invoke(handler, BindingFlags.DoNotWrapExceptions, null, [eventData], null)!;
        }
    }
}
