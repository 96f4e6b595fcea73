using Volo.Abp.Domain.Entities;

namespace DoubleReductionGov.Programme.Tasks;

public class StepTests
{
    [Fact]
    public void A_county_adds_steps_of_its_own_whose_numbers_go_on_TASK_07()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 50), Cast.Step("1.9", 50));

        var change = Add(task);

        task.Steps[^1].Number.ShouldBe("1.10");
        task.Steps[^1].PersonName.ShouldBe("陈静");
        task.Steps[^1].FromPlan.ShouldBeFalse();
        (change.Kind, change.Subject).ShouldBe((TaskChangeKind.StepAdded, "1.10 摸底排查"));
    }

    [Fact]
    public void A_new_step_lowers_the_computed_progress_and_the_history_shows_it()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 50));
        task.RecordStepProgress(task.Steps[0].Id, 100, null, null, null, Cast.Early());

        var change = Add(task, weight: 50);

        task.Progress.ShouldBe(50);
        (change.From, change.To).ShouldBe(("100%", "50%"));
    }

    [Fact]
    public void Dates_of_a_step_lie_inside_the_task_and_its_weight_is_sensible()
    {
        var task = Cast.AssignedTask();

        Cast.RefusalOf(() => Add(task, weight: 0)).ShouldBe(ProgrammeErrors.WeightOutOfRange);
        Cast.RefusalOf(() => Add(task, weight: 101)).ShouldBe(ProgrammeErrors.WeightOutOfRange);
        Cast.RefusalOf(() => Add(task, start: Cast.Due, due: Cast.Start)).ShouldBe(ProgrammeErrors.DueBeforeStart);
        Cast.RefusalOf(() => Add(task, start: Cast.Start.AddDays(-1))).ShouldBe(ProgrammeErrors.DatesOutsideParent);
        Cast.RefusalOf(() => Add(task, due: Cast.Due.AddDays(1))).ShouldBe(ProgrammeErrors.DatesOutsideParent);
        task.Steps.ShouldBeEmpty();
    }

    [Fact]
    public void Of_a_step_that_came_with_the_plan_only_the_person_changes()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 100));
        var step = task.Steps[0];

        Cast.RefusalOf(() => task.ChangeStep(step.Id, "改名", Cast.Chen, step.Start, step.Due, step.Weight, Cast.Early()))
            .ShouldBe(ProgrammeErrors.StepFromPlanIsFixed);
        Cast.RefusalOf(() => task.RemoveStep(step.Id, Cast.Early())).ShouldBe(ProgrammeErrors.StepFromPlanIsFixed);

        task.ChangeStep(step.Id, step.Title, Cast.Chen, step.Start, step.Due, step.Weight, Cast.Early());
        step.PersonName.ShouldBe("陈静");
    }

    [Fact]
    public void A_removed_step_leaves_its_evidence_with_the_task()
    {
        var task = Cast.AssignedTask();
        Add(task);
        task.AddEvidence(Guid.CreateVersion7(), task.Steps[0].Id, Cast.Document, Cast.Early());

        task.RemoveStep(task.Steps[0].Id, Cast.Early());

        task.Steps.ShouldBeEmpty();
        task.Evidence.ShouldHaveSingleItem().StepId.ShouldBeNull();
    }

    [Fact]
    public void When_the_last_step_goes_the_figure_says_again_how_far_the_task_is()
    {
        var task = Cast.AssignedTask(Cast.SixtyPlaces);
        task.RecordProgress(null, 30, null, null, Cast.Early());
        Add(task);
        task.Progress.ShouldBe(0);

        task.RemoveStep(task.Steps[0].Id, Cast.Early());

        task.Progress.ShouldBe(50);
    }

    [Fact]
    public void A_claimed_task_takes_no_changes()
    {
        var task = Cast.ClaimedTask();
        var version = task.Version;

        Cast.RefusalOf(() => Add(task)).ShouldBe(ProgrammeErrors.TaskIsNotOpen);
        Cast.RefusalOf(() => task.Assign(Cast.Chen, Cast.Early())).ShouldBe(ProgrammeErrors.TaskIsNotOpen);
        Cast.RefusalOf(() => task.RecordProgress(50, null, null, "x", Cast.Early())).ShouldBe(ProgrammeErrors.TaskIsNotOpen);
        Cast.RefusalOf(() => task.AddEvidence(Guid.CreateVersion7(), null, Cast.Document, Cast.Early())).ShouldBe(ProgrammeErrors.TaskIsNotOpen);
        Cast.RefusalOf(() => task.RemoveEvidence(task.Evidence[0].Id, Cast.Early())).ShouldBe(ProgrammeErrors.TaskIsNotOpen);
        Cast.RefusalOf(() => task.Claim(null, Cast.Early())).ShouldBe(ProgrammeErrors.TaskIsNotOpen);
        task.Version.ShouldBe(version);
    }

    [Fact]
    public void A_step_of_another_task_is_not_found()
    {
        var task = Cast.AssignedTask();

        Should.Throw<EntityNotFoundException>(() => task.RemoveStep(Guid.CreateVersion7(), Cast.Early()));
        Should.Throw<EntityNotFoundException>(() => task.AddEvidence(Guid.CreateVersion7(), Guid.CreateVersion7(), Cast.Document, Cast.Early()));
    }

    private static TaskChange Add(CountyTask task, DateOnly? start = null, DateOnly? due = null, int weight = 30) =>
        task.AddStep(Guid.CreateVersion7(), " 摸底排查 ", Cast.Chen, start ?? Cast.Start, due ?? Cast.Due, weight, Cast.Early());
}
