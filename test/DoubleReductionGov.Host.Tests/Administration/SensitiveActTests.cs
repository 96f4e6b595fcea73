using System.Net;
using DoubleReductionGov.Administration.Counties;
using DoubleReductionGov.Administration.Rights;
using DoubleReductionGov.Administration.Users;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Platform;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.SettingManagement;

namespace DoubleReductionGov.Host.Administration;

/// <summary>What gives somebody access, or takes it away, asks again who it is.</summary>
public sealed class SensitiveActTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>, IAsyncLifetime
{
    private readonly HostApplication _city = quzhou.Application;

    public async ValueTask InitializeAsync() => await SetConfirmationMinutesAsync("-1");

    public async ValueTask DisposeAsync() => await SetConfirmationMinutesAsync("10");

    [Fact]
    public async Task Accounts_and_counties_are_made_only_by_who_has_just_confirmed()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(null));
        var lead = await admin.UserAsync("city.lead");

        await RefusesAsync(() => admin.PostAsync(AdministrationVerbs.Users, new CreateUserInput { UserName = "unasked", Name = "未确认" }));
        await RefusesAsync(() => admin.PostAsync($"{AdministrationVerbs.Users}/{lead.Id}/reset-password", new { }));
        await RefusesAsync(() => admin.PostAsync($"{AdministrationVerbs.Users}/{lead.Id}/deactivate", new UserStepInput(lead.ConcurrencyStamp)));
        await RefusesAsync(() => admin.PostAsync(AdministrationVerbs.Counties, new CreateCountyInput { Name = "未确认县", Code = "330898" }));
    }

    [Fact]
    public async Task Roles_and_rights_are_given_only_by_who_has_just_confirmed()
    {
        var admin = await _city.SignInAsync(Cast.SecurityAdminOf(null));
        var lead = await admin.UserAsync("city.lead");
        var role = await admin.RoleAsync("city-lead");

        await RefusesAsync(() => admin.PutAsync($"{AdministrationVerbs.Users}/{lead.Id}/roles", new UpdateUserRolesInput { RoleIds = [], ConcurrencyStamp = lead.ConcurrencyStamp }));
        await RefusesAsync(() => admin.PutAsync($"{AdministrationVerbs.Rights}/for-role/{role.Id}", new UpdateRightsInput { Granted = [] }));
    }

    private Task RefusesAsync(Func<Task<HttpResponseMessage>> attempt) => _city.RefusesAsync(attempt, HttpStatusCode.Forbidden, PlatformErrors.ConfirmationNeeded);

    private async Task SetConfirmationMinutesAsync(string minutes)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync(PlatformSettings.ConfirmationMinutes, minutes);
    }
}
