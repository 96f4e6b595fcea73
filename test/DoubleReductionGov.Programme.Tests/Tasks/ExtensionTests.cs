using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Programme.Tasks;

public class ExtensionTests
{
    private static readonly DateOnly Later = Cast.Due.AddDays(30);

    [Fact]
    public void Granted_time_moves_the_due_date_and_keeps_the_original()
    {
        var task = Cast.AssignedTask();
        var red = task.RedOn;
        Ask(task, Later);

        var change = Decide(task, grant: true);

        (task.Due, task.OriginalDue).ShouldBe((Later, Cast.Due));
        (change.Kind, change.From, change.To).ShouldBe((TaskChangeKind.ExtensionGranted, "2021-12-10", "2022-01-09"));
        task.RedOn!.Value.ShouldBeGreaterThan(red!.Value);
    }

    [Fact]
    public void Refused_time_moves_nothing_and_needs_a_reason()
    {
        var task = Cast.AssignedTask();
        Ask(task, Later);
        Cast.RefusalOf(() => Decide(task, grant: false)).ShouldBe(ProgrammeErrors.ReasonIsRequired);

        Decide(task, grant: false, "理由不充分");

        task.Due.ShouldBe(Cast.Due);
        task.Extensions[0].State.ShouldBe(ExtensionState.Refused);
    }

    [Fact]
    public void More_time_is_asked_for_on_the_due_date_at_the_latest()
    {
        var task = Cast.AssignedTask();

        Cast.RefusalOf(() => Ask(task, Later, Cast.Due.AddDays(1))).ShouldBe(ProgrammeErrors.ExtensionAfterDue);
        Ask(task, Later, Cast.Due).Kind.ShouldBe(TaskChangeKind.ExtensionAsked);
    }

    [Fact]
    public void The_request_names_a_later_date_and_a_reason()
    {
        var task = Cast.AssignedTask();

        Cast.RefusalOf(() => Ask(task, Cast.Due)).ShouldBe(ProgrammeErrors.ExtensionNotLater);
        Cast.RefusalOf(() => task.AskExtension(Guid.CreateVersion7(), Later, "", 2, Cast.Early())).ShouldBe(ProgrammeErrors.ReasonIsRequired);
    }

    [Fact]
    public void One_request_waits_at_a_time()
    {
        var task = Cast.AssignedTask();
        Ask(task, Later);

        Cast.RefusalOf(() => Ask(task, Later.AddDays(1))).ShouldBe(ProgrammeErrors.ExtensionAlreadyAsked);
    }

    [Fact]
    public void Time_is_granted_twice_at_most_and_refusals_do_not_count()
    {
        var task = Cast.AssignedTask();
        Ask(task, Later);
        Decide(task, grant: false, "不同意");
        Ask(task, Later);
        Decide(task, grant: true);
        Ask(task, Later.AddDays(10));
        Decide(task, grant: true);

        Cast.RefusalOf(() => Ask(task, Later.AddDays(20))).ShouldBe(ProgrammeErrors.TooManyExtensions);
    }

    [Fact]
    public void The_issuing_department_decides_and_only_once()
    {
        var task = Cast.AssignedTask();
        Ask(task, Later);

        Cast.RefusalOf(() => task.DecideExtension(task.Extensions[0].Id, true, null, Cast.Early(Cast.WangActing)))
            .ShouldBe(ProgrammeErrors.NotTheIssuingDepartment);
        Decide(task, grant: true);
        Cast.RefusalOf(() => Decide(task, grant: false, "x")).ShouldBe(ProgrammeErrors.ExtensionAlreadyDecided);
        Should.Throw<EntityNotFoundException>(() => task.DecideExtension(Guid.CreateVersion7(), true, null, Cast.Early(Cast.LiActing)));
    }

    private static TaskChange Ask(CountyTask task, DateOnly newDue, DateOnly? today = null) =>
        task.AskExtension(Guid.CreateVersion7(), newDue, "疫情影响", 2, Cast.On(today ?? Cast.Start.AddDays(10)));

    private static TaskChange Decide(CountyTask task, bool grant, string? reason = null) =>
        task.DecideExtension(task.Extensions[^1].Id, grant, reason, Cast.Early(Cast.LiActing));
}
