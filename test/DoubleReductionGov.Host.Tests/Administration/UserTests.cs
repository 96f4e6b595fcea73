using System.Net;
using System.Net.Http.Json;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Users;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Directory;
using DoubleReductionGov.Host.Account;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Platform;
using Volo.Abp.Application.Dtos;

namespace DoubleReductionGov.Host.Administration;

public sealed class UserTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Users = AdministrationVerbs.Users;

    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_new_account_has_a_password_that_is_told_once_and_must_be_changed()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Kecheng));
        var organisation = (await admin.GetAsync<ListResultDto<UserOrganisation>>($"{Users}/organisations")).Items[0];

        var told = await admin.PostAsync<OneTimePasswordDto>(
            Users, new CreateUserInput { UserName = "zhou.ming", Name = "周明", PhoneNumber = "13800001234", OrganisationId = organisation.Id, Post = "科员" });

        told.ExpiresAt.ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
        (await LogInAsync(Cast.Kecheng, "zhou.ming", told.Password)).ShouldBe(HttpStatusCode.OK);
        var user = await admin.UserAsync("zhou.ming");
        (user.MustChangePassword, user.OrganisationName, user.Post, user.Email, user.PhoneNumber, user.Roles.Count)
            .ShouldBe((true, organisation.Name, "科员", null, "13800001234", 0));
        var list = await (await admin.GetAsync($"{Users}?filter=zhou")).Content.ReadAsStringAsync();
        list.ShouldContain("138****1234");
        list.ShouldNotContain("13800001234");
        list.ShouldNotContain(told.Password);
    }

    [Fact]
    public async Task What_belongs_to_another_account_is_refused()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Kecheng));
        await admin.PostAsync<OneTimePasswordDto>(Users, new CreateUserInput { UserName = "first", Name = "甲", Email = "first@example.com" });
        var lead = await admin.UserAsync("county.lead");

        await RefusesAsync(admin, new CreateUserInput { UserName = "FIRST", Name = "乙" }, AdministrationErrors.UserNameExists, "FIRST");
        await RefusesAsync(admin, new CreateUserInput { UserName = "second", Name = "乙", Email = "First@example.com" }, AdministrationErrors.EmailExists, "First@example.com");
        await RefusesAsync(admin, new CreateUserInput { UserName = "third", Name = "乙", PersonId = lead.PersonId }, DirectoryErrors.PersonHasAccount, lead.Name!);
        await _city.RefusesAsync(
            () => admin.PostAsync(Users, new CreateUserInput { UserName = "a b", Name = "乙" }), HttpStatusCode.BadRequest, null, "UserName");
    }

    [Fact]
    public async Task Of_eight_who_take_a_user_name_at_once_exactly_one_gets_it()
    {
        foreach (var admin in (HttpClient[])[await _city.SignInAsync(Cast.SystemAdminOf(Cast.Kecheng)), await _city.SignInAsync(Cast.SystemAdminOf(null))])
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(
                () => admin.PostAsync(Users, new CreateUserInput { UserName = "contested", Name = "新用户" }))));

            answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1, string.Join(", ", answers.Select(a => a.StatusCode)));
            foreach (var refused in answers.Where(a => !a.IsSuccessStatusCode))
            {
                var error = (await refused.Content.ReadFromJsonAsync<ErrorBody>(HttpVerbs.Json))!.Error;
                error.Code.ShouldBeOneOf([AdministrationErrors.UserNameExists, PlatformErrors.SavedMeanwhile], $"{refused.StatusCode} {error.Message}");
                error.Message.ShouldNotBeNullOrWhiteSpace();
            }

            (await admin.UserAsync("contested")).UserName.ShouldBe("contested");
        }
    }

    [Fact]
    public async Task A_person_of_the_directory_gets_an_account_and_loses_it_to_another_organisation()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Jiangshan));
        var person = (await admin.GetAsync<ListResultDto<UserPerson>>($"{Users}/people")).Items[0];
        var other = (await admin.GetAsync<ListResultDto<UserOrganisation>>($"{Users}/organisations")).Items.First(o => o.Id != person.OrganisationId);
        await admin.PostAsync<OneTimePasswordDto>(Users, new CreateUserInput { UserName = "person", Name = person.Name, PersonId = person.Id });
        var user = await admin.UserAsync("person");
        user.PersonId.ShouldBe(person.Id);

        var moved = await admin.PutAsync<UserDto>(
            $"{Users}/{user.Id}", new UpdateUserInput { Name = person.Name, OrganisationId = other.Id, Email = "new@example.com", ConcurrencyStamp = user.ConcurrencyStamp });

        (moved.OrganisationId, moved.Email).ShouldBe((other.Id, "new@example.com"));
        moved.PersonId.ShouldNotBe(person.Id);
        (await admin.GetAsync<ListResultDto<UserPerson>>($"{Users}/people?filter={Uri.EscapeDataString(person.Name)}")).Items.ShouldContain(p => p.Id == person.Id);
        await _city.RefusesAsync(
            () => admin.PutAsync($"{Users}/{user.Id}", new UpdateUserInput { Name = "旧", ConcurrencyStamp = user.ConcurrencyStamp }), HttpStatusCode.Conflict, null);
    }

    [Fact]
    public async Task Who_is_switched_off_does_not_sign_in_until_switched_on()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Longyou));
        var told = await admin.CreateUserAsync("short.time");

        (await admin.PostAsync<UserDto>($"{Users}/{told.UserId}/deactivate", new UserStepInput(null))).IsActive.ShouldBeFalse();
        (await LogInAsync(Cast.Longyou, "short.time", told.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        await _city.RefusesAsync(
            () => admin.PostAsync($"{Users}/{told.UserId}/reset-password", new { }), HttpStatusCode.Forbidden, AdministrationErrors.UserIsInactive, "short.time");

        (await admin.PostAsync<UserDto>($"{Users}/{told.UserId}/activate", new UserStepInput(null))).IsActive.ShouldBeTrue();
        (await LogInAsync(Cast.Longyou, "short.time", told.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_switches_off_or_resets_oneself_nor_the_last_officer_of_a_kind()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Qujiang));
        var self = await admin.UserAsync("county.system");
        var security = await admin.UserAsync("county.security");

        await RefusesStepAsync(admin, self.Id, "deactivate", AdministrationErrors.CannotDeactivateOneself);
        await RefusesStepAsync(admin, self.Id, "reset-password", AdministrationErrors.OwnPasswordCannotBeReset);
        await RefusesStepAsync(admin, security.Id, "deactivate", AdministrationErrors.LastOfficer);
    }

    [Fact]
    public async Task Of_two_officers_who_switch_each_other_off_at_once_one_stays()
    {
        var first = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Jiangshan));
        var secondId = await _city.CreateAccountAsync(Cast.Jiangshan, "second.system", AdministrationRoles.SystemAdmin);
        var second = _city.OpenPortal();
        (await second.BeginAsync(_city, Cast.Jiangshan, "second.system")).Step.ShouldBe(SignInStep.Done);
        var self = await first.UserAsync("county.system");

        var answers = await Task.WhenAll(
            Task.Run(() => first.PostAsync($"{Users}/{secondId}/deactivate", new UserStepInput(null))),
            Task.Run(() => second.PostAsync($"{Users}/{self.Id}/deactivate", new UserStepInput(null))));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1, string.Join(", ", answers.Select(a => a.StatusCode)));
    }

    [Fact]
    public async Task A_reset_tells_a_new_password_and_ends_the_old_one()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Qujiang));
        var told = await admin.CreateUserAsync("forgetful");

        var again = await admin.PostAsync<OneTimePasswordDto>($"{Users}/{told.UserId}/reset-password", new { });

        again.Password.ShouldNotBe(told.Password);
        (await LogInAsync(Cast.Qujiang, "forgetful", told.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await LogInAsync(Cast.Qujiang, "forgetful", again.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_security_administrator_ends_a_lockout()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Changshan));
        var security = await _city.SignInAsync(Cast.SecurityAdminOf(Cast.Changshan));
        var told = await admin.CreateUserAsync("locked");
        for (var attempt = 0; attempt < 5; attempt++)
        {
            await LogInAsync(Cast.Changshan, "locked", "Wrong@2021");
        }

        (await LockedAsync(security)).ShouldBe(["locked"]);
        await _city.TurnsAwayAsync(() => admin.PostAsync($"{Users}/{told.UserId}/unlock", new { }), HttpStatusCode.Forbidden);

        (await security.PostAsync<UserDto>($"{Users}/{told.UserId}/unlock", new { })).IsLocked.ShouldBeFalse();

        (await LockedAsync(security)).ShouldBeEmpty();
        (await LogInAsync(Cast.Changshan, "locked", told.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_list_is_filtered_and_sorted_by_what_it_names_and_by_nothing_else()
    {
        var admin = await _city.SignInAsync(Cast.SystemAdminOf(Cast.Kaihua));
        var lead = await admin.UserAsync("county.lead");

        (await ListAsync(admin, $"roleId={lead.Roles[0].Id}")).ShouldBe(["county.lead"]);
        (await ListAsync(admin, $"organisationId={lead.OrganisationId}")).ShouldBe(["county.lead", "county.staff"]);
        (await ListAsync(admin, "isActive=false")).ShouldBeEmpty();
        (await ListAsync(admin, "filter=%25")).ShouldBeEmpty();
        (await ListAsync(admin, "sorting=userName desc")).ShouldBeInOrder(SortDirection.Descending);
        (await ListAsync(admin, "sorting=lastPasswordChangeTime")).Count.ShouldBe(6);
        await _city.RefusesAsync(() => admin.GetAsync($"{Users}?sorting=passwordHash"), HttpStatusCode.BadRequest, null, "userName");
    }

    private async Task<IReadOnlyList<string>> ListAsync(HttpClient client, string query) =>
        [.. (await client.GetAsync<PagedResultDto<UserListItem>>($"{Users}?maxResultCount=1000&{query}")).Items.Select(u => u.UserName)];

    private Task<IReadOnlyList<string>> LockedAsync(HttpClient client) => ListAsync(client, "isLocked=true");

    private async Task<HttpStatusCode> LogInAsync(County county, string userName, string password)
    {
        using var response = await _city.LogInAsync(_city.OpenPortal(), new Official(county, userName), password);
        return response.StatusCode;
    }

    private Task RefusesAsync(HttpClient client, CreateUserInput input, string code, params string[] named) =>
        _city.RefusesAsync(() => client.PostAsync(Users, input), HttpStatusCode.Forbidden, code, named);

    private Task RefusesStepAsync(HttpClient client, Guid id, string step, string code) =>
        _city.RefusesAsync(() => client.PostAsync($"{Users}/{id}/{step}", new UserStepInput(null)), HttpStatusCode.Forbidden, code);
}
