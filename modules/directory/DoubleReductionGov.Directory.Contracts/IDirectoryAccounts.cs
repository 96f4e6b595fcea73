namespace DoubleReductionGov.Directory;

/// <summary>Which person of the directory an account belongs to. People and accounts are those of the current tenant; needs a unit of work, checks no permission.</summary>
public interface IDirectoryAccounts
{
    /// <summary>The people to whom these accounts belong; an account without a person is left out.</summary>
    Task<IReadOnlyList<PersonInfo>> GetPeopleOfUsersAsync(IReadOnlyCollection<Guid> userIds);

    /// <summary>The accounts of an organisation's people; empty for an unknown organisation.</summary>
    Task<IReadOnlyList<Guid>> GetUserIdsAsync(Guid organisationId);

    /// <summary>People without an account, by organisation and name.</summary>
    /// <param name="filter">Part of the name, or null.</param>
    /// <param name="organisationId">Of this organisation only, or null.</param>
    /// <param name="maximum">No more than these.</param>
    Task<IReadOnlyList<PersonInfo>> GetPeopleWithoutUserAsync(string? filter, Guid? organisationId, int maximum);

    /// <summary>Gives the account to a person.</summary>
    /// <remarks>Refuses: <see cref="DirectoryErrors.PersonHasAccount"/>. Throws <c>EntityNotFoundException</c> for a person that the current tenant does not have.</remarks>
    Task<PersonInfo> LinkAsync(Guid userId, Guid personId);

    /// <summary>Gives the account to the one person of this name in the organisation who has none, or to a new person.</summary>
    /// <remarks>Throws <c>EntityNotFoundException</c> for an organisation that the current tenant does not have.</remarks>
    Task<PersonInfo> LinkAsync(Guid userId, string name, string? post, Guid organisationId);

    /// <summary>The account belongs to nobody any more. Nothing happens if it did not.</summary>
    Task UnlinkAsync(Guid userId);
}
