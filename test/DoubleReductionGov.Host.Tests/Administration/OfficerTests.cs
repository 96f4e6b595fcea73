using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Rights;
using DoubleReductionGov.Administration.Roles;
using DoubleReductionGov.Administration.Users;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Host.Commands;
using DoubleReductionGov.Host.Http;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp;
using Volo.Abp.Application.Dtos;
using Volo.Abp.Uow;

namespace DoubleReductionGov.Host.Administration;

public sealed class OfficerTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Users = AdministrationVerbs.Users;

    private readonly HostApplication _city = quzhou.Application;

    [Theory]
    [InlineData("city.system")]
    [InlineData("city.security")]
    [InlineData("city.audit")]
    [InlineData("county.system")]
    [InlineData("county.security")]
    [InlineData("county.audit")]
    public async Task No_officer_reads_business_data(string userName)
    {
        var officer = await _city.SignInAsync(new Official(userName.StartsWith("city", StringComparison.Ordinal) ? null : Cast.Kecheng, userName));

        foreach (var path in new[] { "/api/programme/task", "/api/programme/plan", "/api/programme/wall-chart", "/api/directory/person", "/api/directory/county", "/api/directory/visit" })
        {
            (await officer.GetAsync(path)).ShouldTurnAway(HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Nobody_else_administers_and_no_officer_does_another_ones_work()
    {
        var lead = await _city.SignInAsync(Cast.LeadOf(Cast.Kecheng));
        var cityLead = await _city.SignInAsync(Cast.CityLead);
        var system = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Kecheng));
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Kecheng));
        var audit = await _city.SignInAsync(Cast.AuditAdminOf(Cast.Kecheng));
        var user = await security.UserAsync("county.staff");

        foreach (var path in new[] { Users, AdministrationVerbs.Roles, AdministrationVerbs.Counties, "/api/administration/duty" })
        {
            (await lead.GetAsync(path)).ShouldTurnAway(HttpStatusCode.Forbidden);
            (await cityLead.GetAsync(path)).ShouldTurnAway(HttpStatusCode.Forbidden);
            (await audit.GetAsync(path)).ShouldTurnAway(HttpStatusCode.Forbidden);
        }

        (await system.GetAsync(AdministrationVerbs.Counties)).ShouldTurnAway(HttpStatusCode.Forbidden);
        await _city.TurnsAwayAsync(() => security.PostAsync(Users, new CreateUserInput { UserName = "x.y", Name = "甲" }), HttpStatusCode.Forbidden);
        await _city.TurnsAwayAsync(() => security.PostAsync($"{Users}/{user.Id}/reset-password", new { }), HttpStatusCode.Forbidden);
        await _city.TurnsAwayAsync(() => system.PutAsync($"{Users}/{user.Id}/roles", new UpdateUserRolesInput()), HttpStatusCode.Forbidden);
        await _city.TurnsAwayAsync(() => system.PutAsync($"{AdministrationVerbs.Rights}/for-user/{user.Id}", new UpdateRightsInput()), HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_account_gets_exactly_the_roles_that_are_named()
    {
        var system = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Qujiang));
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Qujiang));
        var id = (await system.CreateUserAsync("two.roles")).UserId;

        await HttpVerbs.ReadAsync<UserDto>(await security.SetRolesAsync(id, DirectoryRoles.CountyStaff, DirectoryRoles.CountyLead));
        var user = await HttpVerbs.ReadAsync<UserDto>(await security.SetRolesAsync(id, DirectoryRoles.CountyLead));

        user.Roles.Select(r => (r.Name, r.DisplayName, r.IsOfficer)).ShouldBe([(DirectoryRoles.CountyLead, "县专班负责人", false)]);
        (await security.GetAsync<ListResultDto<UserRole>>($"{Users}/assignable-roles")).Items.Count(r => r.IsOfficer).ShouldBe(3);
    }

    [Fact]
    public async Task The_three_are_never_one_person_and_never_in_business()
    {
        var system = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Longyou));
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Longyou));
        var id = (await system.CreateUserAsync("ambitious")).UserId;

        await RefusesAsync(() => security.SetRolesAsync(id, AdministrationRoles.SystemAdmin, AdministrationRoles.AuditAdmin), AdministrationErrors.OfficerHoldsTwoDuties);
        await RefusesAsync(() => security.SetRolesAsync(id, AdministrationRoles.SystemAdmin, DirectoryRoles.CountyLead), AdministrationErrors.OfficerHoldsBusinessRole);

        await HttpVerbs.ReadAsync<RightsDto>(await security.PutAsync(
            $"{AdministrationVerbs.Rights}/for-user/{id}", new UpdateRightsInput { Granted = [DirectoryPermissions.Organisations] }));
        await RefusesAsync(() => security.SetRolesAsync(id, AdministrationRoles.AuditAdmin), AdministrationErrors.OfficerHoldsBusinessPermission);
    }

    [Fact]
    public async Task Nobody_changes_the_own_roles_and_the_last_officer_stays()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Jiangshan));
        var self = await security.UserAsync("county.security");
        var system = await security.UserAsync("county.system");

        await RefusesAsync(() => security.SetRolesAsync(self.Id, AdministrationRoles.SecurityAdmin), AdministrationErrors.OwnRolesCannotChange);
        await RefusesAsync(() => security.SetRolesAsync(system.Id), AdministrationErrors.LastOfficer);
    }

    [Fact]
    public async Task An_account_of_another_county_is_out_of_reach()
    {
        var kecheng = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Kecheng));
        var city = await _city.SignInAsync(Cast.SecurityAdminOf(null));
        var stranger = await (await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Changshan))).UserAsync("county.lead");

        foreach (var officer in new[] { kecheng, city })
        {
            await _city.RefusesAsync(() => officer.GetAsync($"{Users}/{stranger.Id}"), HttpStatusCode.NotFound, null);
            await _city.RefusesAsync(() => officer.PutAsync($"{Users}/{stranger.Id}/roles", new UpdateUserRolesInput()), HttpStatusCode.NotFound, null);
            await _city.RefusesAsync(() => officer.GetAsync($"{AdministrationVerbs.Rights}/for-role/{stranger.Roles[0].Id}"), HttpStatusCode.NotFound, null);
        }

        var own = await kecheng.UserAsync("county.staff");
        await _city.RefusesAsync(
            () => kecheng.PutAsync($"{Users}/{own.Id}/roles", new UpdateUserRolesInput { RoleIds = [stranger.Roles[0].Id] }), HttpStatusCode.NotFound, null);
    }

    [Fact]
    public async Task The_command_appoints_an_officer_once_and_tells_the_password()
    {
        var refused = await Should.ThrowAsync<CommandException>(() => RunAsync(AdministrationRoles.AuditAdmin, "auditor", "--county", "开化县"));
        refused.Message.ShouldContain("已有 1 名");
        (await AppointAgainAsync()).ShouldBe(AdministrationErrors.OfficerExists);

        var told = await RunAsync(AdministrationRoles.AuditAdmin, "auditor", "--county", "开化县", "--force");

        using var response = await _city.LogInAsync(_city.OpenPortal(), new Official(Cast.Kaihua, "auditor"), told.Trim().Split(' ')[^1]);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        await Should.ThrowAsync<CommandException>(() => RunAsync(AdministrationRoles.AuditAdmin, "auditor", "--county", "无名县"));
        await Should.ThrowAsync<CommandUsageException>(() => RunAsync("county-lead", "somebody"));
    }

    private async Task<string?> AppointAgainAsync()
    {
        await using var scope = _city.Services.CreateAsyncScope();
        using var unitOfWork = scope.ServiceProvider.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true);
        var appointment = scope.ServiceProvider.GetRequiredService<IOfficerAppointment>();
        return (await Should.ThrowAsync<BusinessException>(() => appointment.AppointAsync(AdministrationRoles.AuditAdmin, "auditor", evenIfThereIsOne: false))).Code;
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        var output = new StringWriter();
        (await new AddOfficerCommand().RunAsync(scope.ServiceProvider, new CommandArguments(arguments, output), CancellationToken.None)).ShouldBe(0);
        return output.ToString();
    }

    private Task RefusesAsync(Func<Task<HttpResponseMessage>> attempt, string code) => _city.RefusesAsync(attempt, HttpStatusCode.Forbidden, code);
}
