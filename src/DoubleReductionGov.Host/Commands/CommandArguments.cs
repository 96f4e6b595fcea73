namespace DoubleReductionGov.Host.Commands;

/// <summary>Words, flags (<c>--force</c>) and options (<c>--county 柯城区</c> or <c>--county=柯城区</c>), taken one after the other; what is left over is a mistake.</summary>
internal sealed class CommandArguments(IEnumerable<string> arguments, TextWriter output)
{
    private readonly List<string> _left = [.. arguments];

    /// <summary>Where the command tells what it does.</summary>
    public TextWriter Output { get; } = output;

    public bool TakeFlag(string flag) => _left.Remove(flag);

    public string? TakeOption(string option)
    {
        var at = _left.FindIndex(argument => argument == option || argument.StartsWith(option + "=", StringComparison.Ordinal));
        if (at < 0)
        {
            return null;
        }

        var argument = _left[at];
        _left.RemoveAt(at);
        if (argument != option)
        {
            return argument[(option.Length + 1)..];
        }

        if (at == _left.Count || IsOption(_left[at]))
        {
            throw new CommandUsageException($"{option} needs a value.");
        }

        var value = _left[at];
        _left.RemoveAt(at);
        return value;
    }

    /// <summary>The next word. Take flags and options before, so that their values are not mistaken for it.</summary>
    public string TakeWord(string what)
    {
        var at = _left.FindIndex(argument => !IsOption(argument));
        if (at < 0)
        {
            throw new CommandUsageException($"{what} is missing.");
        }

        var word = _left[at];
        _left.RemoveAt(at);
        return word;
    }

    public void EnsureNothingLeft()
    {
        if (_left.Count > 0)
        {
            throw new CommandUsageException($"'{_left[0]}' is not understood.");
        }
    }

    private static bool IsOption(string argument) => argument.StartsWith('-');
}
