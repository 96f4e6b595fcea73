using DoubleReductionGov.Administration;
using Microsoft.Extensions.Localization;
using Volo.Abp;
using Volo.Abp.Localization.ExceptionHandling;
using Volo.Abp.MultiTenancy;
using Volo.Abp.Uow;
using Microsoft.Extensions.Options;

namespace DoubleReductionGov.Host.Commands;

/// <summary>Appoints the first officers, whom nobody could appoint on a screen. The password is printed once and kept nowhere.</summary>
internal sealed class AddOfficerCommand : HostCommand
{
    public override string Name => "add-officer";

    public override string Arguments => $"{string.Join('|', AdministrationRoles.Officers)} USER-NAME [--county NAME] [--force]";

    public override string Summary => "Appoints an officer of the city or of a county and prints the password for the first sign-in; --force: although there is one.";

    public override async Task<int> RunAsync(IServiceProvider services, CommandArguments arguments, CancellationToken cancellationToken)
    {
        var county = arguments.TakeOption("--county");
        var evenIfThereIsOne = arguments.TakeFlag("--force");
        var role = arguments.TakeWord("The officer's role");
        var userName = arguments.TakeWord("The user name");
        arguments.EnsureNothingLeft();
        if (!OfficerSeparation.IsOfficer(role))
        {
            throw new CommandUsageException($"'{role}' is no officer's role.");
        }

        var tenant = county is null ? null : await FindAsync(services, county);
        using (services.GetRequiredService<ICurrentTenant>().Change(tenant?.Id, tenant?.Name))
        {
            var password = await AppointAsync(services, role, userName, evenIfThereIsOne);
            await arguments.Output.WriteLineAsync($"{role} {userName}: {password}");
            return CommandLine.Done;
        }
    }

    private static async Task<TenantConfiguration> FindAsync(IServiceProvider services, string county) =>
        await services.GetRequiredService<ITenantStore>().FindAsync(services.GetRequiredService<ITenantNormalizer>().NormalizeName(county)!)
        ?? throw new CommandException($"There is no county '{county}'.");

    private static async Task<string> AppointAsync(IServiceProvider services, string role, string userName, bool evenIfThereIsOne)
    {
        try
        {
            using var unitOfWork = services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
            var password = await services.GetRequiredService<IOfficerAppointment>().AppointAsync(role, userName, evenIfThereIsOne);
            await unitOfWork.CompleteAsync();
            return password;
        }
        catch (BusinessException e)
        {
            throw new CommandException(TextOf(services, e));
        }
    }

    private static string TextOf(IServiceProvider services, BusinessException refusal)
    {
        var resource = services.GetRequiredService<IOptions<AbpExceptionLocalizationOptions>>().Value.ErrorCodeNamespaceMappings[refusal.Code!.Split(':')[0]];
        string text = services.GetRequiredService<IStringLocalizerFactory>().Create(resource)[refusal.Code];
        return refusal.Data.Keys.Cast<string>().Aggregate(text, (said, key) => said.Replace($"{{{key}}}", refusal.Data[key]?.ToString(), StringComparison.Ordinal));
    }
}
