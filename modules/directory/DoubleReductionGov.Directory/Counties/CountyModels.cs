namespace DoubleReductionGov.Directory.Counties;

public sealed record CountyDto(Guid Id, string Code, string Name);
