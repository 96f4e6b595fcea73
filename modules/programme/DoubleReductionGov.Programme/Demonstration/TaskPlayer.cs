using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Evidence;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.Demonstration;

/// <summary>The people of one task's story; <see cref="Issuer"/> is null where the city's department has nobody.</summary>
internal sealed record TaskCast(PersonInfo Person, Actor Owner, Actor? Issuer);

/// <summary>Plays the story of one task in the order in which it would happen, spreading progress over the time between start and claim.</summary>
internal sealed class TaskPlayer(
    CountyTask task, TaskStory story, TaskCast cast, DateOnly today, LightThresholds thresholds, IAbpLazyServiceProvider services)
{
    /// <summary>Ten in the morning in China.</summary>
    private static readonly TimeOnly Morning = new(2, 0);

    private int _acts;

    private IRepository<TaskChange, Guid> Changes => services.LazyGetRequiredService<IRepository<TaskChange, Guid>>();

    private EvidenceStore EvidenceStore => services.LazyGetRequiredService<EvidenceStore>();

    private IGuidGenerator Guids => services.LazyGetRequiredService<IGuidGenerator>();

    public async Task PlayAsync()
    {
        if (story.Started is not { } started)
        {
            return;
        }

        await KeepAsync(task.Assign(cast.Person, On(started)));
        await PlayProgressAsync(started, story.Claimed ?? today);
        await PlayEvidenceAsync(story.Claimed ?? today);
        if (story.Extension is { } extension)
        {
            var maximum = await services.LazyGetRequiredService<ISettingProvider>().GetAsync<int>(ProgrammeSettings.MaximumExtensions);
            await KeepAsync(task.AskExtension(Guids.Create(), extension.NewDue, extension.Reason, maximum, On(extension.Asked)));
        }

        if (story.Claimed is { } claimed)
        {
            await KeepAsync(task.Claim(story.ClaimNote, On(claimed)));
            await PlayDecisionAsync();
        }
    }

    private async Task PlayProgressAsync(DateOnly from, DateOnly until)
    {
        var steps = task.Steps.OrderBy(s => s.Position).Where(s => story.Steps.ContainsKey(s.Number)).ToList();
        for (var i = 0; i < steps.Count; i++)
        {
            var (step, told) = (steps[i], story.Steps[steps[i].Number]);
            var day = from.AddDays((until.DayNumber - from.DayNumber) * (i + 1) / (steps.Count + 1));
            await KeepAsync(task.RecordStepProgress(step.Id, told.Progress, told.Value, i == steps.Count - 1 ? story.Note : null, null, On(day)));
        }

        if (story.Value is not null || (task.Steps.Count == 0 && story.Progress is not null))
        {
            var progress = task.Steps.Count == 0 ? story.Progress : null;
            await KeepAsync(task.RecordProgress(progress, story.Value, steps.Count == 0 ? story.Note : null, null, On(until)));
        }
    }

    private async Task PlayEvidenceAsync(DateOnly day)
    {
        foreach (var told in story.Evidence)
        {
            var stepId = told.Step is null ? null : task.Steps.Find(s => s.Number == told.Step)?.Id;
            var file = EvidenceFile.Check(told.File, DemonstrationPdf.Create($"Demonstration evidence of task {task.Number}"));
            var id = Guids.Create();
            await KeepAsync(task.AddEvidence(id, stepId, file, On(day)));
            await EvidenceStore.KeepAsync(id, task, file);
        }
    }

    private async Task PlayDecisionAsync()
    {
        if (cast.Issuer is not { } issuer)
        {
            return;
        }

        if (story.Verified is { } verified)
        {
            await KeepAsync(task.Verify(null, On(verified, issuer)));
        }
        else if (story.Returned is { } returned)
        {
            await KeepAsync(task.Return(story.ReturnReason ?? "", On(returned, issuer)));
        }
    }

    /// <summary>Acts of one day are minutes apart, so that what is shown by time keeps their order.</summary>
    private Occasion On(DateOnly day, Actor? who = null) => new(
        who ?? cast.Owner,
        day.ToDateTime(Morning.AddMinutes(7 * _acts++), DateTimeKind.Utc), day, thresholds);

    private Task KeepAsync(TaskChange change) => Changes.InsertAsync(change);
}
