using System.Security.Claims;
using Volo.Abp;
using Volo.Abp.Security.Claims;
using Volo.Abp.Users;

namespace DoubleReductionGov.Abp.Tests.Users;

public sealed class CurrentUserTests
{
    private readonly ThreadCurrentPrincipalAccessor _principal = new();
    private readonly CurrentUser _user;

    public CurrentUserTests() => _user = new CurrentUser(_principal);

    [Fact]
    public void Nobody_is_nobody()
    {
        using (_principal.Change(Cast.Nobody))
        {
            (_user.IsAuthenticated, _user.Id, _user.UserName, _user.Name, _user.Email, _user.TenantId).ShouldBe((false, null, null, null, null, null));
            _user.Roles.ShouldBeEmpty();
            Should.Throw<AbpException>(() => _user.GetId());
        }

        _principal.Principal.ShouldNotBeNull();
    }

    [Fact]
    public void Claims_say_who_it_is()
    {
        using (_principal.Change(Principal(
            (AbpClaimTypes.UserId, Cast.AdaId.ToString()), (AbpClaimTypes.UserName, "ada"), (AbpClaimTypes.Name, "Ada"), (AbpClaimTypes.Email, "ada@example.invalid"),
            (AbpClaimTypes.TenantId, Cast.North.ToString()), (AbpClaimTypes.Role, "a"), (AbpClaimTypes.Role, "b"), (AbpClaimTypes.Role, "a"))))
        {
            (_user.GetId(), _user.UserName, _user.Name, _user.Email, _user.TenantId).ShouldBe((Cast.AdaId, "ada", "Ada", "ada@example.invalid", Cast.North));
            _user.IsAuthenticated.ShouldBeTrue();
            _user.Roles.ShouldBe(["a", "b"]);
            (_user.IsInRole("b"), _user.IsInRole("c")).ShouldBe((true, false));
            _user.FindClaim(AbpClaimTypes.Role)!.Value.ShouldBe("a");
            _user.FindClaimValue("nothing").ShouldBeNull();
            _user.FindClaims(AbpClaimTypes.Role).Length.ShouldBe(3);
            _user.GetAllClaims().Length.ShouldBe(8);
        }
    }

    [Fact]
    public void Without_a_user_id_that_is_a_guid_nobody_is_authenticated()
    {
        using (_principal.Change(Principal((AbpClaimTypes.UserId, "ada"), (AbpClaimTypes.UserName, "ada"))))
        {
            _user.IsAuthenticated.ShouldBeFalse();
            _user.UserName.ShouldBe("ada");
        }
    }

    [Fact]
    public async Task A_changed_principal_belongs_to_its_flow_and_ends_with_it()
    {
        using (_principal.Change(Cast.Ada))
        {
            using (_principal.Change(Cast.Nora))
            {
                await Task.Yield();
                _user.Id.ShouldBe(Cast.NoraId);
            }

            _user.Id.ShouldBe(Cast.AdaId);
        }

        _user.Id.ShouldBeNull();
    }

    private static ClaimsPrincipal Principal(params (string Type, string Value)[] claims) =>
        new(new ClaimsIdentity(claims.Select(c => new Claim(c.Type, c.Value)), "test"));
}
