using System.Linq.Expressions;
using DoubleReductionGov.Platform.Sorting;
using DoubleReductionGov.Programme.Lights;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>The list of a county's tasks and its figures. Lights are compared in the database, so that pages are right.</summary>
internal sealed class TaskList(IRepository<CountyTask, Guid> tasks, IReferenceDate referenceDate, ISettingProvider settings) : ITransientDependency
{
    private const int Red = 0, Yellow = 1, Grey = 2, Green = 3, Done = 4;

    private static readonly SortFields<CountyTask> SortFields = new SortFields<CountyTask>()
        .Add("number", t => t.Position).Add("start", t => t.Start).Add("due", t => t.Due).Add("progress", t => t.Progress).Add("weight", t => t.Weight);

    public async Task<PagedResultDto<TaskListItem>> GetAsync(TaskListInput input, Guid? personId)
    {
        var today = await referenceDate.GetAsync();
        var all = await tasks.GetQueryableAsync();
        var query = Filter(all, input, personId, today, await SoonAsync(today));
        var total = await query.CountAsync();

        // An index alone answers which tasks are on the page; only their rows are read.
        var page = Sort(query, input.Sorting, today).Skip(input.SkipCount).Take(input.MaxResultCount).Select(t => t.Id);
        var rows = await Sort(page.Join(all, id => id, t => t.Id, (_, t) => t), input.Sorting, today)
            .Select(t => new
            {
                t.Id,
                t.PlanId,
                t.PlanTitle,
                t.Number,
                t.Title,
                t.Source,
                t.State,
                t.YellowOn,
                t.RedOn,
                t.Progress,
                t.Start,
                t.Due,
                t.OriginalDue,
                t.Weight,
                t.LeadName,
                t.PersonId,
                t.PersonName,
                t.Measure,
                t.Value,
                StepCount = t.Steps.Count,
                StepsDone = t.Steps.Count(s => s.Progress == 100),
                WaitingExtension = t.Extensions.Any(e => e.State == ExtensionState.Asked),
            })
            .ToListAsync();
        return new PagedResultDto<TaskListItem>(total, [.. rows.Select(t => new TaskListItem(
            t.Id, t.PlanId, t.PlanTitle, t.Number, t.Title, t.Source, t.State, new LightDays(t.YellowOn, t.RedOn).On(today, t.State),
            t.Progress, LightRule.Planned(today, t.Start, t.Due), t.Start, t.Due, t.OriginalDue, t.Weight, t.LeadName, t.PersonId, t.PersonName,
            MeasureDto.From(t.Measure)!, t.Value, t.StepCount, t.StepsDone, t.WaitingExtension))]);
    }

    public async Task<TaskSummary> SummariseAsync()
    {
        var today = await referenceDate.GetAsync();
        var soon = await SoonAsync(today);
        var query = await tasks.GetQueryableAsync();
        var ranks = await query
            .GroupBy(Rank(today))
            .Select(g => new
            {
                Rank = g.Key,
                Count = g.Count(),
                DueSoon = g.Count(t => t.State != TaskState.Done && t.Due >= today && t.Due <= soon),
                Overdue = g.Count(t => t.State != TaskState.Done && t.Due < today),
                WithoutPerson = g.Count(t => t.State != TaskState.Done && t.PersonId == null),
                Returned = g.Count(t => t.State == TaskState.Returned),
                Claimed = g.Count(t => t.State == TaskState.Claimed),
            })
            .ToListAsync();
        var plans = await query.Select(t => new { t.PlanId, t.PlanTitle }).Distinct().OrderBy(p => p.PlanTitle).ThenBy(p => p.PlanId).ToListAsync();
        return new TaskSummary(
            today, ranks.Sum(r => r.Count), CountOf(Red), CountOf(Yellow), CountOf(Green), CountOf(Grey), CountOf(Done),
            ranks.Sum(r => r.DueSoon), ranks.Sum(r => r.Overdue), ranks.Sum(r => r.WithoutPerson), ranks.Sum(r => r.Returned),
            ranks.Sum(r => r.Claimed), [.. plans.Select(p => new PlanReference(p.PlanId, p.PlanTitle))]);

        int CountOf(int rank) => ranks.Find(r => r.Rank == rank)?.Count ?? 0;
    }

    /// <summary>The last day that counts as soon.</summary>
    private async Task<DateOnly> SoonAsync(DateOnly today) => today.AddDays(await settings.GetAsync<int>(ProgrammeSettings.NearDueDays));

    private static IQueryable<CountyTask> Filter(IQueryable<CountyTask> query, TaskListInput input, Guid? personId, DateOnly today, DateOnly soon)
    {
        if (!string.IsNullOrWhiteSpace(input.Filter))
        {
            var part = input.Filter.Trim();
            query = query.Where(t => t.Number == part || t.Title.Contains(part) || (t.PersonName != null && t.PersonName.Contains(part)));
        }

        if (input.Mine == true)
        {
            query = query.Where(t => personId != null && (t.PersonId == personId || t.Steps.Any(s => s.PersonId == personId)));
        }

        if (input.DueSoon == true)
        {
            query = query.Where(t => t.State != TaskState.Done && t.Due >= today && t.Due <= soon);
        }

        if (input.WithoutPerson == true)
        {
            query = query.Where(t => t.State != TaskState.Done && t.PersonId == null);
        }

        query = input.State is { } state ? query.Where(t => t.State == state) : query;
        query = input.PlanId is { } planId ? query.Where(t => t.PlanId == planId) : query;
        query = input.OrganisationId is { } organisationId ? query.Where(t => t.Departments.Any(d => d.OrganisationId == organisationId)) : query;
        return input.Light switch
        {
            Light.Red => query.Where(t => t.RedOn <= today),
            Light.Yellow => query.Where(t => t.YellowOn <= today && (t.RedOn == null || t.RedOn > today)),
            Light.Grey => OnTime().Where(t => t.State == TaskState.NotStarted),
            Light.Green => OnTime().Where(t => t.State != TaskState.NotStarted),
            _ => query,
        };

        // Said without "not": in SQL the opposite of a comparison with null is not true either.
        IQueryable<CountyTask> OnTime() =>
            query.Where(t => (t.YellowOn == null || t.YellowOn > today) && (t.RedOn == null || t.RedOn > today));
    }

    /// <summary>Red, yellow, grey, green, done. A task that is done has no day on which it turns.</summary>
    private static Expression<Func<CountyTask, int>> Rank(DateOnly today) => t =>
        t.RedOn <= today ? Red
        : t.YellowOn <= today ? Yellow
        : t.State == TaskState.NotStarted ? Grey
        : t.State == TaskState.Done ? Done
        : Green;

    private static IQueryable<CountyTask> Sort(IQueryable<CountyTask> query, string? sorting, DateOnly today) =>
        SortFields.Sort(query, sorting, byDefault: all => all.OrderBy(Rank(today)).ThenBy(t => t.Due)).ThenBy(t => t.PlanId).ThenBy(t => t.Position);
}
