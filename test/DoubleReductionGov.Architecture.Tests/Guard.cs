using System.Text.RegularExpressions;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>Something that a guard objects to.</summary>
internal sealed record Finding(string Path, int Line, string What)
{
    public override string ToString() => $"{Path}:{Line} {What}";
}

/// <summary>
/// A rule with a name. A line is let off by a comment at its end, which must say why: <c>// exempt(name): reason</c>.
/// A comment that lets nothing off is an error, so that none outlives its reason.
/// </summary>
internal sealed partial class Guard(string name, Func<IEnumerable<Finding>> find)
{
    private IReadOnlyList<Finding> Findings => field ??= [.. find()];

    public string Name { get; } = name;

    public void ShouldFindNothing()
    {
        var objections = Findings.Where(f => !Exemptions.Contains((f.Path, f.Line))).Select(f => f.ToString()).Order(StringComparer.Ordinal).ToList();
        objections.ShouldBeEmpty($"The guard \"{Name}\" objects:\n{string.Join('\n', objections)}\n");
    }

    public IEnumerable<string> StaleExemptions() =>
        Exemptions.Except(Findings.Select(f => (f.Path, f.Line))).Select(e => $"{e.Path}:{e.Line} lets nothing off");

    private IReadOnlyList<(string Path, int Line)> Exemptions => field ??= [.. AllExemptions().Where(e => e.Guard == Name).Select(e => (e.Path, e.Line))];

    /// <summary>Every exemption in the repository, whether its guard exists or not.</summary>
    public static IEnumerable<(string Guard, string Path, int Line)> AllExemptions() =>
        from file in Repository.Product
        from line in file.Lines.Index()
        from Match match in Exemption().Matches(line.Item)
        select (match.Groups["guard"].Value, file.Path, line.Index + 1);

    [GeneratedRegex(@"// exempt\((?<guard>[a-z-]+)\): \S")]
    private static partial Regex Exemption();
}

/// <summary>The guards whose findings have a line that may be let off.</summary>
internal static class Guards
{
    public static Guard Clock { get; } = new("clock", () => Repository.Product.SelectMany(BannedCode.Clocks));

    public static Guard Ids { get; } = new("guid", () => Repository.Product.SelectMany(BannedCode.RandomIds));

    public static Guard EmptyCatch { get; } = new("empty-catch", () => Repository.Product.SelectMany(BannedCode.EmptyCatches));

    public static Guard Console { get; } = new("console", () => Repository.Product.SelectMany(BannedCode.ConsoleWrites));

    public static Guard Blocking { get; } = new("blocking", () => Repository.Product.SelectMany(BannedCode.BlockingWaits));

    public static Guard RawConnection { get; } = new("raw-connection", () => Repository.Product.SelectMany(BannedCode.RawConnections));

    public static Guard Public { get; } = new("public", () => Product.Modules.SelectMany(ModuleSurface.NeedlesslyPublic).Select(Declarations.FindingAt));

    public static Guard Sealed { get; } = new("sealed", () => Product.Modules.SelectMany(ModuleSurface.Loose).Select(Declarations.FindingAt));

    public static Guard Authorize { get; } = new("authorize", () => Product.Assemblies.SelectMany(a => a.GetTypes()).SelectMany(HttpAuthorization.Open).Select(Declarations.FindingAt));

    public static Guard TenantIndex { get; } = new("tenant-index", () => TenantModel.Models.SelectMany(TenantModel.Unindexed).Select(Declarations.TableFindingAt));

    public static Guard GrantedToNobody { get; } = new("grant", PermissionRules.GrantedToNobody);

    public static IEnumerable<Guard> All { get; } = [Clock, Ids, EmptyCatch, Console, Blocking, RawConnection, Public, Sealed, Authorize, TenantIndex, GrantedToNobody];
}

public sealed class GuardTests
{
    [Fact]
    public void Every_exemption_names_a_guard_and_lets_something_off()
    {
        var known = Guards.All.Select(g => g.Name).ToHashSet();

        Guard.AllExemptions().Where(e => !known.Contains(e.Guard)).ShouldBeEmpty();
        Guards.All.SelectMany(g => g.StaleExemptions()).ShouldBeEmpty();
    }

    [Fact]
    public void The_guards_find_the_files_and_assemblies_that_they_guard()
    {
        Repository.Product.Count.ShouldBeGreaterThan(100);
        Repository.Tests.Count.ShouldBeGreaterThan(20);
        Product.Modules.Select(m => m.GetName().Name).ShouldContain("DoubleReductionGov.Programme");
        Product.Assemblies.Select(m => m.GetName().Name).ShouldContain("DoubleReductionGov.Host");
        Declarations.FindingAt((typeof(Host.HostModule), "")).Path.ShouldBe("src/DoubleReductionGov.Host/HostModule.cs");
    }
}
