using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Evidence;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;
using Volo.Abp.Users;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>
/// A county's own tasks. The account of a department finds only tasks that its department leads or supports; for any other id the
/// answer is 404. Changes answer with the task as it is then; a stale stamp is refused with 409.
/// </summary>
[Authorize(ProgrammePermissions.Tasks)]
public sealed class TaskAppService : ApplicationService
{
    private IRepository<CountyTask, Guid> Tasks => LazyServiceProvider.LazyGetRequiredService<IRepository<CountyTask, Guid>>();

    private IDirectoryIntegrationService Directory => LazyServiceProvider.LazyGetRequiredService<IDirectoryIntegrationService>();

    private TaskDesk Desk => LazyServiceProvider.LazyGetRequiredService<TaskDesk>();

    private TaskList List => LazyServiceProvider.LazyGetRequiredService<TaskList>();

    private TaskReader Reader => LazyServiceProvider.LazyGetRequiredService<TaskReader>();

    private EvidenceStore EvidenceStore => LazyServiceProvider.LazyGetRequiredService<EvidenceStore>();

    /// <summary>The county's tasks, worst light first (TASK-03, TASK-07).</summary>
    public async Task<PagedResultDto<TaskListItem>> GetListAsync(TaskListInput input) =>
        await List.GetAsync(input, input.Mine == true ? (await Directory.FindPersonOfUserAsync(CurrentUser.GetId()))?.Id : null);

    /// <summary>How many tasks of each light, due soon, overdue, without a person, returned, claimed.</summary>
    public Task<TaskSummary> GetSummaryAsync() => List.SummariseAsync();

    /// <summary>One task with steps, evidence, extensions, predecessors and the reason of its light.</summary>
    public async Task<TaskDto> GetAsync(Guid id) => await Reader.ReadAsync(await Tasks.GetAsync(id));

    /// <summary>Who did what and when, newest first.</summary>
    public Task<PagedResultDto<ChangeDto>> GetHistoryAsync(Guid id, PagedResultRequestDto input) => Reader.HistoryAsync(id, input);

    /// <summary>Names the person of the task (TASK-02). Refuses: PersonNotFound, TaskIsNotOpen.</summary>
    [Authorize(ProgrammePermissions.TasksAssign)]
    public async Task<TaskDto> AssignAsync(Guid id, AssignInput input)
    {
        var person = await FindPersonAsync(input.PersonId);
        return await Desk.ChangeAsync(id, input.ConcurrencyStamp, (task, occasion) => task.Assign(person, occasion));
    }

    /// <summary>
    /// Adds a step of the county's own (TASK-07). Refuses: PersonNotFound, TaskIsNotOpen, WeightOutOfRange, DueBeforeStart, DatesOutsideParent.
    /// </summary>
    [Authorize(ProgrammePermissions.TasksSteps)]
    public async Task<TaskDto> AddStepAsync(Guid id, StepInput input)
    {
        var person = await FindPersonAsync(input.PersonId);
        return await Desk.ChangeAsync(id, input.ConcurrencyStamp, (task, occasion) =>
            task.AddStep(GuidGenerator.Create(), input.Title, person, input.Start!.Value, input.Due!.Value, input.Weight, occasion));
    }

    /// <summary>Changes a step; of one that came with the plan only the person. Refuses as adding does, and StepFromPlanIsFixed.</summary>
    [Authorize(ProgrammePermissions.TasksSteps)]
    public async Task<TaskDto> UpdateStepAsync(Guid id, Guid stepId, StepInput input)
    {
        var person = await FindPersonAsync(input.PersonId);
        return await Desk.ChangeAsync(id, input.ConcurrencyStamp, (task, occasion) =>
            task.ChangeStep(stepId, input.Title, person, input.Start!.Value, input.Due!.Value, input.Weight, occasion));
    }

    /// <summary>Removes a step of the county's own; its evidence stays with the task. Refuses: TaskIsNotOpen, StepFromPlanIsFixed.</summary>
    [Authorize(ProgrammePermissions.TasksSteps)]
    public Task<TaskDto> DeleteStepAsync(Guid id, Guid stepId, string? concurrencyStamp = null) =>
        Desk.ChangeAsync(id, concurrencyStamp, (task, occasion) => task.RemoveStep(stepId, occasion));

