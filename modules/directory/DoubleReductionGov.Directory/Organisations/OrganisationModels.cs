namespace DoubleReductionGov.Directory.Organisations;

public sealed record OrganisationDto(Guid Id, string Code, string Name, string ShortName);
