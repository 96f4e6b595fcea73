using System.Runtime.InteropServices;

namespace DoubleReductionGov.Host.Commands;

/// <summary>
/// What the host was called for. Without a command word it serves. <c>--Section:Key=value</c> is configuration, for commands too;
/// everything else after the word belongs to the command.
/// </summary>
internal sealed class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int Misused = 2;

    private static readonly string[] HelpWords = ["--help", "-h", "help"];
    private readonly string[] _arguments;

    private CommandLine(string[] arguments, string[] configuration)
    {
        _arguments = arguments;
        Configuration = configuration;
    }

    /// <summary>The arguments that the host's configuration reads.</summary>
    public string[] Configuration { get; }

    /// <summary>Nothing to do but serve.</summary>
    public bool Serves => _arguments.Length == 0;

    public static IReadOnlyList<HostCommand> Commands { get; } =
        [.. typeof(HostCommand).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(HostCommand)) && !type.IsAbstract)
            .Select(type => (HostCommand)Activator.CreateInstance(type)!)
            .OrderBy(command => command.Name, StringComparer.Ordinal)];

    public static CommandLine Parse(string[] args)
    {
        if (args.Length == 0 || (args[0].StartsWith('-') && !HelpWords.Contains(args[0])))
        {
            return new CommandLine([], args);
        }

        return new CommandLine(args.Where(argument => !IsConfiguration(argument)).ToArray(), args.Where(IsConfiguration).ToArray());
    }

    /// <summary>Runs the command and returns the exit code: 0 done, 1 failed, 2 misused. The application is only made for a command that is there.</summary>
    public async Task<int> RunAsync(Func<Task<WebApplication>> createApplication, TextWriter output, TextWriter error)
    {
        var (word, rest) = (_arguments[0], _arguments[1..]);
        if (HelpWords.Contains(word))
        {
            await output.WriteLineAsync(Usage(Commands));
            return Done;
        }

        if (Commands.FirstOrDefault(candidate => candidate.Name == word) is not { } command)
        {
            await error.WriteLineAsync($"There is no command '{word}'.\n\n{Usage(Commands)}");
            return Misused;
        }

        if (rest.Intersect(HelpWords[..2]).Any())
        {
            await output.WriteLineAsync(Usage([command]));
            return Done;
        }

        return await RunAsync(command, new CommandArguments(rest, output), createApplication, error);
    }

    private static async Task<int> RunAsync(HostCommand command, CommandArguments arguments, Func<Task<WebApplication>> createApplication, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        try
        {
            await using var app = await createApplication();
            await using var scope = app.Services.CreateAsyncScope();
            return await command.RunAsync(scope.ServiceProvider, arguments, stop.Token);
        }
        catch (CommandUsageException e)
        {
            await error.WriteLineAsync($"{e.Message}\n\n{Usage([command])}");
            return Misused;
        }
        catch (CommandException e)
        {
            await error.WriteLineAsync(e.Message);
            return Failed;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await error.WriteLineAsync($"{command.Name} was stopped before it was done.");
            return Failed;
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static string Usage(IReadOnlyList<HostCommand> commands)
    {
        var lines = commands.Select(command => $"  {$"{command.Name} {command.Arguments}".TrimEnd()}\n      {command.Summary}");
        return $"""
            usage: DoubleReductionGov.Host [COMMAND] [--Section:Key=value …]

            {string.Join('\n', lines)}

            Without a command it serves. Configuration: appsettings.json, then environment variables (Section__Key), then --Section:Key=value.
            """;
    }

    private static bool IsConfiguration(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf(':') is > 0 and var colon && argument.IndexOf('=') > colon;
}
