using DoubleReductionGov.Administration;
using DoubleReductionGov.Directory;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Volo.Abp.DependencyInjection;

namespace DoubleReductionGov.Host.Demonstration;

/// <summary>The accounts to try the product with; shown only while the demonstration is on.</summary>
public sealed class DemonstrationAccounts(IOptions<DemonstrationOptions> options, IOptions<CityOptions> city, IStringLocalizer<HostResource> localizer) : ITransientDependency
{
    /// <returns>Null when the demonstration city is not loaded.</returns>
    public DemonstrationSignInDto? Find(IReadOnlyList<CountyInfo> counties) =>
        options.Value.Enabled && counties.Count > 0 ? Describe(counties) : null;

    private DemonstrationSignInDto Describe(IReadOnlyList<CountyInfo> counties)
    {
        var file = DemonstrationCity.Read(options.Value.City);
        var accounts = file.Accounts.City.ConvertAll(account => Account(null, city.Value.Name, account, file.People.City));
        foreach (var county in counties.Where(county => file.People.Counties.ContainsKey(county.Code)))
        {
            accounts.AddRange(file.Accounts.County.Select(account => Account(county.Id, county.Name, account, file.People.Counties[county.Code])));
        }

        return new DemonstrationSignInDto(DemonstrationOptions.Password, accounts);
    }

    private DemonstrationAccountDto Account(
        Guid? tenantId, string tenantName, DemonstrationCity.AccountEntry account, List<DemonstrationCity.PersonEntry> people) =>
        new(tenantId, tenantName, account.UserName, localizer["Role:" + account.Role], account.PersonAmong(people)?.Name ?? account.Name);
}

/// <summary>What the sign-in page shows and only the host knows.</summary>
internal sealed class SignInPage(IOptions<CityOptions> city, IDirectoryIntegrationService directory, DemonstrationAccounts accounts) : ISignInPage
{
    public string CityName => city.Value.Name;

    public async Task<DemonstrationSignInDto?> FindDemonstrationAsync() => accounts.Find(await directory.GetCountiesAsync());
}
