using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Entities;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.WallChart;

/// <summary>The plans that the city's chart and timeline can show, newest first.</summary>
internal sealed class PublishedPlans(IRepository<Plan, Guid> plans) : ITransientDependency
{
    private const int MaximumCount = 100;

    public async Task<List<PlanReference>> GetAsync() => await (await plans.GetQueryableAsync())
        .Where(p => p.State == PlanState.Published)
        .OrderByDescending(p => p.PublishedAt).ThenBy(p => p.Id)
        .Take(MaximumCount)
        .Select(p => new PlanReference(p.Id, p.Title))
        .ToListAsync();

    /// <summary>The one that is asked for, else the newest; null: none is published.</summary>
    public static PlanReference? Choose(List<PlanReference> published, Guid? planId) => planId is { } id
        ? published.Find(p => p.Id == id) ?? throw new EntityNotFoundException(typeof(Plan), id)
        : published.FirstOrDefault();
}
