using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Volo.Abp.Authorization.Permissions;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>A permission is defined, asked for, given to somebody and called by a name in every language.</summary>
internal static class PermissionRules
{
    private const string Group = "Group";

    public static IReadOnlyList<(Type Class, string Name, string Value)> Constants { get; } = [.. Product.Constants("Permissions").Where(c => c.Name != Group)];

    public static IReadOnlyList<string> Defined => [.. EveryModule.PermissionGroups.SelectMany(g => g.GetPermissionsWithChildren()).Select(p => p.Name)];

    public static IReadOnlyList<string> Groups => [.. EveryModule.PermissionGroups.Select(g => g.Name)];

    /// <summary>The policies in the attributes of all entries.</summary>
    public static IReadOnlySet<string> Asked { get; } = Product.Assemblies.SelectMany(a => a.GetTypes()).Where(HttpAuthorization.IsEntry)
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance).Cast<MemberInfo>().Append(t))
        .SelectMany(m => m.GetCustomAttributes<AuthorizeAttribute>(true)).Select(a => a.Policy).OfType<string>().ToHashSet();

    /// <summary>Located at the constant, which may be let off.</summary>
    public static IEnumerable<Finding> GrantedToNobody()
    {
        var seeders = Repository.Product.Where(f => Repository.IsIn(f, "src") && f.Text.Contains($"{nameof(RolePermissionValueProvider)}.{nameof(RolePermissionValueProvider.ProviderName)}")).ToList();
        seeders.ShouldNotBeEmpty();
        return Constants.Where(c => !seeders.Any(s => Grants(s.Text, c.Class.Name, c.Name))).Select(c => At(c.Class, c.Name));
    }

    public static bool Grants(string seeder, string className, string name) => Regex.IsMatch(seeder, $@"\b{className}\.{name}\b");

    private static Finding At(Type type, string name)
    {
        var type_ = Declarations.FindingAt((type, $"{name} is granted to no role"));
        var lines = Repository.Product.First(f => f.Path == type_.Path).Lines;
        return type_ with { Line = Array.FindIndex(lines, l => l.Contains($"const string {name} =")) + 1 };
    }
}

public sealed class PermissionTests
{
    [Fact]
    public void Every_permission_is_defined_once_and_nothing_else_is()
    {
        PermissionRules.Constants.Count.ShouldBeGreaterThan(10);
        PermissionRules.Defined.Order().ShouldBe(PermissionRules.Constants.Select(c => c.Value).Order());
    }

    [Fact]
    public void Every_permission_is_asked_for_by_some_entry_and_no_other_is() =>
        PermissionRules.Asked.Order().ShouldBe(PermissionRules.Constants.Select(c => c.Value).Order());

    [Fact]
    public void Every_permission_is_granted_to_some_role() => Guards.GrantedToNobody.ShouldFindNothing();

    [Fact]
    public void Every_permission_and_group_has_a_text_and_no_text_is_left_over()
    {
        var expected = PermissionRules.Defined.Concat(PermissionRules.Groups).Select(n => "Permission:" + n).Order();

        foreach (var language in Texts.Languages)
        {
            Texts.Folders.SelectMany(f => f.Keys(language)).Where(k => k.StartsWith("Permission:", StringComparison.Ordinal)).Order().ShouldBe(expected, language);
        }
    }

    [Fact]
    public void The_guard_sees_what_a_seeder_does_not_mention()
    {
        PermissionRules.Grants("[TaskPermissions.Claim, TaskPermissions.Assign]", "TaskPermissions", "Assign").ShouldBeTrue();
        PermissionRules.Grants("[TaskPermissions.AssignMore]", "TaskPermissions", "Assign").ShouldBeFalse();
    }
}
