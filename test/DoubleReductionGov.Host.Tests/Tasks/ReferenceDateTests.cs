using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.ReferenceDate;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.SettingManagement;

namespace DoubleReductionGov.Host.Tasks;

public sealed class ReferenceDateTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Path = "/api/programme/reference-date";
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task Lights_follow_the_day_that_counts_as_today()
    {
        var lead = await _city.SignInAsync(Cast.CityLead);
        var task = await _city.TaskAsync(Cast.Kaihua, "13");
        (task.Due, task.State).ShouldBe((TaskVerbs.Day("2021-12-31"), TaskState.InProgress));

        foreach (var (day, light) in new[] { ("2021-09-16", Light.Green), ("2022-01-01", Light.Red) })
        {
            (await lead.PutAsync<ReferenceDateDto>(Path, new SetReferenceDateInput { Date = TaskVerbs.Day(day) })).Date.ShouldBe(TaskVerbs.Day(day));
            (await _city.TaskAsync(Cast.Kaihua, "13")).Light.ShouldBe(light);
            (await _city.CellAsync(task)).Light.ShouldBe(light);
        }

        var real = await lead.PutAsync<ReferenceDateDto>(Path, new SetReferenceDateInput());
        (real.IsFixed, real.Date).ShouldBe((false, real.RealDate));
        await lead.PutAsync<ReferenceDateDto>(Path, new SetReferenceDateInput { Date = TaskVerbs.Day("2021-12-10") });
    }

    [Fact]
    public async Task Outside_a_demonstration_nobody_moves_it()
    {
        var lead = await _city.SignInAsync(Cast.CityLead);
        await SetAsync("false");

        await _city.RefusesAsync(
            () => lead.PutAsync(Path, new SetReferenceDateInput { Date = TaskVerbs.Day("2022-01-01") }), HttpStatusCode.Forbidden, ProgrammeErrors.ReferenceDateNotAllowed, "演示");
        await SetAsync("true");
    }

    private async Task SetAsync(string isSettable)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync(ProgrammeSettings.ReferenceDateIsSettable, isSettable);
    }
}
