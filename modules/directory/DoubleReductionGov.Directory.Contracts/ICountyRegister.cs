namespace DoubleReductionGov.Directory;

/// <summary>The city's list of counties, also of those that are inactive. A county is a tenant and has its id; needs a unit of work, checks no permission.</summary>
public interface ICountyRegister
{
    /// <summary>These counties, in no order; an unknown id is left out.</summary>
    Task<IReadOnlyList<RegisteredCounty>> GetListAsync(IReadOnlyCollection<Guid> ids);

    /// <summary>Enters a county at the end of the list; it stays inactive until <see cref="SetActiveAsync"/>.</summary>
    /// <param name="tenantId">The county's tenant.</param>
    /// <param name="code">The six-digit division code.</param>
    /// <param name="name">At most 50 characters.</param>
    /// <remarks>Refuses: <see cref="DirectoryErrors.CountyCodeExists"/>.</remarks>
    Task AddAsync(Guid tenantId, string code, string name);

    /// <summary>Gives the county another name.</summary>
    Task RenameAsync(Guid id, string name);

    /// <summary>An inactive county is in no list and cannot be entered.</summary>
    Task SetActiveAsync(Guid id, bool isActive);
}

/// <summary>A county of the city's list, active or not.</summary>
/// <param name="Id">The id of the county's tenant.</param>
/// <param name="Code">The six-digit division code.</param>
/// <param name="Name">The official name.</param>
/// <param name="IsActive">Whether its people work on the platform.</param>
public sealed record RegisteredCounty(Guid Id, string Code, string Name, bool IsActive);
