using DoubleReductionGov.Directory;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.DependencyInjection;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Guids;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>From the bytes of a file to a draft plan, or to one refusal that lists every mistake.</summary>
internal sealed class PlanImport(
    IRepository<Plan, Guid> plans,
    IDirectoryIntegrationService directory,
    IGuidGenerator guids,
    IStringLocalizer<ProgrammeResource> texts) : ITransientDependency
{
    public async Task<Plan> ImportAsync(byte[] bytes)
    {
        var people = await GetPeopleAsync();
        var (file, errors) = PlanFileParser.Parse(bytes, people.ToContext(await directory.GetCountiesAsync()));
        if (file is null)
        {
            throw Refusal(errors);
        }

        if (await (await plans.GetQueryableAsync()).AnyAsync(p => p.Code == file.Code))
        {
            throw new BusinessException(ProgrammeErrors.PlanCodeExists).WithData("code", file.Code);
        }

        return await plans.InsertAsync(new Plan(guids.Create(), file, people, guids), autoSave: true);
    }

    public async Task<PlanPeople> GetPeopleAsync() => new(await directory.GetOrganisationsAsync(), await directory.GetPeopleAsync());

    private BusinessException Refusal(IReadOnlyList<PlanFileError> errors)
    {
        var lines = errors.Select(e => new PlanFileLine(e.Line, texts["PlanFile:" + e.Reason, e.Arguments].Value)).ToList();
        var details = string.Join('\n', lines.Select(l => l.Line == 0 ? l.Message : texts["PlanFile:Line", l.Line, l.Message].Value));
        return new BusinessException(ProgrammeErrors.PlanFileIsInvalid, details: details)
            .WithData("count", lines.Count).WithData("errors", lines);
    }
}
