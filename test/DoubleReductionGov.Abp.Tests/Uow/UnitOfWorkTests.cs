using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Abp.Tests.Uow;

public sealed class UnitOfWorkTests : IAsyncLifetime
{
    private ServiceProvider _provider = null!;

    private IUnitOfWorkManager Manager => _provider.GetRequiredService<IUnitOfWorkManager>();

    public async ValueTask InitializeAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        await services.AddApplicationAsync<DomainTestModule>();
        _provider = services.BuildServiceProvider(validateScopes: true);
    }

    public ValueTask DisposeAsync() => _provider.DisposeAsync();

    [Fact]
    public async Task Completing_saves_commits_and_then_calls_who_waits()
    {
        using var unitOfWork = Manager.Begin(isTransactional: true);
        var database = FakeDatabase.In(unitOfWork);
        unitOfWork.OnCompleted(() => database.NoteAsync($"completed, current: {Manager.Current is not null}"));

        await unitOfWork.CompleteAsync();

        database.Log.ShouldBe(["saved", "committed", "completed, current: False"]);
        unitOfWork.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public void Disposing_without_completing_saves_nothing_and_tells_of_the_failure_first()
    {
        var unitOfWork = Manager.Begin();
        var database = FakeDatabase.In(unitOfWork);
        unitOfWork.Failed += (_, e) => database.Log.Add($"failed, rolled back: {e.IsRolledback}, because of {e.Exception?.Message ?? "nothing"}");
        unitOfWork.Disposed += (_, e) => database.Log.Add($"disposed {ReferenceEquals(e.UnitOfWork, unitOfWork)}");

        unitOfWork.Dispose();
        unitOfWork.Dispose();

        database.Log.ShouldBe(["transaction disposed", "failed, rolled back: False, because of nothing", "disposed True"]);
        unitOfWork.IsDisposed.ShouldBeTrue();
        Manager.Current.ShouldBeNull();
    }

    [Fact]
    public async Task Completing_twice_is_refused()
    {
        using var unitOfWork = Manager.Begin();
        await unitOfWork.CompleteAsync();

        (await Should.ThrowAsync<AbpException>(() => unitOfWork.CompleteAsync())).Message.ShouldBe("Completion has already been requested for this unit of work.");
    }

    [Fact]
    public async Task After_a_rollback_saving_and_completing_do_nothing()
    {
        using var unitOfWork = Manager.Begin();
        var database = FakeDatabase.In(unitOfWork);

        await unitOfWork.RollbackAsync();
        await unitOfWork.RollbackAsync();
        await unitOfWork.SaveChangesAsync();
        await unitOfWork.CompleteAsync();

        database.Log.ShouldBe(["rolled back"]);
        unitOfWork.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task A_failed_save_is_no_commit_and_is_the_reason_of_the_failure()
    {
        var unitOfWork = Manager.Begin();
        var database = FakeDatabase.In(unitOfWork);
        database.FailsToSave = true;
        Exception? reason = null;
        unitOfWork.Failed += (_, e) => reason = e.Exception;
        unitOfWork.OnCompleted(() => database.NoteAsync("completed"));

        await Should.ThrowAsync<TimeoutException>(() => unitOfWork.CompleteAsync());
        unitOfWork.Dispose();

        database.Log.ShouldBe(["transaction disposed"]);
        reason.ShouldBeOfType<TimeoutException>();
    }

    [Fact]
    public async Task One_begun_inside_another_is_its_child_saves_with_it_and_leaves_the_end_to_it()
    {
        using var outer = Manager.Begin(isTransactional: true);
        var database = FakeDatabase.In(outer);
        using (var child = Manager.Begin())
        {
            child.Id.ShouldBe(outer.Id);
            child.Options.ShouldBeSameAs(outer.Options);
            child.Items.ShouldBeSameAs(outer.Items);
            child.ServiceProvider.ShouldBeSameAs(outer.ServiceProvider);
            child.FindDatabaseApi("db").ShouldBeSameAs(database);
            child.FindTransactionApi("tx").ShouldNotBeNull();
            child.OnCompleted(() => database.NoteAsync("completed"));
            await child.SaveChangesAsync();
            await child.CompleteAsync();
            await child.CompleteAsync();
            child.IsCompleted.ShouldBeFalse();
        }

        outer.IsDisposed.ShouldBeFalse();
        Manager.Current.ShouldBeSameAs(outer);
        database.Log.ShouldBe(["saved"]);
        await outer.CompleteAsync();
        database.Log.ShouldBe(["saved", "saved", "committed", "completed"]);
    }

    [Fact]
    public async Task A_childs_rollback_is_its_parents()
    {
        using var outer = Manager.Begin();
        var database = FakeDatabase.In(outer);

        using (var child = Manager.Begin())
        {
            await child.RollbackAsync();
        }

        await outer.CompleteAsync();
        database.Log.ShouldBe(["rolled back"]);
    }

    [Fact]
    public async Task One_that_must_be_new_has_its_own_scope_and_the_other_is_current_again_afterwards()
    {
        using var outer = Manager.Begin();
        using (var inner = Manager.Begin(requiresNew: true))
        {
            Manager.Current.ShouldBeSameAs(inner);
            inner.Outer.ShouldBeSameAs(outer);
            inner.Id.ShouldNotBe(outer.Id);
            inner.ServiceProvider.ShouldNotBeSameAs(outer.ServiceProvider);
            await inner.CompleteAsync();
            Manager.Current.ShouldBeSameAs(outer);
        }

        Manager.Current.ShouldBeSameAs(outer);
        outer.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void A_reserved_one_is_not_current_before_it_is_begun()
    {
        using var reserved = Manager.Reserve("request");
        (reserved.IsReserved, reserved.ReservationName).ShouldBe((true, "request"));
        Manager.Current.ShouldBeNull();
        Should.Throw<AbpException>(() => reserved.Options);

        Manager.TryBeginReserved("another", new AbpUnitOfWorkOptions()).ShouldBeFalse();
        Should.Throw<AbpException>(() => Manager.BeginReserved("another", new AbpUnitOfWorkOptions()));
        Manager.BeginReserved("request", new AbpUnitOfWorkOptions(isTransactional: true));

        Manager.Current.ShouldBeSameAs(reserved);
        reserved.IsReserved.ShouldBeFalse();
        reserved.Options.IsTransactional.ShouldBeTrue();
        Manager.TryBeginReserved("request", new AbpUnitOfWorkOptions()).ShouldBeFalse();
    }

    [Fact]
    public void What_is_reserved_is_found_through_units_of_work_that_came_later()
    {
        using var reserved = Manager.Reserve("request");
        using var later = Manager.Begin();

        Manager.TryBeginReserved("request", new AbpUnitOfWorkOptions()).ShouldBeTrue();

        Manager.Reserve("request", requiresNew: true).Id.ShouldNotBe(reserved.Id);
    }

    [Fact]
    public void Reserving_again_under_the_same_name_gives_a_child()
    {
        using var reserved = Manager.Reserve("request");

        Manager.Reserve("request").Id.ShouldBe(reserved.Id);
    }

    [Fact]
    public void It_is_initialized_once_and_knows_each_key_once()
    {
        using var unitOfWork = Manager.Begin(isTransactional: true, isolationLevel: System.Data.IsolationLevel.Serializable, timeout: 5);
        FakeDatabase.In(unitOfWork);

        (unitOfWork.Options.IsolationLevel, unitOfWork.Options.Timeout).ShouldBe((System.Data.IsolationLevel.Serializable, 5));
        Should.Throw<AbpException>(() => unitOfWork.Initialize(new AbpUnitOfWorkOptions()));
        Should.Throw<AbpException>(() => FakeDatabase.In(unitOfWork));
        Should.Throw<AbpException>(() => unitOfWork.AddTransactionApi("tx", new FakeDatabase()));
        unitOfWork.FindDatabaseApi("other").ShouldBeNull();
    }

    [Fact]
    public void It_carries_things_along()
    {
        using var unitOfWork = Manager.Begin();

        unitOfWork.AddItem("a", "1");
        unitOfWork.GetOrAddItem("a", _ => "2").ShouldBe("1");
        unitOfWork.GetOrAddItem("b", key => key + "!").ShouldBe("b!");
        unitOfWork.GetItemOrDefault<string>("b").ShouldBe("b!");
        unitOfWork.RemoveItem("b");
        unitOfWork.GetItemOrDefault<string>("b").ShouldBeNull();
    }

    [Fact]
    public void It_is_reserved_for_one_purpose()
    {
        using var reserved = Manager.Reserve("request");

        (reserved.IsReservedFor("request"), reserved.IsReservedFor("another")).ShouldBe((true, false));
    }

    [Fact]
    public async Task What_shall_be_committed_last_is()
    {
        using var unitOfWork = (UnitOfWork)Manager.Begin(isTransactional: true);
        var (first, second) = (new FakeDatabase(), new FakeDatabase());
        var order = new List<string>();
        unitOfWork.AddTransactionApi("first", new FakeTransaction(first, () => order.Add("first")));
        unitOfWork.CommitLast();
        unitOfWork.AddTransactionApi("second", new FakeTransaction(second, () => order.Add("second")));

        await unitOfWork.CompleteAsync();

        order.ShouldBe(["second", "first"]);
    }

    [Fact]
    public async Task A_rollback_while_it_completes_is_respected()
    {
        using var unitOfWork = Manager.Begin();
        var database = FakeDatabase.In(unitOfWork);
        unitOfWork.AddOrReplaceLocalEvent(new UnitOfWorkEventRecord(typeof(string), "nobody waits for it", EventOrderGenerator.GetNext()));
        database.OnSave = () => unitOfWork.RollbackAsync();

        await unitOfWork.CompleteAsync();

        database.Log.ShouldBe(["saved", "rolled back"]);
        unitOfWork.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public void An_event_can_be_given_another_place()
    {
        var record = new UnitOfWorkEventRecord(typeof(string), "x", 5, useOutbox: false);

        record.SetOrder(3);

        (record.EventType, record.EventData, record.EventOrder, record.UseOutbox).ShouldBe((typeof(string), "x", 3, false));
    }

    [Fact]
    public async Task It_belongs_to_the_flow_that_began_it()
    {
        var seen = await Task.Run(() =>
        {
            using var unitOfWork = Manager.Begin();
            return _provider.GetRequiredService<IUnitOfWorkAccessor>().UnitOfWork;
        });

        seen.ShouldNotBeNull();
        Manager.Current.ShouldBeNull();
    }
}
