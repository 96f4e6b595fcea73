namespace DoubleReductionGov.Administration.Duties;

/// <summary>Two duties that one person must not do in the same matter, and who could do both.</summary>
/// <param name="DisplayName">The rule in a sentence.</param>
/// <param name="Users">The first fifty of them.</param>
public sealed record DutyDto(string Name, string DisplayName, DutyRight First, DutyRight Second, IReadOnlyList<DutyUser> Users, int UserCount);

public sealed record DutyRight(string Name, string DisplayName);

public sealed record DutyUser(Guid Id, string UserName, string? Name);
