using DoubleReductionGov.Administration.Security;

namespace DoubleReductionGov.Administration.Tests.Security;

public sealed class SecurityRulesTests
{
    [Fact]
    public void Every_number_lies_within_its_bounds_and_names_its_source()
    {
        SecurityRules.All.Select(r => r.Key).ShouldBeUnique();
        foreach (var value in SecurityRules.All.SelectMany(r => new[] { (r, r.Dengbao3), (r, r.Asvs5) }))
        {
            value.Item2.Value.ShouldBeInRange(value.r.Minimum, value.r.Maximum, value.r.Key);
            value.Item2.Source.ShouldNotBeNullOrWhiteSpace(value.r.Key);
        }
    }

    [Fact]
    public void One_policy_asks_for_composition_and_change_and_the_other_for_length()
    {
        (SecurityRules.PasswordCharacterClasses.Dengbao3.Value, SecurityRules.PasswordMaximumAgeDays.Dengbao3.Value).ShouldBe((3, 90));
        (SecurityRules.PasswordCharacterClasses.Asvs5.Value, SecurityRules.PasswordMaximumAgeDays.Asvs5.Value).ShouldBe((0, 0));
        SecurityRules.PasswordMinimumLength.Asvs5.Value.ShouldBe(15);
        SecurityRules.TicketMinutes.Maximum.ShouldBe(10);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("P@ssw0rd123")]
    [InlineData("Woaini1314")]
    [InlineData("Shuangjian@2026")]
    [InlineData("1QAZ2wsx")]
    [InlineData("11111111111")]
    [InlineData("abcdefghij")]
    [InlineData("98765432")]
    [InlineData("xyxyxyxyxy")]
    public void What_is_guessed_first_is_common(string password) => CommonPasswords.Contains(password).ShouldBeTrue();

    [Theory]
    [InlineData("Chun-Feng-88x")]
    [InlineData("correct horse battery staple")]
    [InlineData("Tz7#mQ2!vL")]
    public void What_is_long_or_odd_is_not(string password) => CommonPasswords.Contains(password).ShouldBeFalse();

    [Fact]
    public void The_list_is_longer_than_the_three_thousand_that_are_asked_for() => CommonPasswords.Count.ShouldBeGreaterThan(3000);
}
