using DoubleReductionGov.Host.Data;
using Volo.Abp;

namespace DoubleReductionGov.Host.Commands;

/// <summary>Creates and updates every database of the installation. May be broken off and called again at any time.</summary>
internal sealed class MigrateCommand : HostCommand
{
    public override string Name => "migrate";

    public override string Arguments => "";

    public override string Summary => "Brings the host's database and every tenant's own one to the newest schema. Ends with 1 if one failed; call it again for the rest.";

    public override async Task<int> RunAsync(IServiceProvider services, CommandArguments arguments, CancellationToken cancellationToken)
    {
        arguments.EnsureNothingLeft();
        try
        {
            var failed = await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(arguments.Output.WriteLine, cancellationToken);
            return failed.Count == 0
                ? CommandLine.Done
                : throw new CommandException($"{failed.Count} failed: {string.Join(", ", failed)}. The others are done; run it again when the cause is mended.");
        }
        catch (BusinessException e)
        {
            throw new CommandException($"The host's database: {e.GetBaseException().Message}");
        }
    }
}
