using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Demonstration;
using DoubleReductionGov.Host.Http;
using DoubleReductionGov.Host.Tasks;
using DoubleReductionGov.Programme.Tasks;
using Volo.Abp.AspNetCore.Mvc.ApplicationConfigurations;

namespace DoubleReductionGov.Host.Account;

public sealed class SignInTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task Who_is_signed_in_is_known_with_county_role_and_organisation()
    {
        var client = await _city.SignInAsync(Cast.DepartmentOf(Cast.Kecheng));

        var configuration = await client.GetAsync<ApplicationConfigurationDto>("/api/abp/application-configuration");

        (configuration.CurrentUser.UserName, configuration.CurrentUser.Name, configuration.CurrentTenant.Name).ShouldBe(("county.dept", "周美娟", "柯城区"));
        configuration.CurrentUser.Roles.ShouldBe(["department"]);
        configuration.ExtraProperties["organisation"]!.ToString()!.ShouldContain("柯城区市场监督管理局");
        configuration.Auth.GrantedPolicies.Keys.ShouldContain("Programme.Tasks.Progress");
        configuration.Auth.GrantedPolicies.Keys.ShouldNotContain("Programme.Tasks.Assign");
    }

    [Fact]
    public async Task No_script_reads_the_session_and_no_other_site_sends_it()
    {
        using var response = await _city.LogInAsync(_city.OpenPortal(), Cast.CityLead, DemonstrationOptions.Password);

        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("DoubleReductionGov=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=strict", Case.Insensitive);
        cookie.ShouldNotContain("expires=", Case.Insensitive);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_the_account_or_the_county_exists()
    {
        HttpResponseMessage[] answers =
        [
            await _city.LogInAsync(_city.OpenPortal(), Cast.LeadOf(Cast.Longyou), "Wrong@2021"),
            await _city.LogInAsync(_city.OpenPortal(), new Official(Cast.Longyou, "nobody"), "Wrong@2021"),
            await _city.LogInAsync(_city.OpenPortal(), new Official(Cast.Longyou, "city.lead"), DemonstrationOptions.Password),
            await _city.LogInAsync(_city.OpenPortal(), new Official(null, "county.lead"), DemonstrationOptions.Password),
            await _city.OpenPortal().PostAsync("/api/account/login", new LoginInput(Guid.CreateVersion7(), "county.lead", DemonstrationOptions.Password)),
        ];

        var texts = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        texts.Distinct().ShouldHaveSingleItem();
        foreach (var answer in answers)
        {
            answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
            await answer.ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.InvalidUserNameOrPassword, "用户名或密码不正确");
        }
    }

    [Fact]
    public async Task After_five_failures_the_account_is_locked_and_no_other()
    {
        var locked = Cast.StaffOf(Cast.Kaihua);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await _city.LogInAsync(_city.OpenPortal(), locked, "Wrong@2021")).ShouldTurnAway(HttpStatusCode.Unauthorized);
        }

        await (await _city.LogInAsync(_city.OpenPortal(), locked, DemonstrationOptions.Password))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.InvalidUserNameOrPassword, "暂时锁定");
        (await _city.LogInAsync(_city.OpenPortal(), Cast.StaffOf(Cast.Changshan), DemonstrationOptions.Password)).EnsureSuccessStatusCode().Dispose();
    }

    [Fact]
    public async Task A_success_forgives_earlier_failures()
    {
        var forgetful = Cast.StaffOf(Cast.Jiangshan);
        for (var round = 0; round < 3; round++)
        {
            (await _city.LogInAsync(_city.OpenPortal(), forgetful, "Wrong@2021")).ShouldTurnAway(HttpStatusCode.Unauthorized);
            (await _city.LogInAsync(_city.OpenPortal(), forgetful, "Wrong@2021")).ShouldTurnAway(HttpStatusCode.Unauthorized);
            (await _city.LogInAsync(_city.OpenPortal(), forgetful, DemonstrationOptions.Password)).EnsureSuccessStatusCode().Dispose();
        }
    }

    [Fact]
    public async Task Name_and_password_are_required_and_not_endless()
    {
        var portal = _city.OpenPortal();
        foreach (var (input, field) in new[]
        {
            (new LoginInput(null, "", "x"), "userName"),
            (new LoginInput(null, "city.lead", ""), "password"),
            (new LoginInput(null, new string('x', 257), "x"), "userName"),
            (new LoginInput(null, "city.lead", new string('x', 129)), "password"),
        })
        {
            await _city.RefusesAsync(() => portal.PostAsync("/api/account/login", input), HttpStatusCode.BadRequest, null, field);
        }
    }

    [Fact]
    public async Task After_signing_out_the_session_is_over()
    {
        var client = await _city.SignInAnewAsync(Cast.LeadOf(Cast.Qujiang));
        (await client.GetAsync(TaskVerbs.Tasks)).EnsureSuccessStatusCode().Dispose();

        (await client.PostAsync("/api/account/logout", new { })).EnsureSuccessStatusCode().Dispose();

        (await client.GetAsync(TaskVerbs.Tasks)).ShouldTurnAway(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("not-a-county")]
    [InlineData("01890000-0000-7000-8000-000000000000")]
    public async Task An_unknown_tenant_key_is_not_found(string key)
    {
        var portal = _city.OpenPortal();

        (await portal.GetAsync($"/api/account/sign-in-options?__tenant={key}")).ShouldTurnAway(HttpStatusCode.NotFound);
        foreach (var (header, value) in new[] { ("__tenant", key), ("Cookie", $"__tenant={key}") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/account/sign-in-options");
            request.Headers.Add(header, value);
            (await portal.SendAsync(request)).ShouldTurnAway(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task A_changed_or_invented_session_is_none()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, TaskVerbs.Tasks);
        request.Headers.Add("Cookie", "DoubleReductionGov=CfDJ8NrAkS0hYWxzZQ");

        (await _city.OpenPortal().SendAsync(request)).ShouldTurnAway(HttpStatusCode.Unauthorized);
    }
}
