namespace DoubleReductionGov.Directory.Counties;

public sealed class CountyTests
{
    [Fact]
    public void A_county_has_the_id_of_its_tenant_and_is_active_until_it_is_not()
    {
        var county = new County(Cast.Kecheng, "330802", "柯城区", 0);

        county.Id.ShouldBe(Cast.Kecheng);
        county.IsActive.ShouldBeTrue();

        county.Deactivate();
        county.IsActive.ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("33080")]
    [InlineData("3308022")]
    [InlineData("33080A")]
    [InlineData("３３０８０２")]
    public void A_code_is_six_digits(string code) =>
        Should.Throw<ArgumentException>(() => new County(Cast.Kecheng, code, "柯城区", 0)).ParamName.ShouldBe("code");
}
