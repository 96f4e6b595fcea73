namespace DoubleReductionGov.Administration;

/// <summary>Permissions of sign-in and its safety; all belong to the group Administration and so to officers alone.</summary>
public static class SecurityPermissions
{
    /// <summary>See where people are signed in, and end that. Security administrators.</summary>
    public const string Sessions = "Administration.Sessions";

    /// <summary>Take a lost second factor away. Security administrators.</summary>
    public const string SecondFactors = "Administration.SecondFactors";

    /// <summary>Choose the account policy. The city's security administrator.</summary>
    public const string SecurityPolicy = "Administration.SecurityPolicy";

    /// <summary>Machines that call the API: rights and secrets. Security administrators.</summary>
    public const string ApiClients = "Administration.ApiClients";

    /// <summary>Read and export the sign-in log. Audit administrators.</summary>
    public const string SecurityLogs = "Administration.SecurityLogs";
}
