using System.Net;
using DoubleReductionGov.Administration;
using DoubleReductionGov.Administration.SignIn;
using DoubleReductionGov.Host.Http;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.SettingManagement;

namespace DoubleReductionGov.Host.Account;

public sealed class PasswordTests(QuzhouCity quzhou) : IClassFixture<QuzhouCity>
{
    private const string Change = "/api/account/password";
    private readonly HostApplication _city = quzhou.Application;

    [Fact]
    public async Task A_first_password_must_be_changed_and_its_ticket_does_it_once()
    {
        await _city.CreateAccountAsync(null, "first", change: user => user.SetShouldChangePasswordOnNextLogin(true));
        var portal = _city.OpenPortal();
        var begun = await portal.BeginAsync(_city, null, "first");
        (begun.Step, begun.Reason).ShouldBe((SignInStep.ChangePassword, ChangePasswordReason.FirstSignIn));

        var done = await portal.PostAsync<LoginResult>("/api/account/login/change-password", new TicketPasswordInput(begun.Ticket!, "Qiu-Yue-99z"));

        (done.Step, done.UserName).ShouldBe((SignInStep.Done, "first"));
        await (await _city.OpenPortal().PostAsync("/api/account/login/change-password", new TicketPasswordInput(begun.Ticket!, "Dong-Xue-77z")))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.TicketIsInvalid);
        await (await _city.OpenPortal().PostAsync("/api/account/login/change-password", new TicketPasswordInput("forged", "Dong-Xue-77z")))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.TicketIsInvalid);
    }

    [Fact]
    public async Task A_first_password_that_nobody_used_for_a_week_is_void()
    {
        await _city.CreateAccountAsync(null, "late", change: user =>
        {
            user.SetShouldChangePasswordOnNextLogin(true);
            user.SetLastPasswordChangeTime(TimeProvider.System.GetUtcNow().AddDays(-8));
        });

        await (await _city.LogInAsync(_city.OpenPortal(), new Official(null, "late"), AccountVerbs.Password))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.InitialPasswordExpired, "有效期");
    }

    [Theory]
    [InlineData("Ab-1", AccountErrors.PasswordTooShort, "8")]
    [InlineData("onlysmallletters", AccountErrors.PasswordTooSimple, "3")]
    [InlineData("My-Weak.User1", AccountErrors.PasswordContainsUserName, "用户名")]
    [InlineData("P@ssw0rd2024", AccountErrors.PasswordIsCommon, "常见")]
    [InlineData(AccountVerbs.Password, AccountErrors.PasswordUsedBefore, "5")]
    public async Task The_policy_refuses_a_weak_password(string password, string code, string named)
    {
        var name = "weak.user1";
        await EnsureAsync(name);
        await SetAsync("CommonPasswordsRefused", "1");
        var client = await _city.EnterAsync(null, name);

        (await _city.LogInAsync(_city.OpenPortal(), new Official(null, name), AccountVerbs.Password)).EnsureSuccessStatusCode().Dispose();
        await (await client.PostAsync(Change, new ChangeOwnPasswordInput(AccountVerbs.Password, password))).ShouldRefuseAsync(HttpStatusCode.Forbidden, code, named);

        (await _city.LogInAsync(_city.OpenPortal(), new Official(null, name), AccountVerbs.Password)).EnsureSuccessStatusCode().Dispose();
    }

    [Fact]
    public async Task A_change_needs_the_present_password_and_ends_the_other_sessions()
    {
        await _city.CreateAccountAsync(Cast.Kecheng, "mei");
        var here = await _city.EnterAsync(Cast.Kecheng, "mei");
        var elsewhere = await _city.EnterAsync(Cast.Kecheng, "mei");
        await (await here.PostAsync(Change, new ChangeOwnPasswordInput("Wrong-Pass-1", "Qiu-Yue-99z"))).ShouldRefuseAsync(HttpStatusCode.Forbidden, AccountErrors.InvalidPassword);

        (await here.PostAsync(Change, new ChangeOwnPasswordInput(AccountVerbs.Password, "Qiu-Yue-99z"))).EnsureSuccessStatusCode().Dispose();

        (await here.GetAsync("/api/account/me")).EnsureSuccessStatusCode().Dispose();
        (await elsewhere.GetAsync("/api/account/me")).ShouldTurnAway(HttpStatusCode.Unauthorized);
        (await here.PostAsync(Change, new ChangeOwnPasswordInput("Qiu-Yue-99z", "Dong-Xue-77z"))).EnsureSuccessStatusCode().Dispose();
        await (await here.PostAsync(Change, new ChangeOwnPasswordInput("Dong-Xue-77z", AccountVerbs.Password))).ShouldRefuseAsync(HttpStatusCode.Forbidden, AccountErrors.PasswordUsedBefore);
    }

    [Fact]
    public async Task An_old_password_must_be_changed_where_the_policy_says_so()
    {
        await _city.CreateAccountAsync(null, "old", change: user => user.SetLastPasswordChangeTime(TimeProvider.System.GetUtcNow().AddDays(-91)));
        await SetAsync("PasswordMaximumAgeDays", "90");

        var begun = await _city.OpenPortal().BeginAsync(_city, null, "old");

        await SetAsync("PasswordMaximumAgeDays", "0");
        (begun.Step, begun.Reason, begun.UserName).ShouldBe((SignInStep.ChangePassword, ChangePasswordReason.Expired, null));
    }

    [Fact]
    public async Task Guesses_at_once_lock_the_account_too()
    {
        await _city.CreateAccountAsync(null, "target");
        var guesses = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => _city.LogInAsync(_city.OpenPortal(), new Official(null, "target"), "Wrong-Guess-1"))));

        guesses.ShouldAllBe(g => g.StatusCode == HttpStatusCode.Unauthorized);
        await (await _city.LogInAsync(_city.OpenPortal(), new Official(null, "target"), AccountVerbs.Password))
            .ShouldRefuseAsync(HttpStatusCode.Unauthorized, AccountErrors.InvalidUserNameOrPassword);
    }

    private async Task EnsureAsync(string name)
    {
        using var answer = await _city.LogInAsync(_city.OpenPortal(), new Official(null, name), AccountVerbs.Password);
        if (!answer.IsSuccessStatusCode)
        {
            await _city.CreateAccountAsync(null, name);
        }
    }

    private async Task SetAsync(string rule, string value)
    {
        await using var scope = _city.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISettingManager>().SetGlobalAsync("Administration.Security." + rule, value);
    }
}
