namespace DoubleReductionGov.Administration;

/// <summary>Permissions of this module. All of them are for officers (<see cref="AdministrationRoles"/>) alone.</summary>
public static class AdministrationPermissions
{
    /// <summary>The group under which the others are shown; whatever any module puts into it is for officers alone.</summary>
    public const string Group = "Administration";

    /// <summary>Read accounts.</summary>
    public const string Users = "Administration.Users";

    /// <summary>Create, change, activate and deactivate accounts, reset passwords. System administrators.</summary>
    public const string UsersManage = "Administration.Users.Manage";

    /// <summary>End a lockout. Security administrators.</summary>
    public const string UsersUnlock = "Administration.Users.Unlock";

    /// <summary>Give accounts their roles. Security administrators.</summary>
    public const string UsersAssignRoles = "Administration.Users.AssignRoles";

    /// <summary>Read roles.</summary>
    public const string Roles = "Administration.Roles";

    /// <summary>Create, rename, clone and delete roles of one's own making.</summary>
    public const string RolesManage = "Administration.Roles.Manage";

    /// <summary>Read who may do what.</summary>
    public const string Rights = "Administration.Rights";

    /// <summary>Grant and take away rights.</summary>
    public const string RightsManage = "Administration.Rights.Manage";

    /// <summary>Read which duties exclude each other and who holds both.</summary>
    public const string Duties = "Administration.Duties";

    /// <summary>Read the counties and the state of their databases. City only.</summary>
    public const string Counties = "Administration.Counties";

    /// <summary>Create, rename, activate and deactivate counties. City only.</summary>
    public const string CountiesManage = "Administration.Counties.Manage";
    /// <summary>Read and export the audit log.</summary>
    public const string AuditLogs = "Administration.AuditLogs";
    /// <summary>To see the events that could not be handled, and to have them tried again or discarded.</summary>
    public const string ParkedEvents = "Administration.ParkedEvents";
}
