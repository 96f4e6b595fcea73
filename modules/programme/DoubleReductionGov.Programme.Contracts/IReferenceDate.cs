namespace DoubleReductionGov.Programme;

/// <summary>The day that counts as today for plans, progress and lights of the current tenant.</summary>
public interface IReferenceDate
{
    /// <summary>The day set for the tenant or the city (<see cref="ProgrammeSettings.ReferenceDate"/>), else the real day in China.</summary>
    Task<DateOnly> GetAsync();
}
