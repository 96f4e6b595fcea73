namespace DoubleReductionGov.Platform.SeparationOfDuties;

/// <summary>The pairs of duties that one person must not do in the same matter, as the modules declare them.</summary>
public sealed class SeparationOfDutiesOptions
{
    private readonly List<DutyPair> _pairs = [];

    /// <summary>All pairs, in the order of their declaration.</summary>
    public IReadOnlyList<DutyPair> Pairs => _pairs;

    /// <summary>Declares a pair; to be called in a module's <c>ConfigureServices</c>.</summary>
    /// <param name="name">After the module, such as <c>Programme.ClaimAndVerify</c>.</param>
    /// <param name="firstPermission">With it the first duty is done.</param>
    /// <param name="secondPermission">With it the second.</param>
    /// <param name="refusal">The code with which the second is refused to whoever did the first; its text explains the pair.</param>
    /// <exception cref="ArgumentException">The name is taken: a mistake of the caller.</exception>
    public void Add(string name, string firstPermission, string secondPermission, string refusal)
    {
        if (_pairs.Exists(pair => pair.Name == name))
        {
            throw new ArgumentException($"The duties '{name}' are declared already.", nameof(name));
        }

        _pairs.Add(new DutyPair(name, firstPermission, secondPermission, refusal));
    }
}

/// <summary>Two duties that one person must not do in the same matter.</summary>
/// <param name="Name">Its name, as code asks for it.</param>
/// <param name="FirstPermission">With it the first duty is done.</param>
/// <param name="SecondPermission">With it the second.</param>
/// <param name="Refusal">The code of the refusal.</param>
public sealed record DutyPair(string Name, string FirstPermission, string SecondPermission, string Refusal);
