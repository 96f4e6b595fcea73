namespace DoubleReductionGov.Administration;

/// <summary>
/// 三员: the three officers of the city and of each county. No person holds two of these roles, or one of them and a business role.
/// </summary>
public static class AdministrationRoles
{
    /// <summary>系统管理员: accounts, counties, jobs and settings.</summary>
    public const string SystemAdmin = "system-admin";

    /// <summary>安全管理员: roles, rights and their assignment, security policy, sessions.</summary>
    public const string SecurityAdmin = "security-admin";

    /// <summary>审计管理员: reads what everybody did, and changes nothing.</summary>
    public const string AuditAdmin = "audit-admin";

    /// <summary>All three.</summary>
    public static IReadOnlyList<string> Officers { get; } = [SystemAdmin, SecurityAdmin, AuditAdmin];
}
