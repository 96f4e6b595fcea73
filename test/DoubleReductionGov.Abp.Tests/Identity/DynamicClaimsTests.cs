using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.Security.Claims;
using Volo.Abp.SecurityLog;
using Volo.Abp.TenantManagement;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class DynamicClaimsTests : IAsyncLifetime
{
    private const string SessionId = "a-session";
    private static readonly DateTime Now = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc);
    private KernelApplication _application = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await KernelApplication.StartAsync();
        await _application.SaveAsync(new Tenant(Cast.North, "North", "NORTH"));
        await AsAsync(async services =>
            (await services.GetRequiredService<IdentityUserManager>().CreateAsync(new IdentityUser(Cast.NoraId, "nora", "n@example.invalid", Cast.North) { Name = "Nora" })).Succeeded.ShouldBeTrue());
        await _application.SaveAsync(new IdentitySession(Guid.CreateVersion7(), SessionId, "Web", "a browser", Cast.NoraId, Cast.North, null, "192.0.2.1", Now, Now), Cast.North);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Name_and_roles_are_those_that_the_account_has_now()
    {
        var principal = await RenewAsync(new Claim(AbpClaimTypes.UserName, "old name"), new Claim(AbpClaimTypes.Role, "old role"));

        (principal.FindFirst(AbpClaimTypes.UserName)!.Value, principal.FindFirst(AbpClaimTypes.Name)!.Value).ShouldBe(("nora", "Nora"));
        principal.FindAll(AbpClaimTypes.Role).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whose_session_has_ended_or_belongs_to_another_is_turned_away()
    {
        (await RenewAsync(new Claim(AbpClaimTypes.SessionId, SessionId))).Identity!.IsAuthenticated.ShouldBeTrue();
        (await RenewAsync(new Claim(AbpClaimTypes.SessionId, "another"))).Identity!.IsAuthenticated.ShouldBeFalse();

        await AsAsync(services => services.GetRequiredService<IRepository<IdentitySession, Guid>>().DeleteAsync(s => s.SessionId == SessionId));

        (await RenewAsync(new Claim(AbpClaimTypes.SessionId, SessionId))).Identity!.IsAuthenticated.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_stamp_and_a_disabled_account_are_turned_away()
    {
        var stampType = new IdentityOptions().ClaimsIdentity.SecurityStampClaimType;
        (await RenewAsync(new Claim(stampType, "another"))).Identity!.IsAuthenticated.ShouldBeFalse();

        await AsAsync(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var nora = await users.GetByIdAsync(Cast.NoraId);
            nora.SetIsActive(false);
            await users.UpdateAsync(nora);
        });

        (await RenewAsync()).Identity!.IsAuthenticated.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_has_no_user_id_is_left_as_it_is()
    {
        var machine = new ClaimsPrincipal(new ClaimsIdentity([new Claim(AbpClaimTypes.ClientId, "machine")], "test"));

        (await _application.InUnitOfWorkAsync(services => services.GetRequiredService<IAbpClaimsPrincipalFactory>().CreateDynamicAsync(machine))).ShouldBe(machine);
        ClientPermissionValueProvider.ProviderName.ShouldBe("C");
    }

    [Fact]
    public async Task An_external_account_leads_to_the_account_it_is_linked_to()
    {
        await AsAsync(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            (await users.AddLoginAsync(await users.GetByIdAsync(Cast.NoraId), new UserLoginInfo("exam", "key-1", "Exam"))).Succeeded.ShouldBeTrue();
        });

        await AsAsync(async services =>
        {
            var users = services.GetRequiredService<IdentityUserManager>();
            var nora = (await users.FindByLoginAsync("exam", "key-1")).ShouldNotBeNull();
            (await users.FindByLoginAsync("exam", "key-2")).ShouldBeNull();
            (await users.GetLoginsAsync(nora)).ShouldHaveSingleItem().ProviderDisplayName.ShouldBe("Exam");
            var login = nora.Logins.Single();
            (login.UserId, login.LoginProvider, login.ProviderKey, login.TenantId).ShouldBe((Cast.NoraId, "exam", "key-1", Cast.North));
            login.GetKeys().ShouldBe([Cast.NoraId, "exam"]);
            (await users.RemoveLoginAsync(nora, "exam", "key-1")).Succeeded.ShouldBeTrue();
        });
        await AsAsync(async services => (await services.GetRequiredService<IdentityUserManager>().FindByLoginAsync("exam", "key-1")).ShouldBeNull());
    }

    [Fact]
    public async Task What_happened_is_recorded_with_tenant_and_time_and_cut_to_size()
    {
        await AsAsync(services => services.GetRequiredService<ISecurityLogManager>().SaveAsync(info =>
        {
            (info.Identity, info.Action, info.UserId, info.UserName) = ("Identity", "LoginSucceeded", Cast.NoraId, "nora");
            (info.ClientId, info.CorrelationId, info.ClientIpAddress, info.BrowserInfo) = ("c", "r", "192.0.2.1", new string('x', 600));
        }));

        var log = (await _application.AllAsync<IdentitySecurityLog>()).ShouldHaveSingleItem();
        (log.TenantId, log.Identity, log.Action, log.UserId, log.UserName, log.ClientId, log.CorrelationId, log.ClientIpAddress)
            .ShouldBe((Cast.North, "Identity", "LoginSucceeded", Cast.NoraId, "nora", "c", "r", "192.0.2.1"));
        log.BrowserInfo!.Length.ShouldBe(512);
        log.CreationTime.ShouldNotBe(default);
    }

    [Fact]
    public async Task A_session_says_where_and_since_when()
    {
        var session = (await _application.AllAsync<IdentitySession>()).ShouldHaveSingleItem();

        (session.SessionId, session.Device, session.DeviceInfo, session.UserId, session.TenantId, session.ClientId, session.IpAddresses, session.SignedIn, session.LastAccessed)
            .ShouldBe((SessionId, "Web", "a browser", Cast.NoraId, Cast.North, null, "192.0.2.1", Now, Now));
    }

    private Task<ClaimsPrincipal> RenewAsync(params Claim[] claims) => _application.InUnitOfWorkAsync(services =>
        services.GetRequiredService<IAbpClaimsPrincipalFactory>().CreateDynamicAsync(new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(AbpClaimTypes.UserId, Cast.NoraId.ToString()), new Claim(AbpClaimTypes.TenantId, Cast.North.ToString()), .. claims], "test"))));

    private Task AsAsync(Func<IServiceProvider, Task> act) => _application.InUnitOfWorkAsync(act, Cast.North);
}
