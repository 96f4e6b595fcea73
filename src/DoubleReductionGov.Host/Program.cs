using DoubleReductionGov.Host;
using DoubleReductionGov.Host.Commands;
using DoubleReductionGov.Host.Data;
using Volo.Abp;

var commandLine = CommandLine.Parse(args);
if (!commandLine.Serves)
{
    return await commandLine.RunAsync(CreateAsync, Console.Out, Console.Error); // exempt(console): a command speaks to whoever called it
}

var app = await CreateAsync();
try
{
    await app.InitializeApplicationAsync();
}
catch (AbpInitializationException e) when (e.InnerException is StartRefusedException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message); // exempt(console): one line, whatever the logging is
    return CommandLine.Failed;
}

await app.RunAsync();
return CommandLine.Done;

async Task<WebApplication> CreateAsync()
{
    var builder = WebApplication.CreateBuilder(commandLine.Configuration);
    await builder.AddApplicationAsync<HostModule>();
    return builder.Build();
}

/// <summary>The host's entry point; tests start the application through it.</summary>
public partial class Program;
