using System.Net;
using DoubleReductionGov.Abp.Tests.AspNetCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Volo.Abp.Application.Services;
using Volo.Abp.Domain.Repositories;
using Volo.Abp.Identity;
using Volo.Abp.MultiTenancy;
using Volo.Abp.TenantManagement;
using Volo.Abp.Uow;
using IdentityRole = Volo.Abp.Identity.IdentityRole;
using IdentityUser = Volo.Abp.Identity.IdentityUser;

namespace DoubleReductionGov.Abp.Tests.Identity;

public sealed class SessionTests : IAsyncLifetime
{
    private const string Password = "Correct-Horse-7";

    private WebTestApplication _application = null!;
    private HttpClient _nora = null!;

    public async ValueTask InitializeAsync()
    {
        _application = await WebTestApplication.StartWithDatabaseAsync();
        await InAsync(null, services => services.GetRequiredService<IRepository<Tenant, Guid>>().InsertAsync(new Tenant(Cast.North, "North", "NORTH")));
        await InAsync(Cast.North, async services =>
        {
            await services.GetRequiredService<IRepository<IdentityRole, Guid>>().InsertAsync(new IdentityRole(Guid.CreateVersion7(), "librarian", Cast.North));
            (await Users(services).CreateAsync(new IdentityUser(Cast.NoraId, "nora", "nora@example.invalid", Cast.North), Password)).Succeeded.ShouldBeTrue();
        });
        _nora = _application.Client();
        var answer = await _nora.PostAsync("/api/app/session/sign-in?__tenant=North&userName=nora&password=" + Password, null);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        _nora.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0]);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    [Fact]
    public async Task Who_has_signed_in_is_known_in_the_own_tenant()
    {
        (await _nora.GetStringAsync("/api/app/where")).ShouldBe("North 2");
        (await _nora.GetAsync("/api/app/where/signed-in")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_disabled_account_is_out_with_its_next_request()
    {
        await ChangeAsync((users, nora) =>
        {
            nora.SetIsActive(false);
            return users.UpdateAsync(nora);
        });

        (await _nora.GetAsync("/api/app/where/signed-in")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_new_security_stamp_ends_older_sessions()
    {
        await ChangeAsync((users, nora) => users.UpdateSecurityStampAsync(nora));

        (await _nora.GetAsync("/api/app/where/signed-in")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Roles_are_read_again()
    {
        (await RolesAsync()).ShouldBe("[]");

        await ChangeAsync((users, nora) => users.AddToRoleAsync(nora, "librarian"));

        (await RolesAsync()).ShouldBe("""["librarian"]""");
    }

    private async Task<string> RolesAsync() =>
        (await (await _nora.GetAsync("/api/abp/application-configuration")).JsonAsync()).GetProperty("currentUser").GetProperty("roles").ToString();

    private Task ChangeAsync(Func<IdentityUserManager, IdentityUser, Task<IdentityResult>> change) => InAsync(Cast.North, async services =>
    {
        var result = await change(Users(services), await Users(services).GetByIdAsync(Cast.NoraId));
        result.Succeeded.ShouldBeTrue();
    });

    private static IdentityUserManager Users(IServiceProvider services) => services.GetRequiredService<IdentityUserManager>();

    private async Task InAsync(Guid? tenant, Func<IServiceProvider, Task> act)
    {
        using var inTenant = _application.Services.GetRequiredService<ICurrentTenant>().Change(tenant);
        using var unitOfWork = _application.Services.GetRequiredService<IUnitOfWorkManager>().Begin(requiresNew: true, isTransactional: true);
        await act(unitOfWork.ServiceProvider);
        await unitOfWork.CompleteAsync();
    }
}

public sealed class SessionAppService(IServiceProvider services) : ApplicationService
{
    public async Task<string> SignInAsync(string userName, string password) =>
        (await services.GetRequiredService<SignInManager<IdentityUser>>().PasswordSignInAsync(userName, password, isPersistent: false, lockoutOnFailure: true)).ToString();
}
