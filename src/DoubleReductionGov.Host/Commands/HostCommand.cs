namespace DoubleReductionGov.Host.Commands;

/// <summary>A task that the host does instead of serving: <c>dotnet DoubleReductionGov.Host.dll NAME …</c>. A class here is found by itself.</summary>
internal abstract class HostCommand
{
    /// <summary>The word that follows the program's name.</summary>
    public abstract string Name { get; }

    /// <summary>The arguments after the name, as usage shows them, such as <c>FOLDER [--force]</c>.</summary>
    public abstract string Arguments { get; }

    /// <summary>What it does, in one line.</summary>
    public abstract string Summary { get; }

    /// <summary>
    /// Does the work and returns the exit code: 0 when all is done. The modules' services are there, but nothing was migrated or started.
    /// Throws <see cref="CommandUsageException"/> for arguments it does not understand (exit code 2) and <see cref="CommandException"/> for
    /// what the operator must mend (exit code 1).
    /// </summary>
    public abstract Task<int> RunAsync(IServiceProvider services, CommandArguments arguments, CancellationToken cancellationToken);
}

/// <summary>The work could not be done; the message is all that the operator needs to see.</summary>
internal sealed class CommandException(string message) : Exception(message);

/// <summary>The command was called with arguments that it does not understand.</summary>
internal sealed class CommandUsageException(string message) : Exception(message);
