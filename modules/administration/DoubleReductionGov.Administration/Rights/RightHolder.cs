using System.Security.Cryptography;
using System.Text;

namespace DoubleReductionGov.Administration.Rights;

/// <summary>Whose rights are looked at or changed.</summary>
/// <param name="ProviderName">R for a role, U for an account.</param>
/// <param name="ProviderKey">The role's name or the account's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Roles">The roles whose separation counts: the role itself, or all of the account's.</param>
internal sealed record RightHolder(RightsKind Kind, string ProviderName, string ProviderKey, string Name, IReadOnlyList<string> Roles)
{
    /// <summary>Of a set of permissions, in whatever order.</summary>
    public static string StampOf(IEnumerable<string> granted) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', granted.Order(StringComparer.Ordinal)))))[..32];
}
