namespace DoubleReductionGov.Directory;

/// <summary>The only way for the city to read a county's rows: one county at a time, for a stated purpose that the county can read.</summary>
public interface ICountyVisits
{
    /// <summary>Longest purpose, in characters.</summary>
    const int PurposeMaxLength = 200;

    /// <summary>Longest subject, in characters.</summary>
    const int SubjectMaxLength = 500;

    /// <summary>
    /// Records the visit in the county and makes the county the current tenant until the result is disposed. Call it directly in the
    /// method that reads, as <c>using (await visits.EnterAsync(…))</c>: the change ends with the async method that called.
    /// When it throws, nothing was recorded; let the exception leave the calling method, which may already stand in the county.
    /// Looking at the same subject again for the same purpose within the setting <c>Directory.Visits.RepeatMinutes</c> is the same visit.
    /// </summary>
    /// <param name="countyId">The county's tenant id.</param>
    /// <param name="purpose">Why, in the visitor's words; at most <see cref="PurposeMaxLength"/> characters.</param>
    /// <param name="subject">What is looked at, in words that the county understands; at most <see cref="SubjectMaxLength"/> characters.</param>
    /// <exception cref="ArgumentException">The subject is blank or too long: a mistake of the caller.</exception>
    /// <remarks>
    /// Refusals, in this order: <c>AbpAuthorizationException</c> unless a city account with <see cref="DirectoryPermissions.EnterCounty"/> asks;
    /// <see cref="DirectoryErrors.PurposeIsRequired"/>; <see cref="DirectoryErrors.PurposeIsTooLong"/>;
    /// <c>EntityNotFoundException</c> for an unknown or inactive county.
    /// </remarks>
    Task<IDisposable> EnterAsync(Guid countyId, string purpose, string subject);
}
