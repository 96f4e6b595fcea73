namespace DoubleReductionGov.Notices;

/// <summary>Tells people of something that concerns them.</summary>
public interface INoticeSender
{
    /// <summary>
    /// Puts a notice into the inbox of each receiver, in the current tenant and the current unit of work: what is rolled back is not told.
    /// E-mail and short messages follow later, as the receiver wants them. Somebody named twice is told once.
    /// </summary>
    /// <exception cref="ArgumentException">No module has declared a notice of that name (<see cref="NoticeOptions"/>).</exception>
    Task SendAsync(NoticeToSend notice, IEnumerable<Guid> userIds);
}

/// <summary>What is told.</summary>
/// <param name="Name">The name under which the notice was declared.</param>
/// <param name="Values">What stands for the <c>{key}</c> of the texts. No personal data of children: values are stored as they are.</param>
/// <param name="Link">Where the portal shows the matter: a path such as <c>/tasks/…</c>, or null.</param>
public sealed record NoticeToSend(string Name, IReadOnlyDictionary<string, string> Values, string? Link = null);
