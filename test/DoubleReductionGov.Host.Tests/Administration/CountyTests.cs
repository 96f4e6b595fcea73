using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Counties;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Commands;
using DoubleReductionGov.Host.Databases;
using DoubleReductionGov.Host.Http;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.Administration;

public sealed class CountyTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Counties = AdministrationVerbs.Counties;

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_new_county_is_used_at_once_and_refused_at_once_when_switched_off()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(null));
        var county = await admin.PostAsync<CountyListItem>(Counties, new CreateCountyInput { Name = "新城区", Code = "339901" });
        (county.IsActive, county.HasOwnDatabase, county.Code).ShouldBe((true, false, "339901"));
        var (officer, password) = await AppointAsync("新城区");
        var signedIn = _city.OpenPortal();
        (await LogInAsync(signedIn, county.Id, officer, password)).ShouldBe(HttpStatusCode.OK);

        var off = await admin.PostAsync<CountyListItem>($"{Counties}/{county.Id}/deactivate", new CountyStepInput(county.ConcurrencyStamp));
        off.IsActive.ShouldBeFalse();
        (await signedIn.GetAsync("/api/administration/user")).IsSuccessStatusCode.ShouldBeFalse();
        (await LogInAsync(_city.OpenPortal(), county.Id, officer, password)).ShouldNotBe(HttpStatusCode.OK);
        (await CountiesOnTheWayInAsync()).ShouldNotContain("新城区");

        (await admin.PostAsync<CountyListItem>($"{Counties}/{county.Id}/activate", new CountyStepInput(off.ConcurrencyStamp))).IsActive.ShouldBeTrue();
        (await LogInAsync(_city.OpenPortal(), county.Id, officer, password)).ShouldBe(HttpStatusCode.OK);
        (await CountiesOnTheWayInAsync()).ShouldContain("新城区");
    }

    [Fact]
    public async Task A_county_with_a_database_of_its_own_keeps_its_connection_to_itself()
    {
        await using var database = await TestDatabase.CreateAsync();
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(null));
        (await admin.PostAsync($"{Counties}/test-connection", new TestConnectionInput { ConnectionString = database.ConnectionString })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var county = await admin.PostAsync<CountyListItem>(Counties, new CreateCountyInput { Name = "临江区", Code = "339902", ConnectionString = database.ConnectionString });

        county.HasOwnDatabase.ShouldBeTrue();
        county.Connection!.ToUpperInvariant().ShouldNotContain("PASSWORD");
        var stored = await StoredConnectionAsync(county.Id);
        stored.ShouldNotContain(database.ConnectionString);
        var (officer, password) = await AppointAsync("临江区");
        (await LogInAsync(_city.OpenPortal(), county.Id, officer, password)).ShouldBe(HttpStatusCode.OK);
        (await database.CountAsync("AbpUsers")).ShouldBe(1);
    }

    [Fact]
    public async Task Names_and_codes_are_taken_once_and_a_dead_database_is_refused()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(null));
        const string Nowhere = "Host=127.0.0.1;Port=1;Database=none;Username=nobody;Password=secret";

        await RefusesAsync(new CreateCountyInput { Name = "柯城区", Code = "339903" }, AdministrationErrors.CountyNameExists);
        await RefusesAsync(new CreateCountyInput { Name = "别城区", Code = "330802" }, DirectoryErrors.CountyCodeExists);
        await RefusesAsync(new CreateCountyInput { Name = "别城区", Code = "339903", ConnectionString = Nowhere }, AdministrationErrors.CountyConnectionFailed);
        await _city.RefusesAsync(() => admin.PostAsync(Counties, new CreateCountyInput { Name = "别城区", Code = "33" }), HttpStatusCode.BadRequest, null, "Code");

        Task RefusesAsync(CreateCountyInput input, string code) => _city.RefusesAsync(() => admin.PostAsync(Counties, input), HttpStatusCode.Forbidden, code);
    }

    [Fact]
    public async Task A_county_is_renamed_everywhere()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(null));
        var county = await admin.PostAsync<CountyListItem>(Counties, new CreateCountyInput { Name = "旧名县", Code = "339904" });

        var renamed = await admin.PutAsync<CountyListItem>($"{Counties}/{county.Id}", new UpdateCountyInput { Name = "新名县", ConcurrencyStamp = county.ConcurrencyStamp });

        renamed.Name.ShouldBe("新名县");
        (await CountiesOnTheWayInAsync()).ShouldContain("新名县");
        (await admin.GetAsync<PagedResultDto<CountyListItem>>($"{Counties}?filter={Uri.EscapeDataString("名县")}")).Items.Select(c => c.Name).ShouldBe(["新名县"]);
        await _city.RefusesAsync(
            () => admin.PutAsync($"{Counties}/{county.Id}", new UpdateCountyInput { Name = "又名县", ConcurrencyStamp = county.ConcurrencyStamp }), HttpStatusCode.Conflict, null);
    }

    private async Task<(string UserName, string Password)> AppointAsync(string county)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        var output = new StringWriter();
        await new AddOfficerCommand().RunAsync(
            scope.ServiceProvider, new CommandArguments([AdministrationRoles.SystemAdmin, "first.officer", "--county", county], output), CancellationToken.None);
        return ("first.officer", output.ToString().Trim().Split(' ')[^1]);
    }

    private static async Task<HttpStatusCode> LogInAsync(HttpClient client, Guid countyId, string userName, string password)
    {
        using var response = await client.PostAsync("/api/account/login", new LoginInput(countyId, userName, password));
        return response.StatusCode;
    }

    private async Task<IEnumerable<string>> CountiesOnTheWayInAsync() =>
        (await _city.OpenPortal().GetAsync<SignInOptionsDto>("/api/account/sign-in-options")).Counties.Select(c => c.Name);

    private async Task<string> StoredConnectionAsync(Guid id)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        return (await scope.ServiceProvider.GetRequiredService<IRepository<Tenant, Guid>>().GetAsync(id)).FindDefaultConnectionString()!;
    }
}
