using Volo.Abp;

namespace DoubleReductionGov.Administration.Officers;

public sealed class OfficerSeparationTests
{
    private const string Administers = "Administration.Users";
    private const string Business = "Programme.Tasks";

    [Fact]
    public void One_officers_role_or_any_business_roles_are_fine()
    {
        Should.NotThrow(() => OfficerSeparation.EnsureRoles([AdministrationRoles.AuditAdmin]));
        Should.NotThrow(() => OfficerSeparation.EnsureRoles(["county-lead", "department"]));
        Should.NotThrow(() => OfficerSeparation.EnsureRoles([]));
    }

    [Theory]
    [InlineData(AdministrationErrors.OfficerHoldsTwoDuties, AdministrationRoles.SystemAdmin, AdministrationRoles.SecurityAdmin)]
    [InlineData(AdministrationErrors.OfficerHoldsTwoDuties, "department", AdministrationRoles.SecurityAdmin, AdministrationRoles.AuditAdmin)]
    [InlineData(AdministrationErrors.OfficerHoldsBusinessRole, AdministrationRoles.AuditAdmin, "department")]
    [InlineData(AdministrationErrors.OfficerHoldsBusinessRole, "county-lead", AdministrationRoles.SystemAdmin)]
    public void Other_roles_together_are_refused(string code, params string[] roles) => RefusalOf(() => OfficerSeparation.EnsureRoles(roles)).ShouldBe(code);

    [Fact]
    public void Administration_is_for_officers_and_business_for_the_rest()
    {
        Should.NotThrow(() => Ensure(AdministrationRoles.SystemAdmin, Administers));
        Should.NotThrow(() => Ensure("department", Business));
        RefusalOf(() => Ensure(AdministrationRoles.SystemAdmin, Administers, Business)).ShouldBe(AdministrationErrors.OfficerHoldsBusinessPermission);
        RefusalOf(() => Ensure("department", Business, Administers)).ShouldBe(AdministrationErrors.AdministrationIsForOfficers);
    }

    [Fact]
    public void What_an_officer_may_do_is_nobodys_to_change()
    {
        Should.NotThrow(() => OfficerSeparation.EnsureRightsMayChange(["department"]));
        RefusalOf(() => OfficerSeparation.EnsureRightsMayChange(["department", AdministrationRoles.AuditAdmin])).ShouldBe(AdministrationErrors.OfficerRightsAreFixed);
    }

    private static void Ensure(string role, params string[] permissions) =>
        OfficerSeparation.EnsurePermissions([role], permissions, name => name.StartsWith("Administration.", StringComparison.Ordinal));

    private static string? RefusalOf(Action act) => Should.Throw<BusinessException>(act).Code;
}
