using DoubleReductionGov.Host;
using DoubleReductionGov.Host.Commands;

var commandLine = CommandLine.Parse(args);
if (!commandLine.Serves)
{
    return await commandLine.RunAsync(CreateAsync, Console.Out, Console.Error);
}

var app = await CreateAsync();
await app.InitializeApplicationAsync();
await app.RunAsync();
return 0;

async Task<WebApplication> CreateAsync()
{
    var builder = WebApplication.CreateBuilder(commandLine.Configuration);
    await builder.AddApplicationAsync<HostModule>();
    return builder.Build();
}

/// <summary>The host's entry point; tests start the application through it.</summary>
public partial class Program;
