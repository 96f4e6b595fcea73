namespace DoubleReductionGov.Directory.Visits;

public sealed record VisitDto(Guid Id, string VisitorName, string? VisitorOrganisation, DateTime Time, string Purpose, string Subject);
