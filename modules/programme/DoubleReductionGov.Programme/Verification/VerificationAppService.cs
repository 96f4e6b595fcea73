using DoubleReductionGov.Directory;
using DoubleReductionGov.Platform.SeparationOfDuties;
using DoubleReductionGov.Programme.Plans;
using DoubleReductionGov.Programme.Tasks;
using DoubleReductionGov.Programme.WallChart;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Verification;

/// <summary>
/// The city's desk: claims to verify and requests for more time, decided by the department that issued the task. Who decides enters
/// the county, which can read that. A stale stamp is refused with 409.
/// </summary>
[Authorize(ProgrammePermissions.Verifications)]
public sealed class VerificationAppService : ApplicationService
{
    private const int MaximumCount = 1000;

    private IRepository<WallChartCell, Guid> Cells => LazyServiceProvider.LazyGetRequiredService<IRepository<WallChartCell, Guid>>();

    private IRepository<Plan, Guid> Plans => LazyServiceProvider.LazyGetRequiredService<IRepository<Plan, Guid>>();

    private IRepository<PlanItem, Guid> Items => LazyServiceProvider.LazyGetRequiredService<IRepository<PlanItem, Guid>>();

    private IDirectoryIntegrationService Directory => LazyServiceProvider.LazyGetRequiredService<IDirectoryIntegrationService>();

    private Occasions Occasions => LazyServiceProvider.LazyGetRequiredService<Occasions>();

    private CountyVisitor Visitor => LazyServiceProvider.LazyGetRequiredService<CountyVisitor>();

    private DutySeparation Duties => LazyServiceProvider.LazyGetRequiredService<DutySeparation>();

    private TaskDesk Desk => LazyServiceProvider.LazyGetRequiredService<TaskDesk>();

    /// <summary>What waits, longest first; read from the city's own chart, no county is entered.</summary>
    public async Task<ListResultDto<WaitingItem>> GetListAsync()
    {
        var mine = (await Occasions.GetActorAsync()).OrganisationId;
        var counties = (await Directory.GetCountiesAsync()).ToDictionary(c => c.Id, c => c.Name);
        var rows =
            from cell in await Cells.GetQueryableAsync()
            join item in await Items.GetQueryableAsync() on cell.PlanItemId equals item.Id
            join plan in await Plans.GetQueryableAsync() on cell.PlanId equals plan.Id
            where cell.ClaimedAt != null || cell.ExtensionId != null
            orderby cell.ClaimedAt ?? cell.ExtensionAskedAt, cell.Id
            select new { Cell = cell, item.Number, item.Title, IssuerName = item.Lead!.Name, PlanTitle = plan.Title };
        var waiting = (await rows.AsNoTracking().Take(MaximumCount).ToListAsync())
            .SelectMany(r => Waiting(r.Cell, counties.GetValueOrDefault(r.Cell.CountyId, ""), r.Number, r.Title, r.PlanTitle, r.IssuerName, mine))
            .OrderBy(w => w.Since);
        return new ListResultDto<WaitingItem>([.. waiting]);
    }

    /// <summary>Verifies a claim: the task is done. Refuses: ClaimantCannotVerify, TaskIsNotClaimed, NotTheIssuingDepartment.</summary>
    [Authorize(ProgrammePermissions.VerificationsDecide)]
    public Task<TaskDto> VerifyAsync(Guid id, VerifyInput input) =>
        DecideAsync(id, input.CountyId, input.ConcurrencyStamp, "Verify", (task, occasion) =>
        {
            Duties.Check(ProgrammeDuties.ClaimAndVerify, task.ClaimedById);
            return task.Verify(input.Note, occasion);
        });

    /// <summary>Returns a claim. Refuses: ClaimantCannotVerify, TaskIsNotClaimed, NotTheIssuingDepartment, ReasonIsRequired.</summary>
    [Authorize(ProgrammePermissions.VerificationsDecide)]
    public Task<TaskDto> ReturnAsync(Guid id, ReturnInput input) =>
        DecideAsync(id, input.CountyId, input.ConcurrencyStamp, "Verify", (task, occasion) =>
        {
            Duties.Check(ProgrammeDuties.ClaimAndVerify, task.ClaimedById);
            return task.Return(input.Reason ?? "", occasion);
        });

    /// <summary>Grants or refuses more time. Refuses: ExtensionAlreadyDecided, NotTheIssuingDepartment, ReasonIsRequired (when refusing).</summary>
    [Authorize(ProgrammePermissions.VerificationsDecide)]
    public Task<TaskDto> DecideExtensionAsync(Guid id, DecideExtensionInput input) =>
        DecideAsync(id, input.CountyId, input.ConcurrencyStamp, "DecideExtension",
            (task, occasion) => task.DecideExtension(input.ExtensionId, input.Grant, input.Reason, occasion));

    /// <summary>Who acts is asked in the city, where the user's department is known; what follows happens in the county.</summary>
    private async Task<TaskDto> DecideAsync(
        Guid id, Guid countyId, string? concurrencyStamp, string purpose, Func<CountyTask, Occasion, TaskChange> verb)
    {
        var who = await Occasions.GetActorAsync();
        return await Visitor.VisitAsync(countyId, id, null, purpose, () => Desk.ChangeAsync(who, id, concurrencyStamp, verb));
    }

    private static IEnumerable<WaitingItem> Waiting(
        WallChartCell cell, string countyName, string number, string title, string planTitle, string issuerName, Guid? mine)
    {
        if (cell.ClaimedAt is { } claimedAt)
        {
            yield return Item(WaitingKind.Claim, claimedAt, null, null);
        }

        if (cell.ExtensionId is { } extensionId)
        {
            yield return Item(WaitingKind.Extension, cell.ExtensionAskedAt!.Value, cell.ExtensionNewDue, extensionId);
        }

        WaitingItem Item(WaitingKind kind, DateTime since, DateOnly? newDue, Guid? extensionId) => new(
            kind, cell.CountyId, countyName, cell.TaskId, number, title, planTitle, since, cell.Due, newDue, extensionId, issuerName,
            cell.IssuerOrganisationId == mine, cell.PersonName);
    }
}
