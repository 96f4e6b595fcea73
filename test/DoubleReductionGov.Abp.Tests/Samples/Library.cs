using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Entities.Auditing;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.Samples;

/// <summary>A tenant's aggregate with children, soft deletion and events.</summary>
public sealed class Book : FullAuditedAggregateRoot<Guid>, IMultiTenant
{
    private Book()
    {
    }

    public Book(string title, Guid id = default) : base(id) => Title = title;

    public Guid? TenantId { get; private set; }

    public string Title { get; set; } = null!;

    public DateTime? PrintedAt { get; set; }

    public List<Chapter> Chapters { get; private set; } = [];

    public void Add(string heading) => Chapters.Add(new Chapter(Guid.CreateVersion7(), Id, heading));

    public void Rename(string title)
    {
        AddDistributedEvent(new BookRenamedEto(TenantId, Title, title));
        Title = title;
    }

    public void Whisper(object eventData) => AddLocalEvent(eventData);

    public void Announce(string text) => Tell(new NewsEto(text));

    public void Tell(object eventData) => AddDistributedEvent(eventData);
}

public sealed class Chapter : Entity<Guid>, IMultiTenant
{
    private Chapter()
    {
    }

    public Chapter(Guid id, Guid bookId, string heading) : base(id)
    {
        BookId = bookId;
        Heading = heading;
    }

    public Guid? TenantId { get; private set; }

    public Guid BookId { get; private set; }

    public string Heading { get; private set; } = null!;
}

/// <summary>Belongs to no tenant and is really deleted.</summary>
public sealed class Publisher(Guid id, string name) : AggregateRoot<Guid>(id)
{
    public string Name { get; set; } = name;
}

/// <summary>Only knows who made it.</summary>
public sealed class Note(string text) : CreationAuditedEntity<Guid>
{
    public string Text { get; private set; } = text;
}

/// <summary>Lies in another context on the same database, which has no outbox.</summary>
public sealed class Pallet(Guid id, string label) : BasicAggregateRoot<Guid>(id), IMultiTenant
{
    public Guid? TenantId { get; private set; }

    public string Label { get; private set; } = label;

    public void Announce() => AddDistributedEvent(new NewsEto(Label));
}
