using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.Content;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Settings;

namespace DoubleReductionGov.Programme.Evidence;

/// <summary>The bytes of evidence: read in, kept, handed out for download, taken away.</summary>
internal sealed class EvidenceStore(IRepository<EvidenceContent, Guid> contents, ISettingProvider settings) : ITransientDependency
{
    public async Task<EvidenceFile> ReadAsync(IRemoteStreamContent? file) =>
        await EvidenceFile.ReadAsync(file, await settings.GetAsync<int>(ProgrammeSettings.MaximumEvidenceMegabytes));

    public Task KeepAsync(Guid evidenceId, CountyTask task, EvidenceFile file) =>
        contents.InsertAsync(new EvidenceContent(evidenceId, task.TenantId, file.Content));

    public async Task<IRemoteStreamContent> OpenAsync(TaskEvidence evidence)
    {
        var content = await contents.GetAsync(evidence.Id);
        return new RemoteStreamContent(new MemoryStream(content.Bytes), evidence.FileName, evidence.ContentType);
    }

    public Task RemoveAsync(Guid evidenceId) => contents.DeleteAsync(evidenceId);
}
