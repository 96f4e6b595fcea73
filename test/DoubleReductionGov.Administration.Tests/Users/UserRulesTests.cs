namespace DoubleReductionGov.Administration.Users;

public sealed class UserRulesTests
{
    [Theory]
    [InlineData("13800001234", "138****1234")]
    [InlineData("+8613800001234", "+86138****1234")]
    [InlineData("057012345", "0****2345")]
    [InlineData("12345", "*****")]
    [InlineData(null, null)]
    public void A_number_is_recognised_and_not_told(string? phone, string? masked) => UserRules.MaskedPhone(phone).ShouldBe(masked);

    [Theory]
    [InlineData("zhou.ming", true)]
    [InlineData("周明", true)]
    [InlineData("zhou_ming@edu-1", true)]
    [InlineData("a", false)]
    [InlineData("a b", false)]
    [InlineData("a\nb", false)]
    [InlineData("<b>", false)]
    public void A_user_name_has_letters_digits_and_few_signs(string name, bool isFine) => UserRules.UserName().IsMatch(name).ShouldBe(isFine);

    [Fact]
    public void An_account_without_an_address_shows_none()
    {
        var id = Guid.CreateVersion7();

        UserRules.ShownEmail(UserRules.EmailOrNone(" ", id)).ShouldBeNull();
        UserRules.ShownEmail(UserRules.EmailOrNone(" a@example.com ", id)).ShouldBe("a@example.com");
    }
}
