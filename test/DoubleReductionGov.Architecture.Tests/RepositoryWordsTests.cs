using System.Text.RegularExpressions;

namespace DoubleReductionGov.Architecture.Tests;

/// <summary>The repository stands alone: it names no package registry and nothing that lies outside of it.</summary>
public sealed partial class RepositoryWordsTests
{
    /// <summary>Written in pieces, or this file would object to itself.</summary>
    private static readonly string[] Registries =
        ["nuget" + ".org", "npmjs" + ".org", "npmjs" + ".com", "npmmirror" + ".com", "pypi" + ".org", "mcr.microsoft" + ".com", "pkgs.dev.azure" + ".com"];

    [Fact]
    public void No_file_names_a_registry_or_something_outside()
    {
        Repository.Files.Count.ShouldBeGreaterThan(300);

        Repository.Files.SelectMany(Wrong).Select(f => f.ToString()).ShouldBeEmpty();
    }

    [Fact]
    public void The_guard_sees_what_it_looks_for()
    {
        var lines = new[] { "https://api.nuget" + ".org/v3", "cd /" + "work/main", "import x from '../../../.." + "/shared/x';", "cat .." + "/shared/design.md" };

        foreach (var line in lines)
        {
            Wrong(SourceFile.Of(line, "src/Portal/src/a.ts")).ShouldHaveSingleItem(line);
        }
    }

    [Fact]
    public void The_guard_leaves_the_rest_alone()
    {
        Wrong(SourceFile.Of("import x from '.." + "/shared/language'; see homework/main and network/", "src/DoubleReductionGov.Portal/src/app/gates.tsx")).ShouldBeEmpty();
        Wrong(SourceFile.Of("of its feature/" + "work/unit and ./" + "work/unit", "a.md")).ShouldBeEmpty();
    }

    private static IEnumerable<Finding> Wrong(SourceFile file)
    {
        foreach (var (index, line) in file.Lines.Index())
        {
            if (Registries.FirstOrDefault(r => line.Contains(r, StringComparison.OrdinalIgnoreCase)) is { } registry)
            {
                yield return new Finding(file.Path, index + 1, $"names the registry {registry}");
            }

            if (WorkPath().IsMatch(line) || SharedPath().Matches(line).Any(m => !PointsInside(file, m.Value)))
            {
                yield return new Finding(file.Path, index + 1, "names a place outside of the repository");
            }
        }
    }

    /// <summary>A portal file may import from the portal's own folder of that name.</summary>
    private static bool PointsInside(SourceFile file, string path)
    {
        var target = Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(file.Path)!, path));
        return target.StartsWith(Repository.Root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && Path.Exists(target);
    }

    [GeneratedRegex("(?<![\\w.~-])/" + "work/")]
    private static partial Regex WorkPath();

    [GeneratedRegex(@"(\.\./)+shared\b")]
    private static partial Regex SharedPath();
}
