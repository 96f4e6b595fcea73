namespace DoubleReductionGov.Programme.WallChart;

public class WallChartCellTests
{
    [Fact]
    public void A_cell_shows_the_task_as_it_was_issued()
    {
        var task = Cast.Task(null, Cast.Step("1.1", 100));

        var cell = new WallChartCell(Guid.CreateVersion7(), task.LastEvent());

        cell.CountyId.ShouldBe(Cast.Kecheng.Id);
        cell.TaskId.ShouldBe(task.Id);
        cell.State.ShouldBe(TaskState.NotStarted);
        cell.RedOn.ShouldBe(task.RedOn);
        cell.YellowOn.ShouldBe(task.YellowOn);
        cell.Steps.ShouldBe([new StepProgress(task.Steps[0].PlanItemId!.Value, 0)]);
    }

    [Fact]
    public void A_newer_state_replaces_an_older_one()
    {
        var task = Cast.Task();
        var cell = new WallChartCell(Guid.CreateVersion7(), task.LastEvent());

        task.Assign(Cast.Zhang, Cast.Early());
        cell.Apply(task.LastEvent());

        cell.PersonName.ShouldBe("张敏");
        cell.Version.ShouldBe(2);
    }

    [Fact]
    public void A_late_or_repeated_event_changes_nothing()
    {
        var task = Cast.AssignedTask();
        var assigned = task.LastEvent();
        task.RecordProgress(40, null, null, null, Cast.Early());
        var cell = new WallChartCell(Guid.CreateVersion7(), task.LastEvent());

        cell.Apply(assigned);
        cell.Apply(task.LastEvent() with { Progress = 99 });

        cell.Progress.ShouldBe(40);
        cell.Version.ShouldBe(3);
    }

    [Fact]
    public void What_waits_for_the_city_is_on_the_cell_and_goes_when_it_is_decided()
    {
        var task = Cast.ClaimedTask();
        var cell = new WallChartCell(Guid.CreateVersion7(), task.LastEvent());
        cell.ClaimedAt.ShouldNotBeNull();

        task.Return("材料不全", Cast.Early(Cast.LiActing));
        cell.Apply(task.LastEvent());
        cell.ClaimedAt.ShouldBeNull();

        task.AskExtension(Guid.CreateVersion7(), Cast.Due.AddDays(30), "补充材料", 2, Cast.Early());
        cell.Apply(task.LastEvent());
        cell.ExtensionNewDue.ShouldBe(Cast.Due.AddDays(30));

        task.DecideExtension(task.Extensions[0].Id, true, null, Cast.Early(Cast.LiActing));
        cell.Apply(task.LastEvent());
        cell.ExtensionId.ShouldBeNull();
        cell.Due.ShouldBe(Cast.Due.AddDays(30));
    }
}
