using Volo.Abp;

namespace DoubleReductionGov.Directory.Visits;

public sealed class CountyVisitTests
{
    [Fact]
    public void A_visit_says_who_when_why_and_at_what_in_the_county()
    {
        using (Cast.CurrentTenant.Change(Cast.Kecheng))
        {
            var visit = new CountyVisit(Guid.NewGuid(), Cast.Inspector, " 核实进度 ", "任务 1.2", Cast.Monday);

            visit.TenantId.ShouldBe(Cast.Kecheng);
            (visit.VisitorId, visit.VisitorName, visit.VisitorOrganisation).ShouldBe((Cast.Inspector.UserId, "李督导", "市教育局"));
            (visit.Purpose, visit.Subject, visit.Time).ShouldBe(("核实进度", "任务 1.2", Cast.Monday));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t　")]
    public void A_purpose_is_required(string? purpose) =>
        Should.Throw<BusinessException>(() => CountyVisit.StatePurpose(purpose)).Code.ShouldBe(DirectoryErrors.PurposeIsRequired);

    [Fact]
    public void A_purpose_has_at_most_two_hundred_characters()
    {
        CountyVisit.StatePurpose(new string('查', 200)).Length.ShouldBe(200);

        var refusal = Should.Throw<BusinessException>(() => CountyVisit.StatePurpose(new string('查', 201)));
        refusal.Code.ShouldBe(DirectoryErrors.PurposeIsTooLong);
        refusal.Data["maxLength"].ShouldBe(200);
    }

    [Fact]
    public void A_visit_without_a_subject_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() => new CountyVisit(Guid.NewGuid(), Cast.Inspector, "核实进度", " ", Cast.Monday)).ParamName.ShouldBe("subject");
}
