using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;
using Volo.Abp.EventBus;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>A context whose aggregate roots raise distributed events; they are saved with them.</summary>
public interface IHasEventOutbox : IEfCoreDbContext
{
    DbSet<OutgoingEventRecord> OutgoingEvents { get; set; }
}

/// <summary>An event on its way out of the database in which it happened.</summary>
public class OutgoingEventRecord : Entity<Guid>
{
    protected OutgoingEventRecord() { }

    public OutgoingEventRecord(Guid id, string eventName, byte[] eventData, DateTime creationTime) : base(id)
    {
        EventName = eventName;
        EventData = eventData;
        CreationTime = creationTime;
    }

    public string EventName { get; private set; } = default!;

    /// <summary>JSON, UTF-8.</summary>
    public byte[] EventData { get; private set; } = default!;

    public DateTime CreationTime { get; private set; }
}

public static class EventOutboxDbContextModelBuilderExtensions
{
    public static void ConfigureEventOutbox(this ModelBuilder builder) =>
        builder.Entity<OutgoingEventRecord>(b =>
        {
            b.ToTable("AbpEventOutbox");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.EventName).IsRequired().HasMaxLength(256);
            b.HasIndex(x => x.CreationTime);
        });
}

internal static class EventOutboxWriter
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Turns the events of the tracked aggregate roots into outbox rows of the same save.</summary>
    public static void WriteEventsToOutbox<TDbContext>(this AbpDbContext<TDbContext> context) where TDbContext : DbContext
    {
        var roots = context.ChangeTracker.Entries<IGeneratesDomainEvents>().Select(e => e.Entity).Where(r => r.GetDistributedEvents().Any()).ToList();
        if (roots.Count == 0)
        {
            return;
        }

        if (context is not IHasEventOutbox)
        {
            throw new AbpException($"{typeof(TDbContext).Name} has no event outbox: implement {nameof(IHasEventOutbox)}.");
        }

        var now = context.Clock.Now;
        foreach (var (position, record) in roots.SelectMany(r => r.GetDistributedEvents()).OrderBy(r => r.EventOrder).Index())
        {
            // A microsecond apart, the finest that both databases keep: the order of sending is the order of raising.
            var type = record.EventData.GetType();
            context.Add(new OutgoingEventRecord(
                context.GuidGenerator.Create(), EventNameAttribute.GetNameOrDefault(type),
                JsonSerializer.SerializeToUtf8Bytes(record.EventData, type, Json), now.AddMicroseconds(position)));
        }

        roots.ForEach(r => r.ClearDistributedEvents());
        context.LazyServiceProvider.LazyGetRequiredService<OutboxSignal>().SetAfterCommit();
    }
}