    /// <summary>
    /// Records progress of the task or of a step. Refuses: TaskIsNotOpen, TaskHasNoPerson (TASK-02), ProgressIsComputedFromSteps,
    /// ValueIsRequired, ProgressOutOfRange, ProgressFellWithoutReason.
    /// </summary>
    [Authorize(ProgrammePermissions.TasksProgress)]
    public Task<TaskDto> RecordProgressAsync(Guid id, RecordProgressInput input) =>
        Desk.ChangeAsync(id, input.ConcurrencyStamp, (task, occasion) => input.StepId is { } stepId
            ? task.RecordStepProgress(stepId, input.Progress, input.Value, input.Note, input.Reason, occasion)
            : task.RecordProgress(input.Progress, input.Value, input.Note, input.Reason, occasion));

    /// <summary>Hands in a file. Refuses: EvidenceIsEmpty, EvidenceTooLarge, EvidenceTypeNotAllowed, TaskIsNotOpen.</summary>
    [Authorize(ProgrammePermissions.TasksProgress)]
    public async Task<TaskDto> AddEvidenceAsync(Guid id, IRemoteStreamContent file, Guid? stepId = null, string? concurrencyStamp = null)
    {
        var evidence = await EvidenceStore.ReadAsync(file);
        var evidenceId = GuidGenerator.Create();
        return await Desk.ChangeAsync(id, concurrencyStamp, async (task, occasion) =>
        {
            var change = task.AddEvidence(evidenceId, stepId, evidence, occasion);
            await EvidenceStore.KeepAsync(evidenceId, task, evidence);
            return change;
        });
    }

    /// <summary>Takes a file back as long as the task is open. Refuses: TaskIsNotOpen.</summary>
    [Authorize(ProgrammePermissions.TasksProgress)]
    public Task<TaskDto> DeleteEvidenceAsync(Guid id, Guid evidenceId, string? concurrencyStamp = null) =>
        Desk.ChangeAsync(id, concurrencyStamp, async (task, occasion) =>
        {
            var change = task.RemoveEvidence(evidenceId, occasion);
            await EvidenceStore.RemoveAsync(evidenceId);
            return change;
        });

    /// <summary>The file, for download.</summary>
    public async Task<IRemoteStreamContent> GetEvidenceAsync(Guid id, Guid evidenceId) =>
        await EvidenceStore.OpenAsync((await Tasks.GetAsync(id)).FindEvidence(evidenceId));

    /// <summary>Claims that the task is done. Refuses: TaskIsNotOpen, TaskHasNoPerson, TaskHasOpenSteps, MeasureNotReached, EvidenceIsMissing.</summary>
    [Authorize(ProgrammePermissions.TasksClaim)]
    public Task<TaskDto> ClaimAsync(Guid id, ClaimInput input) =>
        Desk.ChangeAsync(id, input.ConcurrencyStamp, (task, occasion) => task.Claim(input.Note, occasion));

    /// <summary>
    /// Asks for more time. Refuses: TaskIsNotOpen, ReasonIsRequired, ExtensionAfterDue, ExtensionNotLater, ExtensionAlreadyAsked, TooManyExtensions.
    /// </summary>
    [Authorize(ProgrammePermissions.TasksAskExtension)]
    public async Task<TaskDto> AskExtensionAsync(Guid id, AskExtensionInput input)
    {
        var maximum = await SettingProvider.GetAsync<int>(ProgrammeSettings.MaximumExtensions);
        return await Desk.ChangeAsync(id, input.ConcurrencyStamp, (task, occasion) =>
            task.AskExtension(GuidGenerator.Create(), input.NewDue!.Value, input.Reason ?? "", maximum, occasion));
    }

    private async Task<PersonInfo> FindPersonAsync(Guid personId) =>
        await Directory.FindPersonAsync(personId) ?? throw new BusinessException(ProgrammeErrors.PersonNotFound);
}
