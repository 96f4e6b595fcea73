using System.Data.Common;
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
    /// <summary>SQL's own name for it; SQLite lets only one write at a time and never says it.</summary>
    private const string UniqueViolation = "23505";

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
            throw CodeExists(file.Code);
        }

        try
        {
            return await plans.InsertAsync(new Plan(guids.Create(), file, people, guids), autoSave: true);
        }
        catch (DbUpdateException e) when (e.InnerException is DbException { SqlState: UniqueViolation })
        {
            // Somebody imported it while this file was being read.
            throw CodeExists(file.Code);
        }
    }

    public async Task<PlanPeople> GetPeopleAsync() => new(await directory.GetOrganisationsAsync(), await directory.GetPeopleAsync());

    private static BusinessException CodeExists(string code) => new BusinessException(ProgrammeErrors.PlanCodeExists).WithData("code", code);

    private BusinessException Refusal(IReadOnlyList<PlanFileError> errors)
    {
        var lines = errors.Select(e => new PlanFileLine(e.Line, texts["PlanFile:" + e.Reason, e.Arguments].Value)).ToList();
        var details = string.Join('\n', lines.Select(l => l.Line == 0 ? l.Message : texts["PlanFile:Line", l.Line, l.Message].Value));
        return new BusinessException(ProgrammeErrors.PlanFileIsInvalid, details: details)
            .WithData("count", lines.Count).WithData("errors", lines);
    }
}
