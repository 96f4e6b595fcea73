using DoubleReductionGov.Directory;

namespace DoubleReductionGov.Programme.Plans;

/// <summary>The city's departments and people, as a plan's file names them: departments by code, people by department and name.</summary>
internal sealed class PlanPeople(IReadOnlyList<OrganisationInfo> organisations, IReadOnlyList<PersonInfo> people)
{
    public PlanDepartment? Department(string? code) => organisations.FirstOrDefault(o => o.Code == code) is { } found ? Of(found) : null;

    public PlanDepartment? Department(Guid id) => organisations.FirstOrDefault(o => o.Id == id) is { } found ? Of(found) : null;

    public PersonInfo? Person(string? departmentCode, string? name) =>
        name is null ? null : people.FirstOrDefault(p => p.Name == name && p.OrganisationId == Department(departmentCode)?.Id);

    public PersonInfo? Person(Guid id) => people.FirstOrDefault(p => p.Id == id);

    /// <summary>What a file is checked against.</summary>
    public PlanFileContext ToContext(IReadOnlyList<CountyInfo> counties) => new(
        organisations.Select(o => o.Code).ToHashSet(),
        [.. people.Join(organisations, p => p.OrganisationId, o => o.Id, (p, o) => (o.Code, p.Name))],
        counties.Select(c => c.Code).ToHashSet());

    private static PlanDepartment Of(OrganisationInfo organisation) => new(organisation.Id, organisation.Code, organisation.ShortName);
}
