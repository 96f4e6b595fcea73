using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Volo.Abp.Guids;
using Volo.Abp.Timing;

namespace DoubleReductionGov.Abp.Tests.Users;

public sealed class ClockAndIdTests
{
    private static readonly DateTime Plain = new(2026, 9, 7, 1, 0, 0, DateTimeKind.Unspecified);

    [Fact]
    public void A_clock_of_kind_utc_tells_utc_and_turns_times_into_it()
    {
        var clock = ClockOf(DateTimeKind.Utc);

        clock.Now.ShouldBe(Cast.Monday);
        clock.Now.Kind.ShouldBe(DateTimeKind.Utc);
        clock.SupportsMultipleTimezone.ShouldBeTrue();
        clock.Normalize(Cast.Monday).ShouldBe(Cast.Monday);
        clock.Normalize(Plain).Kind.ShouldBe(DateTimeKind.Utc);
        clock.Normalize(Plain).Ticks.ShouldBe(Plain.Ticks);
        clock.Normalize(Cast.Monday.ToLocalTime()).ShouldBe(Cast.Monday);
    }

    [Fact]
    public void A_local_clock_turns_utc_into_local_time()
    {
        var clock = ClockOf(DateTimeKind.Local);

        clock.Normalize(Cast.Monday).ShouldBe(Cast.Monday.ToLocalTime());
        clock.Normalize(Plain).Kind.ShouldBe(DateTimeKind.Local);
        clock.SupportsMultipleTimezone.ShouldBeFalse();
    }

    [Fact]
    public void A_clock_of_no_kind_leaves_times_as_they_are()
    {
        var clock = ClockOf(new AbpClockOptions().Kind);

        clock.Kind.ShouldBe(DateTimeKind.Unspecified);
        clock.Normalize(Cast.Monday).ShouldBe(Cast.Monday);
        clock.Normalize(Cast.Monday).Kind.ShouldBe(DateTimeKind.Utc);
        clock.Now.ShouldBe(TimeZoneInfo.ConvertTimeFromUtc(Cast.Monday, TimeZoneInfo.Local));
    }

    [Fact]
    public async Task Ids_are_of_version_7_and_sort_by_time()
    {
        await using var application = await KernelApplication.StartAsync();
        var generator = application.Services.GetRequiredService<IGuidGenerator>();

        var id = generator.Create();

        id.Version.ShouldBe(7);
        id.ShouldNotBe(generator.Create());
    }

    private static Clock ClockOf(DateTimeKind kind) => new(Options.Create(new AbpClockOptions { Kind = kind }), new TestClock());
}
