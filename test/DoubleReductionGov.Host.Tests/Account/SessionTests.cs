using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.Security;
using DoubleReductionGov.Administration.Sessions;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Administration.SignInLog;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Platform;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Dtos;
using Volo.Abp.SettingManagement;

namespace DoubleReductionGov.Host.Account;

public sealed class SessionTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Me = "/api/account/me";
    private const string Mine = "/api/account/session";
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_person_sees_and_ends_the_own_sessions_and_no_other()
    {
        await _city.CreateAccountAsync(Cast.Kecheng, "wan");
        await _city.CreateAccountAsync(Cast.Kecheng, "xia");
        var here = await _city.EnterAsync(Cast.Kecheng, "wan");
        var elsewhere = await _city.EnterAsync(Cast.Kecheng, "wan");
        var stranger = await _city.EnterAsync(Cast.Kecheng, "xia");
        var mine = (await here.GetAsync<ListResultDto<SessionDto>>(Mine)).Items;
        (mine.Count, mine.Count(s => s.IsCurrent)).ShouldBe((2, 1));

        (await stranger.DeleteAsync($"{Mine}/{mine[0].Id}")).ShouldTurnAway(HttpStatusCode.NotFound);
        (await here.DeleteAsync($"{Mine}/{mine.Single(s => !s.IsCurrent).Id}")).EnsureSuccessStatusCode().Dispose();

        (await elsewhere.GetAsync(Me)).ShouldTurnAway(HttpStatusCode.Unauthorized);
        (await here.GetAsync<MyAccountDto>(Me)).Sessions.ShouldBe(1);
    }

    [Fact]
    public async Task A_cookie_that_was_signed_out_is_worth_nothing()
    {
        await _city.CreateAccountAsync(null, "yan");
        using var answer = await _city.LogInAsync(_city.OpenPortal(), new Official(null, "yan"), AccountVerbs.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("DoubleReductionGov=", StringComparison.Ordinal)).Split(';')[0];
        (await WithCookieAsync(cookie)).StatusCode.ShouldBe(HttpStatusCode.OK);

        await _city.InTenantAsync(null, async services =>
        {
            var sessions = services.GetRequiredService<Volo.Abp.Domain.Repositories.IRepository<Volo.Abp.Identity.IdentitySession, Guid>>();
            await sessions.DeleteAsync(s => s.IpAddresses == null || s.IpAddresses != "");
        });

        (await WithCookieAsync(cookie)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_disabled_account_and_a_taken_role_count_with_the_next_request()
    {
        var id = await _city.CreateAccountAsync(null, "zhou", AdministrationRoles.AuditAdmin);
        var client = await _city.EnterAsync(null, "zhou");
        (await client.GetAsync("/api/administration/security-log")).EnsureSuccessStatusCode().Dispose();

        await _city.ChangeAccountAsync(null, id, (users, user) => users.RemoveFromRoleAsync(user, AdministrationRoles.AuditAdmin));
        (await client.GetAsync("/api/administration/security-log")).ShouldTurnAway(HttpStatusCode.Forbidden);

        await _city.ChangeAccountAsync(null, id, (users, user) =>
        {
            user.SetIsActive(false);
            return users.UpdateAsync(user);
        });
        (await client.GetAsync(Me)).ShouldTurnAway(HttpStatusCode.Unauthorized);
        await (await _city.LogInAsync(_city.OpenPortal(), new Official(null, "zhou"), AccountVerbs.Password))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.InvalidUserNameOrPassword);
    }

    [Fact]
    public async Task The_security_administrator_ends_sessions_of_the_own_side_only()
    {
        var id = await _city.CreateAccountAsync(Cast.Longyou, "ren");
        var person = await _city.EnterAsync(Cast.Longyou, "ren");
        await _city.CreateAccountAsync(Cast.Longyou, "safe", AdministrationRoles.SecurityAdmin);
        await _city.CreateAccountAsync(Cast.Kaihua, "safe", AdministrationRoles.SecurityAdmin);
        var (own, other) = (await _city.EnterAsync(Cast.Longyou, "safe"), await _city.EnterAsync(Cast.Kaihua, "safe"));
        var session = (await own.GetAsync<PagedResultDto<UserSessionDto>>($"/api/administration/user-session?userId={id}")).Items.ShouldHaveSingleItem();

        (await other.GetAsync<PagedResultDto<UserSessionDto>>($"/api/administration/user-session?userId={id}")).TotalCount.ShouldBe(0);
        (await other.DeleteAsync($"/api/administration/user-session/{session.Id}")).ShouldTurnAway(HttpStatusCode.NotFound);
        (await person.GetAsync(Me)).EnsureSuccessStatusCode().Dispose();
        (await person.GetAsync("/api/administration/user-session")).ShouldTurnAway(HttpStatusCode.Forbidden);

        (await own.DeleteAsync($"/api/administration/user-session/{session.Id}")).EnsureSuccessStatusCode().Dispose();
        (await person.GetAsync(Me)).ShouldTurnAway(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task One_session_at_a_time_is_a_setting()
    {
        await _city.CreateAccountAsync(null, "solo");
        await SetAsync("Administration.Security.MaximumSessions", "1");
        var first = await _city.EnterAsync(null, "solo");
        var second = await _city.EnterAsync(null, "solo");
        await SetAsync("Administration.Security.MaximumSessions", "0");

        (await first.GetAsync(Me)).ShouldTurnAway(HttpStatusCode.Unauthorized);
        (await second.GetAsync(Me)).EnsureSuccessStatusCode().Dispose();
    }

    [Fact]
    public async Task A_sensitive_act_asks_again_when_the_confirmation_is_old()
    {
        await _city.CreateAccountAsync(Cast.Changshan, "sure");
        var client = await _city.EnterAsync(Cast.Changshan, "sure");
        await SetAsync(PlatformSettings.ConfirmationMinutes, "-1");
        await (await client.PostAsync("/api/account/second-factor/start", new { })).ShouldRefuseAsync(HttpStatusCode.Forbidden, PlatformErrors.ConfirmationNeeded, "确认身份");
        await SetAsync(PlatformSettings.ConfirmationMinutes, "10");

        await (await client.PostAsync("/api/account/confirm", new ConfirmInput("Wrong-Pass-1", null))).ShouldRefuseAsync(HttpStatusCode.Forbidden, AccountErrors.InvalidPassword);
        (await client.PostAsync<ConfirmationDto>("/api/account/confirm", new ConfirmInput(AccountVerbs.Password, null))).ConfirmedUntil.ShouldBeGreaterThan(DateTime.UtcNow);
        (await client.PostAsync("/api/account/second-factor/start", new { })).EnsureSuccessStatusCode().Dispose();
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await client.PostAsync("/api/account/confirm", new ConfirmInput("Wrong-Pass-1", null))).ShouldTurnAway(HttpStatusCode.Forbidden);
        }

        await (await client.PostAsync("/api/account/confirm", new ConfirmInput(AccountVerbs.Password, null))).ShouldRefuseAsync(HttpStatusCode.Forbidden, AccountErrors.LockedOut, "30 分钟");
    }

    [Fact]
    public async Task What_happened_at_the_door_is_read_by_the_auditor_and_holds_no_secret()
    {
        await _city.CreateAccountAsync(Cast.Jiangshan, "audit", AdministrationRoles.AuditAdmin);
        (await _city.LogInAsync(_city.OpenPortal(), new Official(Cast.Jiangshan, "My-Secret-Typed-Here"), "x")).ShouldTurnAway(HttpStatusCode.Unauthorized);
        (await _city.LogInAsync(_city.OpenPortal(), new Official(Cast.Jiangshan, "audit"), "Wrong-Pass-1")).ShouldTurnAway(HttpStatusCode.Unauthorized);
        var auditor = await _city.EnterAsync(Cast.Jiangshan, "audit");
        (await auditor.GetAsync("/api/administration/api-client")).ShouldTurnAway(HttpStatusCode.Forbidden);

        var logs = (await auditor.GetAsync<PagedResultDto<SecurityLogDto>>("/api/administration/security-log")).Items;

        logs.Select(l => l.Action).ShouldBe(["AccessDenied", "LoginSucceeded", "LoginInvalidUserNameOrPassword", "LoginInvalidUserName"]);
        logs[0].Identity.ShouldBe("GET /api/administration/api-client");
        logs[3].UserName.ShouldNotBeNull().ShouldStartWith("~");
        (await _city.Database.TakeSnapshotAsync()).Mentions("My-Secret-Typed-Here").ShouldBeFalse();
        (await auditor.GetStringAsync("/api/administration/security-log/export?action=LoginSucceeded")).ShouldContain("\"audit\"");
        (await auditor.GetAsync<PagedResultDto<SecurityLogDto>>("/api/account/security-log")).Items.ShouldNotContain(l => l.UserName != "audit");
    }

    [Fact]
    public async Task The_citys_security_administrator_chooses_the_policy_and_deviations_are_shown()
    {
        await _city.CreateAccountAsync(null, "policy", AdministrationRoles.SecurityAdmin);
        var officer = await _city.EnterAsync(null, "policy");
        var before = await officer.GetAsync<SecurityPolicyDto>("/api/administration/security-policy");
        (before.Policy, before.Rules.Single(r => r.Key == "SecondFactor").IsDeviation).ShouldBe((SecurityPolicyName.Dengbao3, true));
        var overrides = before.Rules.Where(r => r.IsDeviation).ToDictionary(r => r.Key, r => (int?)r.Value);

        var asvs = await officer.PutAsync<SecurityPolicyDto>("/api/administration/security-policy", new { policy = "Asvs5", overrides });
        (await officer.PutAsync("/api/administration/security-policy", new { policy = "Asvs5", overrides = new { LockoutThreshold = 0 } })).ShouldTurnAway(HttpStatusCode.BadRequest);
        (await officer.GetAsync<SecurityPolicyDto>("/api/administration/security-policy")).Rules.Single(r => r.Key == "PasswordMinimumLength").Value.ShouldBe(15);
        asvs.Rules.Single(r => r.Key == "PasswordCharacterClasses").Value.ShouldBe(0);

        await officer.PutAsync<SecurityPolicyDto>("/api/administration/security-policy", new { policy = "Dengbao3", overrides });
        var person = await _city.SignInAsync(Cast.CityStaff);
        (await person.PutAsync("/api/administration/security-policy", new { policy = "Asvs5", overrides })).ShouldTurnAway(HttpStatusCode.Forbidden);
    }

    private async Task<HttpResponseMessage> WithCookieAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Me);
        request.Headers.Add("Cookie", cookie);
        return await _city.CreateClient(new() { HandleCookies = false }).SendAsync(request);
    }

    private async Task SetAsync(string name, string value)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync(name, value);
    }
}
