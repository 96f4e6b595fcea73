namespace DoubleReductionGov.Notices;

/// <summary>The notices that the modules may send. Each module declares its own in its module class.</summary>
public sealed class NoticeOptions
{
    private readonly Dictionary<string, NoticeDefinition> _definitions = [];

    /// <summary>All that were declared, in the order of their names.</summary>
    public IEnumerable<NoticeDefinition> Definitions => _definitions.Values.OrderBy(d => d.Name, StringComparer.Ordinal);

    /// <summary>
    /// Declares a notice. The resource has three texts: <c>Notice:{name}</c> is the title, <c>Notice:{name}:Text</c> the body, both with
    /// <c>{key}</c> for the values, and <c>Notice:{name}:Kind</c> says in the preferences what it is about.
    /// </summary>
    public void Add<TResource>(string name, NoticeSeverity severity = NoticeSeverity.Information) =>
        _definitions.Add(name, new NoticeDefinition(name, severity, typeof(TResource)));

    /// <summary>The declaration of that name, or null.</summary>
    public NoticeDefinition? Find(string name) => _definitions.GetValueOrDefault(name);
}

/// <summary>A notice that a module may send.</summary>
/// <param name="Name">Module and matter, such as <c>Programme.TaskReturned</c>.</param>
/// <param name="Severity">How much it presses.</param>
/// <param name="Resource">The localisation resource that has its texts.</param>
public sealed record NoticeDefinition(string Name, NoticeSeverity Severity, Type Resource);

/// <summary>How much a notice presses.</summary>
public enum NoticeSeverity
{
    /// <summary>Good to know; stays in the portal unless the receiver asks for e-mail.</summary>
    Information,

    /// <summary>Something has to be done; by e-mail too, unless the receiver does not want it.</summary>
    Warning,

    /// <summary>At once: neither gathered with others nor held back in quiet hours.</summary>
    Urgent,
}
