namespace DoubleReductionGov.Directory.Organisations;

public sealed class OrganisationTests
{
    [Fact]
    public void An_organisation_belongs_to_the_tenant_in_which_it_is_created()
    {
        Cast.EducationBureauOf(Cast.Kecheng).TenantId.ShouldBe(Cast.Kecheng);
        Cast.EducationBureauOf(null).TenantId.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("ED")]
    [InlineData("edu")]
    [InlineData("EDUC")]
    [InlineData("ED1")]
    [InlineData("教育局")]
    public void A_code_is_three_capital_letters(string code) =>
        Should.Throw<ArgumentException>(() => new Organisation(Guid.NewGuid(), code, "教育局", "教育", 0)).ParamName.ShouldBe("code");

    [Theory]
    [InlineData(" ", "教育", "name")]
    [InlineData("教育局", " ", "shortName")]
    public void Names_are_required(string name, string shortName, string parameter) =>
        Should.Throw<ArgumentException>(() => new Organisation(Guid.NewGuid(), "EDU", name, shortName, 0)).ParamName.ShouldBe(parameter);
}
