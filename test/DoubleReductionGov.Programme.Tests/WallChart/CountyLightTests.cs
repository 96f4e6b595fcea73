namespace DoubleReductionGov.Programme.WallChart;

public class CountyLightTests
{
    private static readonly CountyLight Rule = new(RedShare: 20, YellowShare: 20);

    [Theory]
    [InlineData(20, 0, Light.Red)]
    [InlineData(19, 0, Light.Green)]
    [InlineData(19, 1, Light.Yellow)]
    [InlineData(0, 20, Light.Yellow)]
    [InlineData(0, 19, Light.Green)]
    [InlineData(0, 0, Light.Green)]
    public void A_county_is_as_bad_as_a_fifth_of_its_tasks_by_weight(int red, int yellow, Light light) =>
        Rule.Of([(Light.Red, red), (Light.Yellow, yellow), (Light.Green, 100 - red - yellow)]).ShouldBe(light);

    [Fact]
    public void A_county_without_tasks_is_grey() => Rule.Of([]).ShouldBe(Light.Grey);

    [Fact]
    public void A_share_of_nothing_still_needs_one_task_to_be_late() =>
        new CountyLight(0, 0).Of([(Light.Green, 100)]).ShouldBe(Light.Green);
}
