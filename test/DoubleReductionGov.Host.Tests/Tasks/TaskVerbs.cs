using System.Text;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Plans;
using DoubleReductionGov.Programme;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.Verification;
using DoubleReductionGov.Programme.WallChart;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Tasks;

/// <summary>What counties do with their tasks and what the city sees and decides of it, through HTTP.</summary>
internal static class TaskVerbs
{
    public const string Tasks = "/api/programme/task";

    public static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\nevidence\n%%EOF\n");

    public static string Path(TaskDto task, string verb) => $"{Tasks}/{task.Id}/{verb}";

    /// <summary>A task of a county, of the demonstration's plan unless another is named.</summary>
    public static async Task<TaskDto> TaskAsync(this HostApplication city, County county, string number, PlanDto? plan = null)
    {
        var lead = await city.SignInAsync(Cast.LeadOf(county));
        var planId = plan?.Id ?? await city.DemonstrationPlanIdAsync();
        var tasks = await lead.GetAsync<PagedResultDto<TaskListItem>>($"{Tasks}?planId={planId}&maxResultCount=1000");
        return await lead.GetAsync<TaskDto>($"{Tasks}/{tasks.Items.Single(t => t.Number == number).Id}");
    }

    public static async Task<Guid> DemonstrationPlanIdAsync(this HostApplication city) =>
        (await (await city.SignInAsync(Cast.CityLead)).GetAsync<PagedResultDto<PlanListItem>>($"{PlanVerbs.Plans}?filter=quzhou-2021")).Items.Single().Id;

    /// <summary>A task of a small plan of its own, in the hands of the lead department.</summary>
    public static async Task<TaskDto> AssignedTaskAsync(this HostApplication city, County county, string number, PlanDto plan)
    {
        var person = await city.PersonAsync(Cast.LeadOf(county), number == SpecialPlan.Advertisements ? Cast.MarketBureau : Cast.EducationBureau);
        return await (await city.SignInAsync(Cast.LeadOf(county))).AssignAsync(await city.TaskAsync(county, number, plan), person.Id);
    }

    /// <summary>A task by evidence that the county claims to be done.</summary>
    public static async Task<TaskDto> ClaimedTaskAsync(this HostApplication city, County county, PlanDto plan)
    {
        var lead = await city.SignInAsync(Cast.LeadOf(county));
        var task = await city.AssignedTaskAsync(county, SpecialPlan.Notice, plan);
        task = await lead.RecordAsync(task, new RecordProgressInput { Progress = 100 });
        task = await lead.ClaimAsync(await lead.HandInAsync(task, "办法.pdf"));
        await city.DeliverEventsAsync();
        return task;
    }

    public static Task<TaskDto> AssignAsync(this HttpClient client, TaskDto task, Guid personId) =>
        client.PostAsync<TaskDto>(Path(task, "assign"), new AssignInput { PersonId = personId, ConcurrencyStamp = task.ConcurrencyStamp });

    public static Task<TaskDto> RecordAsync(this HttpClient client, TaskDto task, RecordProgressInput input) =>
        client.PostAsync<TaskDto>(Path(task, "record-progress"), input with { ConcurrencyStamp = task.ConcurrencyStamp });

    public static Task<TaskDto> HandInAsync(this HttpClient client, TaskDto task, string fileName) =>
        client.UploadAsync<TaskDto>(Path(task, "evidence"), fileName, Pdf);

    public static Task<TaskDto> ClaimAsync(this HttpClient client, TaskDto task, string? note = null) =>
        client.PostAsync<TaskDto>(Path(task, "claim"), new ClaimInput { Note = note, ConcurrencyStamp = task.ConcurrencyStamp });

    public static Task<TaskDto> AskExtensionAsync(this HttpClient client, TaskDto task, string newDue, string reason) =>
        client.PostAsync<TaskDto>(Path(task, "ask-extension"), new AskExtensionInput { NewDue = Day(newDue), Reason = reason, ConcurrencyStamp = task.ConcurrencyStamp });

    public static async Task<IReadOnlyList<ChangeDto>> HistoryAsync(this HttpClient client, TaskDto task) =>
        (await client.GetAsync<PagedResultDto<ChangeDto>>(Path(task, "history?maxResultCount=1000"))).Items;

    public static Task<TaskDto> DecideAsync(this HttpClient client, TaskDto task, string verb, object input) =>
        client.PostAsync<TaskDto>($"/api/programme/verification/{task.Id}/{verb}", input);

    /// <summary>What the city sees of the task without entering the county.</summary>
    public static async Task<WallChartCellDto> CellAsync(this HostApplication city, TaskDto task) =>
        (await (await city.SignInAsync(Cast.CityLead)).GetAsync<WallChartDto>($"/api/programme/wall-chart?planId={task.PlanId}")).Cells.Single(c => c.TaskId == task.Id);

    public static async Task<IReadOnlyList<WaitingItem>> WaitingAsync(this HostApplication city, Official official) =>
        (await (await city.SignInAsync(official)).GetAsync<ListResultDto<WaitingItem>>("/api/programme/verification")).Items;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
