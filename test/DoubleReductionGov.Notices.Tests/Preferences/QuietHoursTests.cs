namespace DoubleReductionGov.Notices.Preferences;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("22:00", "07:00", "2021-12-06T21:59", "2021-12-06T21:59")]
    [InlineData("22:00", "07:00", "2021-12-06T22:00", "2021-12-07T07:00")]
    [InlineData("22:00", "07:00", "2021-12-31T23:30", "2022-01-01T07:00")]
    [InlineData("22:00", "07:00", "2021-12-07T03:00", "2021-12-07T07:00")]
    [InlineData("22:00", "07:00", "2021-12-07T07:00", "2021-12-07T07:00")]
    [InlineData("12:00", "14:00", "2021-12-06T13:00", "2021-12-06T14:00")]
    [InlineData("12:00", "14:00", "2021-12-06T14:00", "2021-12-06T14:00")]
    [InlineData("12:00", "12:00", "2021-12-06T12:00", "2021-12-06T12:00")]
    public void They_end_at_the_next_moment_that_is_not_quiet(string from, string to, string at, string end) =>
        new QuietHours(TimeOnly.Parse(from), TimeOnly.Parse(to)).EndOf(DateTime.Parse(at)).ShouldBe(DateTime.Parse(end));

    [Fact]
    public void Without_both_ends_there_are_none()
    {
        var night = new DateTime(2021, 12, 6, 23, 0, 0);

        default(QuietHours).EndOf(night).ShouldBe(night);
        new QuietHours(new TimeOnly(22, 0), null).EndOf(night).ShouldBe(night);
    }
}
