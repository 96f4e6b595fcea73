using Microsoft.EntityFrameworkCore;
using Volo.Abp.Domain.Entities;

namespace Volo.Abp.EntityFrameworkCore.DistributedEvents;

/// <summary>A context whose aggregate roots raise distributed events; they are saved with them.</summary>
public interface IHasEventOutbox : IEfCoreDbContext
{
    DbSet<OutgoingEventRecord> OutgoingEvents { get; set; }
}

/// <summary>A context of a database in which handlers work.</summary>
public interface IHasEventInbox : IEfCoreDbContext
{
    DbSet<IncomingEventRecord> IncomingEvents { get; set; }
}

/// <summary>An event on its way out of the database in which it happened.</summary>
public class OutgoingEventRecord : Entity<Guid>
{
    internal const int AggregateKeyMaxLength = 256;
    internal const int LastErrorMaxLength = 512;
    internal const int CorrelationIdMaxLength = 64;

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

    /// <summary>Grows from event to event. PostgreSQL counts; in a SQLite file, which has one writer, this process does.</summary>
    internal long Position { get; init; }

    /// <summary>Events of the same key are handled one after the other; null: the event depends on no other.</summary>
    internal string? AggregateKey { get; init; }

    /// <summary>Of the request that raised it; what its handlers log bears it, too.</summary>
    internal string? CorrelationId { get; init; }

    internal int Attempts { get; private set; }

    internal string? LastError { get; private set; }

    /// <summary>Null: it has not failed yet. It waits until then, and what follows it in its aggregate with it. A parked one never comes due.</summary>
    internal DateTime? NextTryTime { get; private set; }

    internal DateTime? ParkedTime { get; private set; }
}

/// <summary>That a handler has done its work for an event: saved in the transaction of this work, so that the same event is not handled again.</summary>
public class IncomingEventRecord : Entity<Guid>
{
    protected IncomingEventRecord() { }

    /// <summary>The id of the outgoing event.</summary>
    public string MessageId { get; private set; } = default!;

    public string EventName { get; private set; } = default!;

    public DateTime CreationTime { get; private set; }

    internal string HandlerName { get; private set; } = default!;
}

public static class EventOutboxDbContextModelBuilderExtensions
{
    public static void ConfigureEventOutbox(this ModelBuilder builder) =>
        builder.Entity<OutgoingEventRecord>(b =>
        {
            b.ToTable("AbpEventOutbox");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.EventName).IsRequired().HasMaxLength(256);
            b.Property(x => x.Position).ValueGeneratedOnAdd();
            b.Property(x => x.AggregateKey).HasMaxLength(OutgoingEventRecord.AggregateKeyMaxLength);
            b.Property(x => x.CorrelationId).HasMaxLength(OutgoingEventRecord.CorrelationIdMaxLength);
            b.Property(x => x.Attempts);
            b.Property(x => x.LastError).HasMaxLength(OutgoingEventRecord.LastErrorMaxLength);
            b.Property(x => x.NextTryTime);
            b.Property(x => x.ParkedTime);
            b.HasIndex(x => x.Position);

            // Few rows have ever failed: these indexes are empty as a rule and cost nothing.
            b.HasIndex(x => new { x.AggregateKey, x.NextTryTime }).HasFilter("\"NextTryTime\" IS NOT NULL");
            b.HasIndex(x => x.ParkedTime).HasFilter("\"ParkedTime\" IS NOT NULL");
        });
}

public static class EventInboxDbContextModelBuilderExtensions
{
    public static void ConfigureEventInbox(this ModelBuilder builder) =>
        builder.Entity<IncomingEventRecord>(b =>
        {
            b.ToTable("AbpEventInbox");
            b.Property(x => x.Id).ValueGeneratedNever();
            b.Property(x => x.MessageId).IsRequired().HasMaxLength(64);
            b.Property(x => x.EventName).IsRequired().HasMaxLength(256);
            b.Property(x => x.HandlerName).IsRequired().HasMaxLength(256);
            b.HasIndex(x => new { x.MessageId, x.HandlerName }).IsUnique();
            b.HasIndex(x => x.CreationTime);
        });
}

/// <summary>The two tables of whichever database is current.</summary>
internal sealed class EventBoxDbContext(DbContextOptions<EventBoxDbContext> options) : AbpDbContext<EventBoxDbContext>(options), IHasEventOutbox, IHasEventInbox
{
    public DbSet<OutgoingEventRecord> OutgoingEvents { get; set; } = null!;

    public DbSet<IncomingEventRecord> IncomingEvents { get; set; } = null!;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ConfigureEventOutbox();
        modelBuilder.ConfigureEventInbox();
        base.OnModelCreating(modelBuilder);
    }
}
