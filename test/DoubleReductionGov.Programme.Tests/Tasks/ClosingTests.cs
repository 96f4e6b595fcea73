namespace DoubleReductionGov.Programme.Tasks;

public class ClosingTests
{
    [Fact]
    public void A_claim_needs_steps_measure_and_evidence_in_that_order()
    {
        var task = Cast.AssignedTask(null, Cast.Step("1.1", 50), Cast.Step("1.2", 50));
        Cast.RefusalOf(() => task.Claim(null, Cast.Early())).ShouldBe(ProgrammeErrors.TaskHasOpenSteps);

        task.Steps.ForEach(s => task.RecordStepProgress(s.Id, 100, null, null, null, Cast.Early()));
        Cast.RefusalOf(() => task.Claim(null, Cast.Early())).ShouldBe(ProgrammeErrors.EvidenceIsMissing);

        task.AddEvidence(Guid.CreateVersion7(), task.Steps[1].Id, Cast.Document, Cast.Early());
        task.Claim("请核验", Cast.Early()).Reason.ShouldBe("请核验");
        task.State.ShouldBe(TaskState.Claimed);
        task.ClaimedBy.ShouldBe("张敏");
    }

    [Fact]
    public void A_task_without_steps_is_claimed_at_a_hundred_percent()
    {
        var task = Cast.AssignedTask();
        task.AddEvidence(Guid.CreateVersion7(), null, Cast.Document, Cast.Early());
        task.RecordProgress(99, null, null, null, Cast.Early());

        Cast.RefusalOf(() => task.Claim(null, Cast.Early())).ShouldBe(ProgrammeErrors.MeasureNotReached);
    }

    [Fact]
    public void A_number_must_reach_its_target_also_where_all_steps_are_done()
    {
        var task = Cast.AssignedTask(Cast.SixtyPlaces, Cast.Step("1.1", 100));
        task.RecordStepProgress(task.Steps[0].Id, 100, null, null, null, Cast.Early());
        task.RecordProgress(null, 59, null, null, Cast.Early());
        Cast.RefusalOf(() => task.Claim(null, Cast.Early())).ShouldBe(ProgrammeErrors.MeasureNotReached);

        task.RecordProgress(null, 60, null, null, Cast.Early());
        task.Claim(null, Cast.Early());
        task.State.ShouldBe(TaskState.Claimed);
    }

    [Fact]
    public void The_issuing_department_verifies_and_the_task_is_done_and_green()
    {
        var task = Cast.ClaimedTask();

        task.Verify(null, Cast.On(Cast.Due.AddDays(20), Cast.LiActing));

        task.State.ShouldBe(TaskState.Done);
        task.VerifiedBy.ShouldBe("李督导");
        (task.YellowOn, task.RedOn).ShouldBe((null, null));
    }

    [Fact]
    public void Another_department_of_the_city_neither_verifies_nor_returns()
    {
        var task = Cast.ClaimedTask();

        Cast.RefusalOf(() => task.Verify(null, Cast.Early(Cast.WangActing))).ShouldBe(ProgrammeErrors.NotTheIssuingDepartment);
        Cast.RefusalOf(() => task.Return("x", Cast.Early(Cast.WangActing))).ShouldBe(ProgrammeErrors.NotTheIssuingDepartment);
        task.State.ShouldBe(TaskState.Claimed);
    }

    [Fact]
    public void A_claim_is_returned_with_a_reason_and_can_be_made_again()
    {
        var task = Cast.ClaimedTask();
        Cast.RefusalOf(() => task.Return(" ", Cast.Early(Cast.LiActing))).ShouldBe(ProgrammeErrors.ReasonIsRequired);

        task.Return("佐证不清晰", Cast.Early(Cast.LiActing));
        (task.State, task.ReturnReason).ShouldBe((TaskState.Returned, "佐证不清晰"));

        task.Claim(null, Cast.Early());
        task.Verify(null, Cast.Early(Cast.LiActing));
        task.ReturnReason.ShouldBeNull();
    }

    [Fact]
    public void Work_on_a_returned_task_takes_it_up_again()
    {
        var task = Cast.ClaimedTask();
        task.Return("佐证不清晰", Cast.Early(Cast.LiActing));

        task.RecordProgress(90, null, null, "返工", Cast.Early());

        task.State.ShouldBe(TaskState.InProgress);
        task.ReturnReason.ShouldBe("佐证不清晰");
    }

    [Fact]
    public void Only_a_claim_is_verified_or_returned()
    {
        var task = Cast.AssignedTask();

        Cast.RefusalOf(() => task.Verify(null, Cast.Early(Cast.LiActing))).ShouldBe(ProgrammeErrors.TaskIsNotClaimed);
        Cast.RefusalOf(() => task.Return("x", Cast.Early(Cast.LiActing))).ShouldBe(ProgrammeErrors.TaskIsNotClaimed);
    }
}
