namespace DoubleReductionGov.Programme.Tasks;

public class ProgressTests
{
    [Fact]
    public void A_task_arrives_not_started_and_with_nobody()
    {
        var task = Cast.Task();

        task.State.ShouldBe(TaskState.NotStarted);
        task.PersonId.ShouldBeNull();
        task.TenantId.ShouldBe(Cast.Kecheng.Id);
        task.Departments.Select(d => (d.Name, d.IsLead)).ShouldBe([("教育局", true), ("财政局", false)]);
    }

    [Fact]
    public void Without_a_named_person_nothing_begins_TASK_02()
    {
        var task = Cast.Task(null, Cast.Step("1.1", 100));

        Cast.RefusalOf(() => task.RecordProgress(10, null, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.TaskHasNoPerson);
        Cast.RefusalOf(() => task.RecordStepProgress(task.Steps[0].Id, 10, null, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.TaskHasNoPerson);
        Cast.RefusalOf(() => task.Claim(null, Cast.Early())).ShouldBe(ProgrammeErrors.TaskHasNoPerson);
        task.State.ShouldBe(TaskState.NotStarted);
        task.Version.ShouldBe(1);
    }

    [Fact]
    public void Naming_a_person_is_recorded_with_who_when_from_and_to()
    {
        var task = Cast.AssignedTask();

        var change = task.Assign(Cast.Chen, Cast.Early());

        change.Kind.ShouldBe(TaskChangeKind.PersonAssigned);
        (change.From, change.To).ShouldBe(("张敏", "陈静"));
        (change.Who, change.Organisation).ShouldBe(("张敏", "柯城区教育局"));
        change.Time.ShouldBe(Cast.Early().Time);
        change.Version.ShouldBe(task.Version);
    }

    [Fact]
    public void The_first_progress_starts_the_task()
    {
        var task = Cast.AssignedTask();

        var change = task.RecordProgress(40, null, "已发文", null, Cast.Early());

        task.State.ShouldBe(TaskState.InProgress);
        task.Progress.ShouldBe(40);
        (change.From, change.To, change.Reason).ShouldBe(("0%", "40%", "已发文"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(101)]
    [InlineData(null)]
    public void Progress_is_a_percent(int? progress)
    {
        var task = Cast.AssignedTask();

        Cast.RefusalOf(() => task.RecordProgress(progress, null, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressOutOfRange);
        task.State.ShouldBe(TaskState.NotStarted);
    }

    [Fact]
    public void Progress_falls_only_with_a_reason()
    {
        var task = Cast.AssignedTask();
        task.RecordProgress(40, null, null, null, Cast.Early());

        Cast.RefusalOf(() => task.RecordProgress(39, null, "说明", " ", Cast.Early())).ShouldBe(ProgrammeErrors.ProgressFellWithoutReason);
        task.Progress.ShouldBe(40);

        task.RecordProgress(39, null, null, "重新核算", Cast.Early()).Reason.ShouldBe("重新核算");
        task.Progress.ShouldBe(39);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59.99, 99)]
    [InlineData(60, 100)]
    [InlineData(75, 100)]
    public void A_figure_says_how_far_the_task_is(decimal value, int progress)
    {
        var task = Cast.AssignedTask(Cast.SixtyPlaces);

        task.RecordProgress(null, value, null, null, Cast.Early());

        task.Progress.ShouldBe(progress);
        task.Value.ShouldBe(value);
    }

    [Fact]
    public void Where_a_number_measures_the_percent_is_not_typed()
    {
        var task = Cast.AssignedTask(Cast.SixtyPlaces);

        Cast.RefusalOf(() => task.RecordProgress(50, null, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ValueIsRequired);
        Cast.RefusalOf(() => task.RecordProgress(null, -1, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressOutOfRange);
        Cast.RefusalOf(() => task.RecordProgress(null, 1.005m, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressOutOfRange);
        Cast.RefusalOf(() => task.RecordProgress(null, decimal.MaxValue, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressOutOfRange);
    }

    [Fact]
    public void A_figure_above_its_target_falls_only_with_a_reason()
    {
        var task = Cast.AssignedTask(Cast.SixtyPlaces);
        task.RecordProgress(null, 70, null, null, Cast.Early());

        Cast.RefusalOf(() => task.RecordProgress(null, 65, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressFellWithoutReason);
    }

    [Fact]
    public void Progress_of_a_task_with_steps_is_computed_by_weight()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 40), Cast.Step("1.2", 60));

        task.RecordStepProgress(task.Steps[0].Id, 50, null, null, null, Cast.Early());
        task.RecordStepProgress(task.Steps[1].Id, 33, null, null, null, Cast.Early());

        task.Progress.ShouldBe(39);
        Cast.RefusalOf(() => task.RecordProgress(80, null, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressIsComputedFromSteps);
    }

    [Fact]
    public void The_figure_of_a_task_with_steps_is_typed_beside_them()
    {
        var task = Cast.AssignedTask(Cast.SixtyPlaces, Cast.Step("1.1", 100));
        task.RecordStepProgress(task.Steps[0].Id, 20, null, null, null, Cast.Early());

        task.RecordProgress(null, 60, null, null, Cast.Early());

        task.Value.ShouldBe(60);
        task.Progress.ShouldBe(20);
        Cast.RefusalOf(() => task.RecordProgress(90, 60, null, null, Cast.Early())).ShouldBe(ProgrammeErrors.ProgressIsComputedFromSteps);
    }

    [Fact]
    public void A_step_is_complete_from_the_moment_it_is_full()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 100));
        var step = task.Steps[0];

        task.RecordStepProgress(step.Id, 100, null, null, null, Cast.Early());
        step.CompletedAt.ShouldBe(Cast.Early().Time);

        task.RecordStepProgress(step.Id, 90, null, null, "返工", Cast.Early());
        step.CompletedAt.ShouldBeNull();
    }

    [Fact]
    public void Every_change_raises_the_version_and_tells_the_city()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 100));
        var version = task.Version;

        task.RecordStepProgress(task.Steps[0].Id, 30, null, null, null, Cast.Early());

        task.Version.ShouldBe(version + 1);
        var told = task.LastEvent();
        (told.Version, told.Progress, told.State, told.PersonName).ShouldBe((version + 1, 30, TaskState.InProgress, "张敏"));
        told.Steps.ShouldHaveSingleItem().Progress.ShouldBe(30);
    }

    [Fact]
    public void The_days_of_the_light_move_with_the_progress()
    {
        var task = Cast.AssignedTask();
        var (yellow, red) = (task.YellowOn, task.RedOn);

        task.RecordProgress(50, null, null, null, Cast.Early());

        task.YellowOn!.Value.ShouldBeGreaterThan(yellow!.Value);
        task.RedOn!.Value.ShouldBeGreaterThan(red!.Value);
    }
}
