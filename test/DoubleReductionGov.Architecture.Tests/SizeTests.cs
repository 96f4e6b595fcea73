using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>
/// A file has at most 300 lines, a method at most 40. What is over stands in size-budget.txt with its number, which may only shrink:
/// whoever shortens it lowers the number, whoever comes under the limit deletes the line. (The portal guards its own files.)
/// </summary>
public sealed class SizeTests
{
    private const int FileLimit = 300;
    private const int MethodLimit = 40;
    private const string BudgetFile = "test/DoubleReductionGov.Architecture.Tests/size-budget.txt";

    [Fact]
    public void Files_and_methods_stay_small()
    {
        var files = Repository.Files.Where(f => f.Extension == ".cs" && !f.Path.Contains("/Migrations/")).ToList();
        files.Count.ShouldBeGreaterThan(150);

        Compare(files.SelectMany(Oversized), Budget(File.ReadAllLines(Path.Combine(Repository.Root, BudgetFile)))).ShouldBeEmpty();
    }

    [Fact]
    public void The_ratchet_turns_one_way()
    {
        var budget = new Dictionary<string, int> { ["a"] = 310, ["b"] = 310, ["c"] = 310, ["gone"] = 310 };

        Compare([("a", 310), ("b", 311), ("c", 309), ("new", 301)], budget).ShouldBe(
            ["b has 311 lines, 310 are allowed", "c has 309 lines: lower its number from 310", "new has 301 lines", "gone is small enough now: delete its line"], ignoreOrder: true);
    }

    [Fact]
    public void The_guard_sees_what_is_long()
    {
        var longMethod = SourceFile.Of($"class C\n{{\n    void M()\n    {{\n{string.Concat(Enumerable.Repeat("        F();\n", 38))}    }}\n}}\n", "x.cs");
        var longFile = SourceFile.Of(string.Concat(Enumerable.Repeat("// line\n", 301)), "y.cs");

        Oversized(longMethod).ShouldBe([("x.cs C.M", 41)]);
        Oversized(longFile).ShouldBe([("y.cs", 301)]);
        Oversized(SourceFile.Of(string.Concat(Enumerable.Repeat("// line\n", 300)))).ShouldBeEmpty();
    }

    private static IEnumerable<(string What, int Lines)> Oversized(SourceFile file)
    {
        if (file.LineCount > FileLimit)
        {
            yield return (file.Path, file.LineCount);
        }

        foreach (var method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
        {
            // From its name on: attributes, such as the rows of a table test, are no work to read.
            var lines = method.GetLocation().GetLineSpan().EndLinePosition.Line - method.ParameterList.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            if (lines > MethodLimit)
            {
                yield return ($"{file.Path} {method.FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()?.Identifier.Text}.{NameOf(method)}", lines);
            }
        }
    }

    private static IEnumerable<string> Compare(IEnumerable<(string What, int Lines)> oversized, Dictionary<string, int> budget)
    {
        var actual = oversized.GroupBy(o => o.What).ToDictionary(g => g.Key, g => g.Max(o => o.Lines));
        foreach (var (what, lines) in actual)
        {
            if (!budget.TryGetValue(what, out var allowed))
            {
                yield return $"{what} has {lines} lines";
            }
            else if (lines != allowed)
            {
                yield return lines > allowed ? $"{what} has {lines} lines, {allowed} are allowed" : $"{what} has {lines} lines: lower its number from {allowed}";
            }
        }

        foreach (var what in budget.Keys.Except(actual.Keys))
        {
            yield return $"{what} is small enough now: delete its line";
        }
    }

    /// <summary>"lines path" or "lines path Type.Method"; # begins a remark.</summary>
    private static Dictionary<string, int> Budget(IEnumerable<string> lines) =>
        lines.Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' ', 2)).ToDictionary(p => p[1], p => int.Parse(p[0]));

    private static string NameOf(BaseMethodDeclarationSyntax method) => method switch
    {
        MethodDeclarationSyntax named => named.Identifier.Text,
        ConstructorDeclarationSyntax => "constructor",
        _ => "operator",
    };
}
