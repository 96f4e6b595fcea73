using DoubleReductionGov.Programme.Notices;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>The one way in which a task changes: load, compare the stamp, one verb, its line of history, save, tell whom it concerns, answer.</summary>
internal sealed class TaskDesk(
    IRepository<CountyTask, Guid> tasks, IRepository<TaskChange, Guid> changes, Occasions occasions, TaskNotices notices, TaskReader reader) : ITransientDependency
{
    /// <summary>By the signed-in user in the user's own county.</summary>
    public Task<TaskDto> ChangeAsync(Guid id, string? concurrencyStamp, Func<CountyTask, Occasion, TaskChange> verb) =>
        ChangeAsync(id, concurrencyStamp, (task, occasion) => Task.FromResult(verb(task, occasion)));

    public async Task<TaskDto> ChangeAsync(Guid id, string? concurrencyStamp, Func<CountyTask, Occasion, Task<TaskChange>> verb) =>
        await ChangeAsync(await occasions.GetActorAsync(), id, concurrencyStamp, verb);

    /// <summary>By somebody who is known already, such as a visitor from the city.</summary>
    public Task<TaskDto> ChangeAsync(Actor who, Guid id, string? concurrencyStamp, Func<CountyTask, Occasion, TaskChange> verb) =>
        ChangeAsync(who, id, concurrencyStamp, (task, occasion) => Task.FromResult(verb(task, occasion)));

    private async Task<TaskDto> ChangeAsync(Actor who, Guid id, string? concurrencyStamp, Func<CountyTask, Occasion, Task<TaskChange>> verb)
    {
        var task = await tasks.GetAsync(id);
        task.SetConcurrencyStampIfNotNull(concurrencyStamp);
        var change = await verb(task, await occasions.NowAsync(who));

        // The task goes first: of two at once the later one must meet the stamp, not the history line that has its version already.
        await tasks.UpdateAsync(task, autoSave: true);
        await changes.InsertAsync(change, autoSave: true);
        await notices.TellAsync(task, change);
        return await reader.ReadAsync(task);
    }
}
