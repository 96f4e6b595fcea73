using System.Text;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Lights;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Programme.Demonstration;

/// <summary>
/// Plays a demonstration through the same verbs that people use, with the story's people and dates. Each call is a unit of work of its
/// own unless there is one already. The counties have their tasks only when the events of <see cref="LoadAsync"/> were delivered.
/// </summary>
public sealed class ProgrammeStory(IAbpLazyServiceProvider services) : ITransientDependency
{
    private IRepository<Plan, Guid> Plans => services.LazyGetRequiredService<IRepository<Plan, Guid>>();

    private IRepository<CountyTask, Guid> Tasks => services.LazyGetRequiredService<IRepository<CountyTask, Guid>>();

    private IDirectoryIntegrationService Directory => services.LazyGetRequiredService<IDirectoryIntegrationService>();

    private ICurrentTenant CurrentTenant => services.LazyGetRequiredService<ICurrentTenant>();

    private IUnitOfWorkManager UnitsOfWork => services.LazyGetRequiredService<IUnitOfWorkManager>();

    /// <summary>Imports a plan, names one person of each department where the file names none, approves and publishes; the plan's id.</summary>
    public async Task<Guid> LoadAsync(string planYaml, StoryData story)
    {
        using var unitOfWork = UnitsOfWork.Begin(requiresNew: false, isTransactional: true);
        using (CurrentTenant.Change(null))
        {
            var plan = await services.LazyGetRequiredService<PlanImport>().ImportAsync(Encoding.UTF8.GetBytes(planYaml));
            plan.AssignPeople([.. (await Directory.GetPeopleAsync()).DistinctBy(p => p.OrganisationId)]);
            plan.Approve(new Actor(null, story.ApprovedBy, null, story.Organisation), story.ApprovedAt);
            var publisher = new Actor(null, story.PublishedBy, null, story.Organisation);
            await services.LazyGetRequiredService<PlanPublication>().PublishAsync(plan, publisher, story.PublishedAt);
            await Plans.UpdateAsync(plan, autoSave: true);
            await unitOfWork.CompleteAsync();
            return plan.Id;
        }
    }

    /// <summary>Plays what one county did with the tasks that it has, shared out among the people of the lead department. Other numbers are skipped.</summary>
    public async Task PlayAsync(Guid countyId, CountyStory story)
    {
        using var unitOfWork = UnitsOfWork.Begin(requiresNew: false, isTransactional: true);
        var cityPeople = await GetActorsByOrganisationAsync();
        using (CurrentTenant.Change(countyId))
        {
            var thresholds = await services.LazyGetRequiredService<LightThresholdReader>().GetAsync();
            var organisations = await Directory.GetOrganisationsAsync();
            var people = (await Directory.GetPeopleAsync()).ToLookup(p => p.OrganisationId);
            foreach (var task in await (await Tasks.WithDetailsAsync()).OrderBy(t => t.Position).ToListAsync())
            {
                var staff = people[task.Departments.Single(d => d.IsLead).OrganisationId].ToList();
                if (staff.Count > 0 && story.Tasks.TryGetValue(task.Number, out var taskStory))
                {
                    var person = staff[task.Position % staff.Count];
                    var cast = new TaskCast(person, Actor.Of(person, organisations), cityPeople.GetValueOrDefault(task.IssuerOrganisationId));
                    var player = new TaskPlayer(task, taskStory, cast, story.Today, thresholds, services);
                    await player.PlayAsync();
                }
            }

            await unitOfWork.SaveChangesAsync();
        }

        await unitOfWork.CompleteAsync();
    }

    /// <summary>Of each department of the city the person who will verify and decide: one with an account, if there is one.</summary>
    private async Task<Dictionary<Guid, Actor>> GetActorsByOrganisationAsync()
    {
        using (CurrentTenant.Change(null))
        {
            var organisations = await Directory.GetOrganisationsAsync();
            return (await Directory.GetPeopleAsync())
                .OrderBy(p => p.UserId is null)
                .DistinctBy(p => p.OrganisationId)
                .ToDictionary(p => p.OrganisationId, p => Actor.Of(p, organisations));
        }
    }
}
