using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.SecondFactor;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Http;
using Volo.Abp.SettingManagement;
using Microsoft.Extensions.DependencyInjection;

namespace DoubleReductionGov.Host.Account;

public sealed class SecondFactorTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Step = "/api/account/login/second-factor";
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_code_opens_once_and_a_ticket_leads_on_once()
    {
        await _city.CreateAccountAsync(null, "fan");
        var (secret, _) = await (await _city.EnterAsync(null, "fan")).EnrolAsync();
        var portal = _city.OpenPortal();
        var first = await portal.BeginAsync(_city, null, "fan");
        first.Step.ShouldBe(SignInStep.SecondFactor);
        (await portal.GetAsync("/api/account/me")).ShouldTurnAway(HttpStatusCode.Unauthorized);
        await (await portal.PostAsync(Step, new TicketCodeInput(first.Ticket!, "000000"))).ShouldRefuseAsync(HttpStatusCode.Forbidden, AccountErrors.InvalidCode);

        var code = AccountVerbs.CodeOf(secret);
        (await portal.PostAsync<LoginResult>(Step, new TicketCodeInput(first.Ticket!, code))).Step.ShouldBe(SignInStep.Done);

        await (await _city.OpenPortal().PostAsync(Step, new TicketCodeInput(first.Ticket!, AccountVerbs.CodeOf(secret, 1))))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.TicketIsInvalid);
        var second = await _city.OpenPortal().BeginAsync(_city, null, "fan");
        await (await _city.OpenPortal().PostAsync(Step, new TicketCodeInput(second.Ticket!, code))).ShouldRefuseAsync(HttpStatusCode.Forbidden, AccountErrors.InvalidCode);
    }

    [Fact]
    public async Task A_recovery_code_opens_once()
    {
        await _city.CreateAccountAsync(Cast.Kecheng, "gao");
        var (_, codes) = await (await _city.EnterAsync(Cast.Kecheng, "gao")).EnrolAsync();
        codes.Distinct().Count().ShouldBe(10);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var portal = _city.OpenPortal();
            var begun = await portal.BeginAsync(_city, Cast.Kecheng, "gao");
            using var answer = await portal.PostAsync(Step, new TicketCodeInput(begun.Ticket!, codes[3]));
            answer.StatusCode.ShouldBe(attempt == 0 ? HttpStatusCode.OK : HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task Where_everybody_needs_one_the_sign_in_enrols_and_nobody_switches_it_off()
    {
        await _city.CreateAccountAsync(Cast.Longyou, "huang");
        await SetDutyAsync("2");
        try
        {
            var portal = _city.OpenPortal();
            var begun = await portal.BeginAsync(_city, Cast.Longyou, "huang");
            begun.Step.ShouldBe(SignInStep.EnrolSecondFactor);
            var done = await portal.PostAsync<LoginResult>("/api/account/login/enrol-second-factor", new TicketCodeInput(begun.Ticket!, AccountVerbs.CodeOf(begun.Secret!)));
            (done.Step, done.RecoveryCodes!.Count).ShouldBe((SignInStep.Done, 10));
            await portal.TakeTokenAsync();

            await _city.RefusesAsync(
                () => portal.PostAsync("/api/account/second-factor/disable", new { }), HttpStatusCode.Forbidden, AccountErrors.SecondFactorIsRequired, "第二因素");
        }
        finally
        {
            await SetDutyAsync("0");
        }
    }

    [Fact]
    public async Task The_security_administrator_takes_a_lost_one_away()
    {
        var id = await _city.CreateAccountAsync(Cast.Qujiang, "lin");
        var person = await _city.EnterAsync(Cast.Qujiang, "lin");
        await person.EnrolAsync();
        await _city.CreateAccountAsync(Cast.Qujiang, "anquan", AdministrationRoles.SecurityAdmin);
        var officer = await _city.EnterAsync(Cast.Qujiang, "anquan");

        (await officer.PostAsync($"/api/administration/user-second-factor/reset/{id}", new { })).EnsureSuccessStatusCode().Dispose();

        (await person.GetAsync("/api/account/me")).ShouldTurnAway(HttpStatusCode.Unauthorized);
        (await _city.OpenPortal().BeginAsync(_city, Cast.Qujiang, "lin")).Step.ShouldBe(SignInStep.Done);
    }

    private async Task SetDutyAsync(string value)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync("Administration.Security.SecondFactor", value);
    }
}
