using System.Security.Claims;
using Volo.Abp.Security.Claims;
using Volo.Abp.Users;

namespace DoubleReductionGov.Directory;

public sealed class CurrentOrganisationTests
{
    private static readonly Guid Bureau = Guid.CreateVersion7();

    [Fact]
    public void A_department_account_is_confined_to_its_organisation() =>
        OrganisationOf(DirectoryRoles.Department, Cast.Kecheng, Bureau.ToString()).ShouldBe(Bureau);

    [Theory]
    [InlineData(DirectoryRoles.CountyLead)]
    [InlineData(DirectoryRoles.CountyStaff)]
    public void Other_accounts_are_not_confined_even_if_they_carry_an_organisation(string role) =>
        OrganisationOf(role, Cast.Kecheng, Bureau.ToString()).ShouldBeNull();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("教育局")]
    public void A_department_account_without_an_organisation_matches_no_row(string? claim) =>
        OrganisationOf(DirectoryRoles.Department, Cast.Kecheng, claim).ShouldBe(Guid.Empty);

    [Fact]
    public void A_city_department_is_confined_in_the_city_and_not_inside_a_county_that_it_entered()
    {
        OrganisationOf(DirectoryRoles.Department, null, Bureau.ToString()).ShouldBe(Bureau);
        OrganisationOf(DirectoryRoles.Department, null, Bureau.ToString(), inside: Cast.Kecheng).ShouldBeNull();
    }

    [Fact]
    public void Work_without_an_account_is_not_confined() => OrganisationOf(new ClaimsPrincipal(), Cast.Kecheng).ShouldBeNull();

    private static Guid? OrganisationOf(string role, Guid? tenant, string? claim, Guid? inside = null)
    {
        var claims = new List<Claim> { new(AbpClaimTypes.UserId, Guid.NewGuid().ToString()), new(AbpClaimTypes.Role, role) };
        if (tenant is not null)
        {
            claims.Add(new Claim(AbpClaimTypes.TenantId, tenant.Value.ToString()));
        }

        if (claim is not null)
        {
            claims.Add(new Claim(DirectoryClaims.OrganisationId, claim));
        }

        return OrganisationOf(new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), inside ?? tenant);
    }

    private static Guid? OrganisationOf(ClaimsPrincipal principal, Guid? inside)
    {
        using (Cast.CurrentTenant.Change(inside))
        {
            return new CurrentOrganisation(new CurrentUser(new Signed(principal)), Cast.CurrentTenant).Id;
        }
    }

    private sealed class Signed(ClaimsPrincipal principal) : ICurrentPrincipalAccessor
    {
        public ClaimsPrincipal Principal => principal;

        public IDisposable Change(ClaimsPrincipal principal) => throw new NotSupportedException();
    }
}
