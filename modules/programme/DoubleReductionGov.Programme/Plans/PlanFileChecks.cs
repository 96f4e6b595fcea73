namespace DoubleReductionGov.Programme.Plans;

/// <summary>What only shows in the whole of a plan's file, or in comparison with the directory.</summary>
internal sealed class PlanFileChecks
{
    private readonly PlanFile _plan;
    private readonly PlanFileContext _context;
    private readonly List<PlanFileItem> _items;
    private readonly List<PlanFileError> _errors = [];

    private PlanFileChecks(PlanFile plan, PlanFileContext context)
    {
        _plan = plan;
        _context = context;
        _items = [.. plan.Tasks.SelectMany(t => t.Steps.Prepend(t))];
    }

    public static IReadOnlyList<PlanFileError> Run(PlanFile plan, PlanFileContext context)
    {
        var checks = new PlanFileChecks(plan, context);
        checks.CheckDates();
        checks.CheckWeights();
        checks.CheckNumbers();
        checks.CheckPredecessors();
        checks._items.ForEach(checks.CheckDepartments);
        checks._items.ForEach(checks.CheckCounties);
        return checks._errors;
    }

    private void CheckDates()
    {
        var (start, due) = (Known(_plan.Start), Known(_plan.Due));
        if (due < start)
        {
            Fail(1, PlanFileReason.DueBeforeStart, ItemRules.Text(start), ItemRules.Text(due));
        }

        foreach (var task in _plan.Tasks)
        {
            CheckDates(task, start, due);
            foreach (var step in task.Steps)
            {
                CheckDates(step, task.Start ?? start, task.Due ?? due);
            }
        }
    }

    private void CheckDates(PlanFileItem item, DateOnly? parentStart, DateOnly? parentDue)
    {
        if (item.Due < item.Start)
        {
            Fail(item.LineOf("due"), PlanFileReason.DueBeforeStart, ItemRules.Text(item.Start), ItemRules.Text(item.Due));
            return;
        }

        foreach (var (key, date) in new[] { ("start", item.Start), ("due", item.Due) })
        {
            if (date < parentStart || date > parentDue)
            {
                Fail(item.LineOf(key), PlanFileReason.DatesOutsideParent, key, ItemRules.Text(date), ItemRules.Text(parentStart), ItemRules.Text(parentDue));
            }
        }
    }

    /// <summary>A weight that could not be read has been reported; the sum would only say so again.</summary>
    private void CheckWeights()
    {
        CheckWeights(_plan.Tasks, 1, _plan.Code);
        foreach (var task in _plan.Tasks.Where(t => t.Steps.Count > 0))
        {
            CheckWeights(task.Steps, task.LineOf("steps"), task.Number);
        }
    }

    private void CheckWeights(IReadOnlyList<PlanFileItem> items, int line, string parent)
    {
        if (items.Count > 0 && items.All(i => i.Weight is not null) && items.Sum(i => i.Weight!.Value) is var sum and not ItemRules.TotalWeight)
        {
            Fail(line, PlanFileReason.WeightsDoNotAddUp, parent, sum);
        }
    }

    private void CheckNumbers()
    {
        var first = new Dictionary<string, PlanFileItem>();
        foreach (var item in _items.Where(i => i.Number.Length > 0 && !first.TryAdd(i.Number, i)))
        {
            Fail(item.LineOf("number"), PlanFileReason.DuplicateNumber, item.Number, first[item.Number].LineOf("number"));
        }
    }

    private void CheckPredecessors()
    {
        var numbers = _items.Select(i => i.Number).ToHashSet();
        foreach (var item in _items)
        {
            foreach (var unknown in item.After.Where(number => !numbers.Contains(number)))
            {
                Fail(item.LineOf("after"), PlanFileReason.UnknownPredecessor, unknown);
            }
        }

        foreach (var cycle in PredecessorCycles.Find(_plan.Tasks))
        {
            var closing = _items.First(i => i.Number == cycle[^1]);
            Fail(closing.LineOf("after"), PlanFileReason.PredecessorCycle, string.Join(" → ", cycle.Append(cycle[0])));
        }
    }

    private void CheckDepartments(PlanFileItem item)
    {
        if (item.Lines.TryGetValue("lead", out var leadLine) && item.Lead is { } lead && !_context.DepartmentCodes.Contains(lead))
        {
            Fail(leadLine, PlanFileReason.UnknownDepartment, lead);
        }

        if (item.Lines.TryGetValue("support", out var supportLine))
        {
            foreach (var unknown in item.Support.Where(code => !_context.DepartmentCodes.Contains(code)))
            {
                Fail(supportLine, PlanFileReason.UnknownDepartment, unknown);
            }

            foreach (var twice in item.Support.Append(item.Lead ?? "").GroupBy(code => code).Where(g => g.Count() > 1))
            {
                Fail(supportLine, PlanFileReason.DepartmentTwice, twice.Key);
            }
        }

        if (item.Lines.TryGetValue("person", out var personLine) && item.Person is { } person)
        {
            CheckPerson(item, person, personLine);
        }
    }

    private void CheckPerson(PlanFileItem item, string person, int line)
    {
        if (item.Lead is null)
        {
            Fail(line, PlanFileReason.PersonWithoutLead, person);
            return;
        }

        var found = _context.People.Count(p => p.DepartmentCode == item.Lead && p.Name == person);
        if (found != 1 && _context.DepartmentCodes.Contains(item.Lead))
        {
            Fail(line, found == 0 ? PlanFileReason.UnknownPerson : PlanFileReason.AmbiguousPerson, person, item.Lead);
        }
    }

    private void CheckCounties(PlanFileItem item)
    {
        foreach (var county in item.Shares?.Keys.Where(code => !_context.CountyCodes.Contains(code)) ?? [])
        {
            Fail(item.LineOf("measure"), PlanFileReason.UnknownCounty, county);
        }
    }

    private void Fail(int line, PlanFileReason reason, params object[] arguments) => _errors.Add(new PlanFileError(line, reason, arguments));

    private static DateOnly? Known(DateOnly date) => date == default ? null : date;
}
