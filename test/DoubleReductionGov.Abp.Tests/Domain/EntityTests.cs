using DoubleReductionGov.Abp.Tests.Samples;
using Volo.Abp.Auditing;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Uow;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Abp.Tests.Domain;

public sealed class EntityTests
{
    private static readonly CurrentTenant CurrentTenant = new(AsyncLocalCurrentTenantAccessor.Instance);

    [Fact]
    public void A_new_entity_belongs_to_the_current_tenant()
    {
        new Book("t").TenantId.ShouldBeNull();
        using (CurrentTenant.Change(Cast.North))
        {
            new Book("t").TenantId.ShouldBe(Cast.North);
            new Pallet(Guid.CreateVersion7(), "p").TenantId.ShouldBe(Cast.North);
        }
    }

    [Fact]
    public void Entities_are_equal_by_type_tenant_and_assigned_key()
    {
        var id = Guid.CreateVersion7();

        new Book("a", id).EntityEquals(new Book("b", id)).ShouldBeTrue();
        new Book("a", id).EntityEquals(new Book("a", Guid.CreateVersion7())).ShouldBeFalse();
        new Book("a", id).EntityEquals(new Publisher(id, "a")).ShouldBeFalse();
        new Book("a", id).EntityEquals(null!).ShouldBeFalse();
        new Book("a").EntityEquals(new Book("a")).ShouldBeFalse();
        var same = new Book("a");
        same.EntityEquals(same).ShouldBeTrue();
        new Numbered(0).EntityEquals(new Numbered(0)).ShouldBeFalse();
        new Numbered(-1).EntityEquals(new Numbered(-1)).ShouldBeFalse();
        new Numbered(1).EntityEquals(new Numbered(1)).ShouldBeTrue();
    }

    [Fact]
    public void The_same_key_in_another_tenant_is_another_entity()
    {
        var id = Guid.CreateVersion7();
        var city = new Book("a", id);

        using (CurrentTenant.Change(Cast.North))
        {
            city.EntityEquals(new Book("a", id)).ShouldBeFalse();
        }
    }

    [Fact]
    public void An_entity_prints_its_type_and_keys()
    {
        var publisher = new Publisher(Cast.North, "p");

        publisher.GetKeys().ShouldBe([Cast.North]);
        publisher.ToString().ShouldBe($"[ENTITY: Publisher] Keys = {Cast.North}");
    }

    [Fact]
    public void An_aggregate_root_starts_with_a_stamp_and_takes_a_clients_one()
    {
        var book = new Book("a");
        book.ConcurrencyStamp.Length.ShouldBe(32);
        book.ConcurrencyStamp.ShouldNotBe(new Book("a").ConcurrencyStamp);

        var before = book.ConcurrencyStamp;
        book.SetConcurrencyStampIfNotNull(null);
        book.ConcurrencyStamp.ShouldBe(before);
        book.SetConcurrencyStampIfNotNull("client's");
        book.ConcurrencyStamp.ShouldBe("client's");
    }

    [Fact]
    public void Events_wait_in_the_order_in_which_they_were_raised()
    {
        var book = new Book("one");
        book.Rename("two");
        book.Announce("news");

        var events = book.GetDistributedEvents().ToList();
        events.Select(e => e.EventData).ShouldBe([new BookRenamedEto(null, "one", "two"), new NewsEto("news")]);
        events[0].EventOrder.ShouldBeLessThan(events[1].EventOrder);
        EventOrderGenerator.GetNext().ShouldBeGreaterThan(events[1].EventOrder);

        book.ClearDistributedEvents();
        book.GetDistributedEvents().ShouldBeEmpty();
    }

    [Fact]
    public void Audited_bases_have_the_columns_that_their_names_promise()
    {
        typeof(Note).ShouldSatisfyAllConditions(
            t => typeof(ICreationAuditedObject).IsAssignableFrom(t).ShouldBeTrue(),
            t => typeof(IHasModificationTime).IsAssignableFrom(t).ShouldBeFalse());
        typeof(IFullAuditedObject).IsAssignableFrom(typeof(Book)).ShouldBeTrue();
        typeof(Book).GetProperty(nameof(Book.CreationTime))!.SetMethod!.IsPublic.ShouldBeFalse();
    }

    private sealed class Numbered(int id) : Entity<int>(id);
}
