using DoubleReductionGov.Directory;
using DoubleReductionGov.Programme.Evidence;
using DoubleReductionGov.Programme.Tasks;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Application.Services;
using Volo.Abp.Content;
using Volo.Abp.Domain.Repositories;

namespace DoubleReductionGov.Programme.Verification;

/// <summary>The city reads one task of one county. Each look is recorded in the county, with its purpose, and the county can read it.</summary>
[Authorize(DirectoryPermissions.EnterCounty)]
public sealed class CountyTaskAppService : ApplicationService
{
    private IRepository<CountyTask, Guid> Tasks => LazyServiceProvider.LazyGetRequiredService<IRepository<CountyTask, Guid>>();

    private CountyVisitor Visitor => LazyServiceProvider.LazyGetRequiredService<CountyVisitor>();

    private TaskReader Reader => LazyServiceProvider.LazyGetRequiredService<TaskReader>();

    private EvidenceStore EvidenceStore => LazyServiceProvider.LazyGetRequiredService<EvidenceStore>();

    /// <summary>The task as the county sees it (TASK-07). Refuses what entering a county refuses, such as Directory:PurposeIsRequired.</summary>
    public Task<TaskDto> GetAsync(Guid id, Guid countyId, string purpose) =>
        Visitor.VisitAsync(countyId, id, purpose, "ReadTask", async () => await Reader.ReadAsync(await Tasks.GetAsync(id)));

    /// <summary>Who did what and when, newest first.</summary>
    public Task<PagedResultDto<ChangeDto>> GetHistoryAsync(Guid id, CountyHistoryInput input) =>
        Visitor.VisitAsync(input.CountyId, id, input.Purpose, "ReadHistory", () => Reader.HistoryAsync(id, input));

    /// <summary>A file of evidence, for download.</summary>
    public Task<IRemoteStreamContent> GetEvidenceAsync(Guid id, Guid countyId, Guid evidenceId) =>
        Visitor.VisitAsync(countyId, id, null, "ReadEvidence", async () => await EvidenceStore.OpenAsync((await Tasks.GetAsync(id)).FindEvidence(evidenceId)));
}
