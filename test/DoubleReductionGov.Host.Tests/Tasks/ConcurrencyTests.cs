using System.Net;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Programme.Tasks;

namespace DoubleReductionGov.Host.Tasks;

public sealed class ConcurrencyTests(QuzhouWithSpecialPlan quzhou) : IClassFixture<QuzhouWithSpecialPlan>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_stale_stamp_is_refused_and_nothing_of_the_other_is_lost()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var stale = await _city.AssignedTaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        var step = new StepInput { Title = "起草", PersonId = stale.PersonId!.Value, Start = stale.Start, Due = stale.Due, Weight = 50 };
        await lead.RecordAsync(stale, new RecordProgressInput { Progress = 40, Note = "同事先报" });

        foreach (var (verb, input) in new (string, object)[]
        {
            ("record-progress", new RecordProgressInput { Progress = 60, ConcurrencyStamp = stale.ConcurrencyStamp }),
            ("assign", new AssignInput { PersonId = stale.PersonId.Value, ConcurrencyStamp = stale.ConcurrencyStamp }),
            ("step", step with { ConcurrencyStamp = stale.ConcurrencyStamp }),
            ("ask-extension", new AskExtensionInput { NewDue = TaskVerbs.Day("2022-04-30"), Reason = "延期", ConcurrencyStamp = stale.ConcurrencyStamp }),
        })
        {
            await _city.RefusesAsync(() => lead.PostAsync(TaskVerbs.Path(stale, verb), input), HttpStatusCode.Conflict, null, "其他人先行修改");
        }

        var now = await _city.TaskAsync(Cast.Kecheng, SpecialPlan.Notice, quzhou.Plan);
        now.Progress.ShouldBe(40);
        (await lead.HistoryAsync(now))[0].Reason.ShouldBe("同事先报");
    }

    [Fact]
    public async Task A_change_of_a_step_makes_the_stamp_of_its_task_stale()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Qujiang));
        var stale = await _city.AssignedTaskAsync(Cast.Qujiang, SpecialPlan.Advertisements, quzhou.Plan);
        await lead.RecordAsync(stale, new RecordProgressInput { StepId = stale.Steps[0].Id, Progress = 20 });

        await _city.RefusesAsync(
            () => lead.PostAsync(TaskVerbs.Path(stale, "record-progress"), new RecordProgressInput { StepId = stale.Steps[1].Id, Progress = 90, ConcurrencyStamp = stale.ConcurrencyStamp }),
            HttpStatusCode.Conflict, null, "其他人先行修改");
    }

    [Fact]
    public async Task Of_eight_at_once_exactly_one_wins()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Longyou));
        var task = await _city.AssignedTaskAsync(Cast.Longyou, SpecialPlan.Notice, quzhou.Plan);

        var answers = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => lead.PostAsync(
            TaskVerbs.Path(task, "record-progress"), new RecordProgressInput { Progress = 30, Note = $"第 {number} 人", ConcurrencyStamp = task.ConcurrencyStamp }))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Conflict).ShouldBe(7, string.Join(", ", answers.Select(a => a.StatusCode)));
        var winner = answers.Index().Single(a => a.Item.IsSuccessStatusCode).Index + 1;
        (await lead.HistoryAsync(task)).Single(c => c.Kind == TaskChangeKind.Progress).Reason.ShouldBe($"第 {winner} 人");
    }

    [Fact]
    public async Task Two_counties_work_at_the_same_time_without_hindering_each_other()
    {
        var work = new[] { Cast.Jiangshan, Cast.Changshan, Cast.Kaihua }.Select(async county =>
        {
            var lead = await _city.SignInAnewAsync(Cast.LeadOf(county));
            var person = await _city.PersonAsync(Cast.LeadOf(county), Cast.EducationBureau);
            return (Lead: lead, Task: await lead.AssignAsync(await _city.TaskAsync(county, SpecialPlan.Notice, quzhou.Plan), person.Id));
        });
        List<(HttpClient Lead, TaskDto Task)> desks = [];
        foreach (var desk in work)
        {
            desks.Add(await desk);
        }

        var done = await Task.WhenAll(desks.Select(desk => Task.Run(() => desk.Lead.RecordAsync(desk.Task, new RecordProgressInput { Progress = 30 }))));

        done.ShouldAllBe(task => task.Progress == 30);
    }
}
