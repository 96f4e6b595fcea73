namespace DoubleReductionGov.Administration;

/// <summary>Refusals of this module.</summary>
public static class AdministrationErrors
{
    /// <summary>Another account of this tenant has the name; data: <c>userName</c>.</summary>
    public const string UserNameExists = "Administration:UserNameExists";

    /// <summary>Another account of this tenant has the e-mail address; data: <c>email</c>.</summary>
    public const string EmailExists = "Administration:EmailExists";

    /// <summary>Nobody deactivates the account with which one is signed in.</summary>
    public const string CannotDeactivateOneself = "Administration:CannotDeactivateOneself";

    /// <summary>Nobody changes the own roles.</summary>
    public const string OwnRolesCannotChange = "Administration:OwnRolesCannotChange";

    /// <summary>Nobody changes the own rights, nor those of a role that one has.</summary>
    public const string OwnRightsCannotChange = "Administration:OwnRightsCannotChange";

    /// <summary>Whoever knows the own password changes it; a reset is for others.</summary>
    public const string OwnPasswordCannotBeReset = "Administration:OwnPasswordCannotBeReset";

    /// <summary>An account that is switched off gets no new password; data: <c>userName</c>.</summary>
    public const string UserIsInactive = "Administration:UserIsInactive";

    /// <summary>The last active officer of a kind stays active and keeps the role; data: <c>role</c>.</summary>
    public const string LastOfficer = "Administration:LastOfficer";

    /// <summary>Nobody is two officers; data: <c>first</c>, <c>second</c>.</summary>
    public const string OfficerHoldsTwoDuties = "Administration:OfficerHoldsTwoDuties";

    /// <summary>An officer has no business role; data: <c>officer</c>, <c>role</c>.</summary>
    public const string OfficerHoldsBusinessRole = "Administration:OfficerHoldsBusinessRole";

    /// <summary>An officer has no business permission; data: <c>officer</c>, <c>permission</c>.</summary>
    public const string OfficerHoldsBusinessPermission = "Administration:OfficerHoldsBusinessPermission";

    /// <summary>Nobody changes what an officer may do; data: <c>officer</c>.</summary>
    public const string OfficerRightsAreFixed = "Administration:OfficerRightsAreFixed";

    /// <summary>Only officers administer; data: <c>permission</c>.</summary>
    public const string AdministrationIsForOfficers = "Administration:AdministrationIsForOfficers";

    /// <summary>An active officer of this kind is there already; data: <c>role</c>, <c>count</c>.</summary>
    public const string OfficerExists = "Administration:OfficerExists";

    /// <summary>Another role of this tenant has the name; data: <c>name</c>.</summary>
    public const string RoleNameExists = "Administration:RoleNameExists";

    /// <summary>A role on which the platform is built is neither renamed nor deleted; data: <c>name</c>.</summary>
    public const string RoleIsStatic = "Administration:RoleIsStatic";

    /// <summary>Accounts still have the role; data: <c>name</c>, <c>count</c>.</summary>
    public const string RoleHasUsers = "Administration:RoleHasUsers";

    /// <summary>There is no such permission; data: <c>permission</c>.</summary>
    public const string PermissionUnknown = "Administration:PermissionUnknown";

    /// <summary>The city's permissions are not for counties, nor theirs for the city; data: <c>permission</c>.</summary>
    public const string PermissionOfOtherSide = "Administration:PermissionOfOtherSide";

    /// <summary>A permission needs the one above it; data: <c>permission</c>, <c>parent</c>.</summary>
    public const string PermissionNeedsParent = "Administration:PermissionNeedsParent";

    /// <summary>Another county has the name, active or not; data: <c>name</c>.</summary>
    public const string CountyNameExists = "Administration:CountyNameExists";

    /// <summary>The database cannot be reached with this connection string; why is in the log, not in the answer.</summary>
    public const string CountyConnectionFailed = "Administration:CountyConnectionFailed";

    /// <summary>The file lacks a column, or has one that nobody reads; data: <c>reason</c>.</summary>
    public const string ImportFileIsInvalid = "Administration:ImportFileIsInvalid";

    /// <summary>An export would have more records than allowed; data: <c>maximum</c>.</summary>
    public const string AuditLogExportTooLarge = "Administration:AuditLogExportTooLarge";
    /// <summary>The role may not create databases, or the server refused.</summary>
    public const string TenantDatabaseCannotBeCreated = "Administration:TenantDatabaseCannotBeCreated";

    /// <summary>Wrong address, role or password, or no such folder.</summary>
    public const string TenantDatabaseCannotBeReached = "Administration:TenantDatabaseCannotBeReached";
}
