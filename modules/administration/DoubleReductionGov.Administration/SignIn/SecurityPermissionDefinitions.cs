using Volo.Abp.Authorization.Permissions;
using Volo.Abp.Localization;
using Volo.Abp.MultiTenancy;

namespace DoubleReductionGov.Administration.SignIn;

internal static class SecurityPermissionDefinitions
{
    public static void AddTo(PermissionGroupDefinition group)
    {
        group.AddPermission(SecurityPermissions.Sessions, Name(SecurityPermissions.Sessions));
        group.AddPermission(SecurityPermissions.SecondFactors, Name(SecurityPermissions.SecondFactors));
        group.AddPermission(SecurityPermissions.SecurityPolicy, Name(SecurityPermissions.SecurityPolicy), MultiTenancySides.Host);
        group.AddPermission(SecurityPermissions.ApiClients, Name(SecurityPermissions.ApiClients));
        group.AddPermission(SecurityPermissions.SecurityLogs, Name(SecurityPermissions.SecurityLogs));
    }

    private static LocalizableString Name(string permission) => LocalizableString.Create<AccountResource>("Permission:" + permission);
}

/// <summary>The texts of sign-in and its safety.</summary>
[LocalizationResourceName("Account")]
internal sealed class AccountResource;
