using System.ComponentModel.DataAnnotations;

namespace DoubleReductionGov.Notices.Preferences;

public sealed class PreferenceTests : IAsyncLifetime
{
    private NoticesApplication _application = null!;

    public async ValueTask InitializeAsync() => _application = await NoticesApplication.StartAsync();

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Who_has_not_chosen_gets_the_usual_choices()
    {
        var preference = await _application.AsAsync(Cast.Li, provider => Service(provider).GetAsync());

        preference.Digest.ShouldBe(Digest.AtOnce);
        preference.QuietFrom.ShouldBe(new TimeOnly(22, 0));
        preference.QuietTo.ShouldBe(new TimeOnly(7, 0));
        preference.Kinds.ShouldContain(k => k.Name == NoticesApplication.Good && !k.Email && !k.Sms);
        preference.Kinds.ShouldContain(k => k.Name == NoticesApplication.Pressing && k.Email && !k.Sms);
        preference.Kinds.ShouldContain(k => k.Name == NoticesApplication.Burning && k.Email && k.Sms);
        preference.EmailAddress.ShouldBe("l***@example.cn");
        preference.PhoneNumber.ShouldBeNull();
    }

    [Fact]
    public async Task A_choice_is_kept_and_is_nobody_elses()
    {
        await ChangeAsync(new UpdatePreferenceInput { Digest = Digest.Daily, Kinds = [new(NoticesApplication.Good, true, false), new("Test.Gone", true, true)] });
        await ChangeAsync(new UpdatePreferenceInput { Digest = Digest.Hourly, Kinds = [new(NoticesApplication.Good, true, true)] });

        var mine = await _application.AsAsync(Cast.Li, provider => Service(provider).GetAsync());
        mine.Digest.ShouldBe(Digest.Hourly);
        mine.QuietFrom.ShouldBeNull();
        mine.Kinds.ShouldContain(k => k.Name == NoticesApplication.Good && k.Email && k.Sms);
        mine.Kinds.ShouldNotContain(k => k.Name == "Test.Gone");
        (await _application.AsAsync(Cast.Wang, provider => Service(provider).GetAsync())).Digest.ShouldBe(Digest.AtOnce);
    }

    [Fact]
    public void Half_of_the_quiet_hours_is_invalid()
    {
        var input = new UpdatePreferenceInput { QuietFrom = new TimeOnly(22, 0) };

        input.Validate(new ValidationContext(input)).ShouldHaveSingleItem().MemberNames.ShouldContain(nameof(input.QuietTo));
    }

    [Theory]
    [InlineData("li@example.cn", "l***@example.cn")]
    [InlineData("@example.cn", null)]
    [InlineData("nowhere", null)]
    [InlineData(null, null)]
    public void An_address_is_masked(string? address, string? masked) => Mask.Email(address).ShouldBe(masked);

    [Theory]
    [InlineData("13812345678", "138****5678")]
    [InlineData("12345", null)]
    [InlineData(null, null)]
    public void A_number_is_masked(string? number, string? masked) => Mask.Phone(number).ShouldBe(masked);

    private Task<PreferenceDto> ChangeAsync(UpdatePreferenceInput input) => _application.AsAsync(Cast.Li, provider => Service(provider).UpdateAsync(input));

    private static PreferenceAppService Service(IServiceProvider provider) => (PreferenceAppService)provider.GetService(typeof(PreferenceAppService))!;
}
