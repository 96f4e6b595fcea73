using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Duties;
using DoubleReductionGov.Administration.Rights;
using DoubleReductionGov.Administration.Roles;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Programme;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Administration;

public sealed class RightTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Rights = AdministrationVerbs.Rights;

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task The_tree_names_the_rights_of_the_own_side_and_who_grants_them()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Kecheng));
        var user = await security.UserAsync("county.staff");

        var rights = await security.GetAsync<RightsDto>($"{Rights}/for-user/{user.Id}");

        var claim = rights.All().Single(r => r.Name == ProgrammePermissions.TasksClaim);
        (claim.ParentName, claim.Depth, claim.IsGranted, claim.IsDirect, claim.IsAllowed).ShouldBe((ProgrammePermissions.Tasks, 1, true, false, true));
        claim.GrantedByRoles.ShouldBe(["县专班工作人员"]);
        rights.All().ShouldNotContain(r => r.Name == ProgrammePermissions.Plans);
        rights.All().Single(r => r.Name == AdministrationPermissions.Users).IsAllowed.ShouldBeFalse();
        rights.Groups.Select(g => g.DisplayName).ShouldContain("系统管理");
        rights.IsEditable.ShouldBeTrue();
        (await security.RightsOfRoleAsync(AdministrationRoles.SystemAdmin)).WhyNotEditable.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_change_holds_from_the_next_request_on()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Qujiang));
        var department = await _city.SignInAsync(Cast.DepartmentOf(Cast.Qujiang));
        var before = await security.RightsOfRoleAsync(DirectoryRoles.Department);
        (await department.GetAsync("/api/directory/person")).StatusCode.ShouldBe(HttpStatusCode.OK);

        var without = await HttpVerbs.ReadAsync<RightsDto>(await security.SetRightsOfRoleAsync(
            DirectoryRoles.Department, before.ConcurrencyStamp, [.. before.Direct().Where(n => n != DirectoryPermissions.People)]));

        without.Direct().ShouldNotContain(DirectoryPermissions.People);
        (await department.GetAsync("/api/directory/person")).ShouldTurnAway(HttpStatusCode.Forbidden);
        await _city.RefusesAsync(
            () => security.SetRightsOfRoleAsync(DirectoryRoles.Department, before.ConcurrencyStamp, before.Direct()), HttpStatusCode.Conflict, null);
        await HttpVerbs.ReadAsync<RightsDto>(await security.SetRightsOfRoleAsync(DirectoryRoles.Department, without.ConcurrencyStamp, before.Direct()));
        (await department.GetAsync("/api/directory/person")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_role_gets_what_its_side_and_its_kind_allow()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Longyou));

        await RefusesAsync(AdministrationErrors.PermissionUnknown, "Programme.Everything");
        await RefusesAsync(AdministrationErrors.PermissionOfOtherSide, ProgrammePermissions.Plans);
        await RefusesAsync(AdministrationErrors.AdministrationIsForOfficers, AdministrationPermissions.Users);
        await RefusesAsync(AdministrationErrors.PermissionNeedsParent, ProgrammePermissions.TasksClaim);

        Task RefusesAsync(string code, string granted) => _city.RefusesAsync(
            () => security.SetRightsOfRoleAsync(DirectoryRoles.Department, null, granted), HttpStatusCode.Forbidden, code);
    }

    [Fact]
    public async Task Nobody_grants_to_oneself_and_officers_have_what_they_have()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(null));
        var self = await security.UserAsync("city.security");
        var system = await security.UserAsync("city.system");

        await RefusesAsync(() => security.PutAsync($"{Rights}/for-user/{self.Id}", new UpdateRightsInput()), AdministrationErrors.OwnRightsCannotChange);
        await RefusesAsync(() => security.SetRightsOfRoleAsync(AdministrationRoles.SecurityAdmin, null), AdministrationErrors.OwnRightsCannotChange);
        await RefusesAsync(() => security.PutAsync($"{Rights}/for-user/{system.Id}", new UpdateRightsInput()), AdministrationErrors.OfficerRightsAreFixed);
        await RefusesAsync(() => security.SetRightsOfRoleAsync(AdministrationRoles.AuditAdmin, null), AdministrationErrors.OfficerRightsAreFixed);
    }

    [Fact]
    public async Task A_role_of_ones_own_is_made_renamed_and_deleted_with_its_rights()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Jiangshan));
        var department = await security.RoleAsync(DirectoryRoles.Department);

        var clone = await security.PostAsync<RoleListItem>($"{AdministrationVerbs.Roles}/{department.Id}/clone", new RoleInput { Name = "督查员" });
        (await security.RightsOfRoleAsync("督查员")).Direct().ShouldBe((await security.RightsOfRoleAsync(DirectoryRoles.Department)).Direct());
        var user = await security.UserAsync("county.dept");
        await HttpVerbs.ReadAsync<object>(await security.SetRolesAsync(user.Id, "督查员"));
        var renamed = await security.PutAsync<RoleListItem>($"{AdministrationVerbs.Roles}/{clone.Id}", new RoleInput { Name = "巡查员", ConcurrencyStamp = clone.ConcurrencyStamp });
        (renamed.UserCount, renamed.IsStatic).ShouldBe((1, false));
        (await security.RightsOfRoleAsync("巡查员")).Direct().ShouldNotBeEmpty();

        await RefusesAsync(() => security.DeleteAsync($"{AdministrationVerbs.Roles}/{clone.Id}"), AdministrationErrors.RoleHasUsers);
        await HttpVerbs.ReadAsync<object>(await security.SetRolesAsync(user.Id, DirectoryRoles.Department));
        (await security.DeleteAsync($"{AdministrationVerbs.Roles}/{clone.Id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await security.GetAsync<PagedResultDto<RoleListItem>>($"{AdministrationVerbs.Roles}?maxResultCount=100")).Items.ShouldNotContain(r => r.Id == clone.Id);
    }

    [Fact]
    public async Task Roles_of_the_platform_stay_and_names_are_taken_once()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Changshan));
        var department = await security.RoleAsync(DirectoryRoles.Department);
        var officer = await security.RoleAsync(AdministrationRoles.SystemAdmin);

        await RefusesAsync(() => security.PutAsync($"{AdministrationVerbs.Roles}/{department.Id}", new RoleInput { Name = "别名" }), AdministrationErrors.RoleIsStatic);
        await RefusesAsync(() => security.DeleteAsync($"{AdministrationVerbs.Roles}/{department.Id}"), AdministrationErrors.RoleIsStatic);
        await RefusesAsync(() => security.PostAsync(AdministrationVerbs.Roles, new RoleInput { Name = "DEPARTMENT" }), AdministrationErrors.RoleNameExists);
        await RefusesAsync(
            () => security.PostAsync($"{AdministrationVerbs.Roles}/{officer.Id}/clone", new RoleInput { Name = "第二系统管理员" }), AdministrationErrors.AdministrationIsForOfficers);
    }

    [Fact]
    public async Task Incompatible_duties_are_listed_in_words()
    {
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(null));

        var duty = (await security.GetAsync<ListResultDto<DutyDto>>("/api/administration/duty")).Items.Single(d => d.Name == "Programme.ClaimAndVerify");

        duty.DisplayName.ShouldContain("申请销号的人");
        (duty.First.Name, duty.Second.Name, duty.UserCount).ShouldBe((ProgrammePermissions.TasksClaim, ProgrammePermissions.VerificationsDecide, 0));
        duty.First.DisplayName.ShouldNotBe(duty.First.Name);
    }

    private Task RefusesAsync(Func<Task<HttpResponseMessage>> attempt, string code) => _city.RefusesAsync(attempt, HttpStatusCode.Forbidden, code);
}
