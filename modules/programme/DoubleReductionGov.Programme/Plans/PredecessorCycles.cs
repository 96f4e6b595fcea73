namespace DoubleReductionGov.Programme.Plans;

/// <summary>Finds items that wait for each other. A task is done only after its steps, so it waits for them too.</summary>
internal sealed class PredecessorCycles
{
    private readonly Dictionary<string, List<string>> _waitsFor = [];
    private readonly HashSet<string> _finished = [];
    private readonly List<string> _path = [];
    private readonly List<IReadOnlyList<string>> _cycles = [];

    public static IReadOnlyList<IReadOnlyList<string>> Find(IReadOnlyList<PlanFileItem> tasks)
    {
        var search = new PredecessorCycles();
        foreach (var task in tasks)
        {
            search._waitsFor.TryAdd(task.Number, [.. task.After, .. task.Steps.Select(s => s.Number)]);
            foreach (var step in task.Steps)
            {
                search._waitsFor.TryAdd(step.Number, [.. step.After]);
            }
        }

        foreach (var number in search._waitsFor.Keys.Where(n => n.Length > 0))
        {
            search.Visit(number);
        }

        return search._cycles;
    }

    private void Visit(string number)
    {
        if (_finished.Contains(number))
        {
            return;
        }

        if (_path.IndexOf(number) is var start and >= 0)
        {
            _cycles.Add(_path[start..]);
            return;
        }

        _path.Add(number);
        foreach (var next in _waitsFor.GetValueOrDefault(number) ?? [])
        {
            Visit(next);
        }

        _path.RemoveAt(_path.Count - 1);
        _finished.Add(number);
    }
}
