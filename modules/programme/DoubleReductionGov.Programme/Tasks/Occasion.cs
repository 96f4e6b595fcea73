using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Lights;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Timing;
using Volo.Abp.Users;

namespace DoubleReductionGov.Programme.Tasks;

/// <summary>Who acts, as the history will name them.</summary>
internal sealed record Actor(Guid? UserId, string Name, Guid? OrganisationId, string? Organisation)
{
    public static Actor Of(PersonInfo person, IEnumerable<OrganisationInfo> organisations) =>
        new(person.UserId, person.Name, person.OrganisationId, organisations.FirstOrDefault(o => o.Id == person.OrganisationId)?.Name);
}

/// <summary>What every verb of a task needs to know about the moment: who, when, which day counts as today, which thresholds hold.</summary>
internal sealed record Occasion(Actor Who, DateTime Time, DateOnly Today, LightThresholds Thresholds);

internal sealed class Occasions(
    ICurrentUser currentUser,
    IDirectoryIntegrationService directory,
    IReferenceDate referenceDate,
    LightThresholdReader thresholds,
    IClock clock) : ITransientDependency
{
    /// <summary>The signed-in user; to be asked in the user's own tenant, where the user's person and organisation are known.</summary>
    public async Task<Actor> GetActorAsync()
    {
        var userId = currentUser.GetId();
        return await directory.FindPersonOfUserAsync(userId) is { } person
            ? Actor.Of(person, await directory.GetOrganisationsAsync())
            : new Actor(userId, currentUser.Name ?? currentUser.UserName ?? userId.ToString(), null, null);
    }

    /// <summary>Day and thresholds are those of the current tenant, which is the county also when the city acts in it.</summary>
    public async Task<Occasion> NowAsync(Actor who) => new(who, clock.Now, await referenceDate.GetAsync(), await thresholds.GetAsync());
}
