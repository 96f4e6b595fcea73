using DoubleReductionGov.Host;

var builder = WebApplication.CreateBuilder(args);
await builder.AddApplicationAsync<HostModule>();
var app = builder.Build();
await app.InitializeApplicationAsync();
await app.RunAsync();

/// <summary>The host's entry point; tests start the application through it.</summary>
public partial class Program;
