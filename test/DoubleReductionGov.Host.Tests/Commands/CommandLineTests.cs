namespace DoubleReductionGov.Host.Commands;

public sealed class CommandLineTests : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--environment=Development")]
    public void Without_a_command_it_serves_and_all_arguments_are_configuration(params string[] args)
    {
        var commandLine = CommandLine.Parse(args);

        commandLine.Serves.ShouldBeTrue();
        commandLine.Configuration.ShouldBe(args);
    }

    [Fact]
    public void With_a_command_only_section_and_key_are_configuration()
    {
        var commandLine = CommandLine.Parse(["migrate", "--ConnectionStrings:Default=Data Source=a.db", "--force", "--county=柯城区"]);

        commandLine.Serves.ShouldBeFalse();
        commandLine.Configuration.ShouldBe(["--ConnectionStrings:Default=Data Source=a.db"]);
    }

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_usage_and_nothing_is_started()
    {
        (await RunAsync("migrat")).ShouldBe(CommandLine.Misused);

        _error.ToString().ShouldContain("'migrat'");
        _error.ToString().ShouldContain("usage:");
        _output.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("help")]
    public async Task Help_names_every_command(string word)
    {
        (await RunAsync(word)).ShouldBe(CommandLine.Done);

        foreach (var command in CommandLine.Commands)
        {
            _output.ToString().ShouldContain($"  {command.Name}");
            _output.ToString().ShouldContain(command.Summary);
        }
    }

    [Fact]
    public void Commands_have_names_of_their_own() => CommandLine.Commands.Select(command => command.Name).ShouldBeUnique();

    [Fact]
    public void Flags_options_and_words_may_stand_in_any_order()
    {
        var arguments = new CommandArguments(["--county", "柯城区", "security-admin", "--force", "li.wei", "--name=李伟"], _output);

        arguments.TakeFlag("--force").ShouldBeTrue();
        arguments.TakeFlag("--force").ShouldBeFalse();
        arguments.TakeOption("--county").ShouldBe("柯城区");
        arguments.TakeOption("--name").ShouldBe("李伟");
        arguments.TakeOption("--none").ShouldBeNull();
        arguments.TakeWord("KIND").ShouldBe("security-admin");
        arguments.TakeWord("USER-NAME").ShouldBe("li.wei");
        arguments.EnsureNothingLeft();
    }

    [Fact]
    public void What_is_missing_or_left_over_is_a_misuse()
    {
        Should.Throw<CommandUsageException>(() => new CommandArguments(["--force"], _output).TakeWord("FOLDER")).Message.ShouldContain("FOLDER");
        Should.Throw<CommandUsageException>(() => new CommandArguments(["--county", "--force"], _output).TakeOption("--county")).Message.ShouldContain("--county");
        Should.Throw<CommandUsageException>(() => new CommandArguments(["--frce"], _output).EnsureNothingLeft()).Message.ShouldContain("--frce");
    }

    private Task<int> RunAsync(params string[] args) =>
        CommandLine.Parse(args).RunAsync(() => throw new InvalidOperationException("No application is needed."), _output, _error);
}
