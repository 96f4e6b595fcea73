using Volo.Abp;

namespace DoubleReductionGov.Administration;

/// <summary>
/// 三员分立: the whole rule in one place, asked when roles are assigned, when rights are granted, and by whoever seeds them.
/// What it cannot know, which permissions administer, its caller says.
/// </summary>
public static class OfficerSeparation
{
    /// <summary>The roles that one account would have together.</summary>
    /// <exception cref="BusinessException"><see cref="AdministrationErrors.OfficerHoldsTwoDuties"/>, <see cref="AdministrationErrors.OfficerHoldsBusinessRole"/>.</exception>
    public static void EnsureRoles(IReadOnlyCollection<string> roles)
    {
        var officers = roles.Where(IsOfficer).ToList();
        if (officers.Count > 1)
        {
            throw new BusinessException(AdministrationErrors.OfficerHoldsTwoDuties).WithData("first", officers[0]).WithData("second", officers[1]);
        }

        if (officers.Count == 1 && roles.FirstOrDefault(role => !IsOfficer(role)) is { } business)
        {
            throw new BusinessException(AdministrationErrors.OfficerHoldsBusinessRole).WithData("officer", officers[0]).WithData("role", business);
        }
    }

    /// <summary>The permissions that a role, or an account with these roles, would have.</summary>
    /// <exception cref="BusinessException"><see cref="AdministrationErrors.OfficerHoldsBusinessPermission"/>, <see cref="AdministrationErrors.AdministrationIsForOfficers"/>.</exception>
    public static void EnsurePermissions(IReadOnlyCollection<string> roles, IEnumerable<string> permissions, Func<string, bool> administers)
    {
        var officer = roles.FirstOrDefault(IsOfficer);
        foreach (var permission in permissions)
        {
            if (officer is not null && !administers(permission))
            {
                throw new BusinessException(AdministrationErrors.OfficerHoldsBusinessPermission).WithData("officer", officer).WithData("permission", permission);
            }

            if (officer is null && administers(permission))
            {
                throw new BusinessException(AdministrationErrors.AdministrationIsForOfficers).WithData("permission", permission);
            }
        }
    }

    /// <summary>What an officer may do is the platform's and nobody's to change: whoever could widen it would be two officers.</summary>
    /// <exception cref="BusinessException"><see cref="AdministrationErrors.OfficerRightsAreFixed"/>.</exception>
    public static void EnsureRightsMayChange(IEnumerable<string> roles)
    {
        if (roles.FirstOrDefault(IsOfficer) is { } officer)
        {
            throw new BusinessException(AdministrationErrors.OfficerRightsAreFixed).WithData("officer", officer);
        }
    }

    /// <summary>Whether the role is one of the three.</summary>
    public static bool IsOfficer(string role) => AdministrationRoles.Officers.Contains(role);
}
